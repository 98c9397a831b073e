import Core

/// Reads the rubric of a micro-credential, and warns of what can be judged but hardly was meant.
struct RubricReader {
    var hasOverview: Bool
    var hasReflection: Bool

    /// Levels that the keys 1 to 9 reach.
    private static let digits = 9

    func read(_ record: Record) -> Rubric {
        guard record["rubric"] != nil else {
            record.problem("rubric", expected: "an object")
            return Rubric(criteria: [])
        }
        guard let rubric = record.record("rubric", keys: ["criteria"]) else { return Rubric(criteria: []) }
        let records = rubric.records("criteria", keys: ["id", "part", "title", "description", "required", "levels"])
        if rubric.count(of: "criteria") == 0 {
            rubric.problem("criteria", expected: "at least one criterion")
        }
        let criteria = records.map(criterion)
        rubric.unique("criteria", records, by: "id", criteria.map(\.id))
        return Rubric(criteria: criteria)
    }

    private func criterion(_ record: Record) -> Criterion {
        let part = record.choice("part", Criterion.Part.self) ?? .evidence
        let levels = levels(record)
        let required = record.id("required", .microCredential)
        if !required.isEmpty, !levels.isEmpty, !levels.contains(where: { $0.id == required }) {
            record.problem("required", expected: "one of " + levels.map(\.id).joined(separator: ", "))
        }
        if part == .reflection, !hasReflection {
            record.warn("part", "judges a reflection, but there is no reflectionPrompt")
        }
        if part == .overview, !hasOverview { record.warn("part", "judges an overview that asks nothing") }
        return Criterion(
            id: record.id("id", .microCredential), part: part, title: record.text("title", blank: false),
            description: record.optionalText("description") ?? "", required: required, levels: levels)
    }

    private func levels(_ record: Record) -> [Level] {
        let records = record.records("levels", keys: ["id", "name", "points", "description", "feedback"])
        let levels = records.map {
            Level(
                id: $0.id("id", .microCredential), name: $0.text("name", blank: false),
                points: $0.number("points", -Double(Record.large)...Double(Record.large)),
                description: $0.optionalText("description") ?? "", feedback: $0.texts("feedback"))
        }
        record.unique("levels", records, by: "id", levels.map(\.id))
        guard let count = record.count(of: "levels") else { return levels }
        if count < 2 {
            record.notes.problem(
                record.trail("levels"), line: record["levels"]?.line ?? record.line,
                "found \(count == 1 ? "one level" : "no level"), expected at least two")
        }
        if count > RubricReader.digits {
            record.warn("levels", "\(count) levels, but the keys 1 to 9 reach only nine")
        }
        for (lower, higher) in zip(levels, levels.dropFirst()) where higher.points < lower.points {
            record.warn(
                "levels",
                "\(higher.id) has fewer points than \(lower.id) before it; the lowest level comes first")
            break
        }
        return levels
    }
}

extension Record {
    /// How many values a list has; nil for what is no list, which has been noted already.
    fileprivate func count(of key: String) -> Int? {
        guard let value = self[key] else { return 0 }
        if case .list(let values) = value.value { return values.count }
        return nil
    }
}
