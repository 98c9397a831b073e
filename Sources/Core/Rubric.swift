/// The criteria of a micro-credential, in order.
package struct Rubric: Codable, Equatable, Sendable {
    package var criteria: [Criterion]

    package init(criteria: [Criterion]) { self.criteria = criteria }

    package func criterion(_ id: String) -> Criterion? { criteria.first { $0.id == id } }
}

/// One thing that is judged. Its levels are data: no level is an enum in code.
package struct Criterion: Codable, Equatable, Sendable {
    /// What the criterion looks at.
    package enum Part: String, Codable, CaseIterable, Sendable { case overview, evidence, reflection }

    package var id: String
    package var part: Part
    package var title: String
    package var description: String
    /// The id of the level that is enough.
    package var required: String
    /// Lowest first.
    package var levels: [Level]

    package init(id: String, part: Part, title: String, description: String, required: String, levels: [Level]) {
        self.id = id
        self.part = part
        self.title = title
        self.description = description
        self.required = required
        self.levels = levels
    }

    /// Position of a level, 0 the lowest.
    package func rank(of level: String) -> Int? { levels.firstIndex { $0.id == level } }

    package var requiredRank: Int { rank(of: required) ?? levels.count }

    package func isMet(by level: String) -> Bool { rank(of: level).map { $0 >= requiredRank } ?? false }
}

package struct Level: Codable, Equatable, Sendable {
    package var id: String
    package var name: String
    package var points: Double
    package var description: String
    /// Phrases an assessor may start a comment from.
    package var feedback: [String]

    package init(id: String, name: String, points: Double, description: String = "", feedback: [String] = []) {
        self.id = id
        self.name = name
        self.points = points
        self.description = description
        self.feedback = feedback
    }
}

// MARK: - Named by somebody

extension Rubric {
    /// - Throws: one sentence that names what the rubric has.
    package func require(_ id: String) throws(Refusal) -> Criterion {
        if let criterion = criterion(id) { return criterion }
        let known = criteria.map(\.id).joined(separator: ", ")
        throw Refusal.rule("There is no criterion \(id); the rubric has \(known).")
    }
}

extension Criterion {
    /// - Throws: one sentence that names the levels there are.
    package func requireLevel(_ level: String) throws(Refusal) {
        guard rank(of: level) == nil else { return }
        let known = levels.map(\.id).joined(separator: ", ")
        throw Refusal.rule("\(id) has no level \(level); it has \(known).")
    }
}
