/// How the criteria on which the readers of a submission disagree were settled: all of them, once, by somebody who is none
/// of the readers. Their scorecards stay as they were handed in.
package struct Adjudication: Equatable, Sendable {
    package struct Settled: Equatable, Sendable {
        package var criterion: String
        /// A level id.
        package var level: String

        package init(criterion: String, level: String) {
            self.criterion = criterion
            self.level = level
        }
    }
    package var by: String
    package var at: Instant
    package var reason: String
    /// In the rubric's order.
    package var scores: [Settled]

    package init(by: String, at: Instant, reason: String, scores: [Settled]) {
        self.by = by
        self.at = at
        self.reason = reason
        self.scores = scores
    }
}

extension Adjudication {
    /// Checks what somebody wants to settle against what is in dispute, and puts it into the rubric's order.
    /// - Throws: one sentence that says what is wrong: nothing is settled in part.
    package static func settle(_ given: [Settled], _ disputed: [String], _ rubric: Rubric) throws(Refusal) -> [Settled]
    {
        for settled in given {
            let criterion = try rubric.require(settled.criterion)
            guard disputed.contains(criterion.id) else {
                let open = disputed.joined(separator: ", ")
                throw Refusal.rule("The readers agree on \(criterion.id); in dispute: \(open).")
            }
            try criterion.requireLevel(settled.level)
            guard given.count(where: { $0.criterion == criterion.id }) == 1 else {
                throw Refusal.rule("\(criterion.id) is given more than one level.")
            }
        }
        let missing = disputed.filter { id in !given.contains { $0.criterion == id } }
        guard missing.isEmpty else {
            throw Refusal.rule(
                "All that is in dispute is settled together; no level is given for \(missing.joined(separator: ", ")).")
        }
        return disputed.compactMap { id in given.first { $0.criterion == id } }
    }
}
