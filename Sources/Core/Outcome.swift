/// What a scorecard says. Conjunctive: points never compensate (contract, section 1).
package enum Outcome: String, Codable, Sendable {
    case meets
    case notYet = "not-yet"
    case unfinished
}

extension Rubric {
    /// `unfinished` while a criterion has no level; `meets` when every level is at or above the required one. A rubric
    /// without criteria says nothing, so nothing is finished by it.
    package func outcome(of card: Scorecard) -> Outcome {
        if criteria.isEmpty { return .unfinished }
        var all = true
        for criterion in criteria {
            guard let level = card.score(criterion.id)?.level else { return .unfinished }
            all = all && criterion.isMet(by: level)
        }
        return all ? .meets : .notYet
    }

    /// How many criteria are met, and how many still have no level.
    package func progress(of card: Scorecard) -> (met: Int, open: Int) {
        var met = 0
        var open = 0
        for criterion in criteria {
            guard let level = card.score(criterion.id)?.level else {
                open += 1
                continue
            }
            if criterion.isMet(by: level) { met += 1 }
        }
        return (met, open)
    }

    /// Criteria on which two finished cards give different levels.
    package func disagreements(_ first: Scorecard, _ second: Scorecard) -> [String] {
        criteria.map(\.id).filter { first.score($0)?.level != second.score($0)?.level }
    }
}
