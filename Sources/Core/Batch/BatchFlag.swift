/// Why an approver might look twice before signing.
package enum BatchFlag: String, CaseIterable, Sendable {
    /// Somebody who should judge it blind says that it gives away who the earner is.
    case leakReported = "leak-reported"
    /// Its readers disagreed, and somebody settled it.
    case adjudicated
    /// A reader's card misses by one level of one criterion.
    case nearPass = "near-pass"
    /// More attempts than the policy allows.
    case overLimit = "over-limit"
    /// It has waited beyond its deadline.
    case longWait = "long-wait"
}

extension Rubric {
    /// Finished, and short of `meets` by one level of one criterion.
    package func isNearPass(_ card: Scorecard) -> Bool {
        guard outcome(of: card) == .notYet else { return false }
        var missing = 0
        for criterion in criteria {
            guard let rank = card.score(criterion.id)?.level.flatMap(criterion.rank) else { return false }
            missing += max(0, criterion.requiredRank - rank)
        }
        return missing == 1
    }
}

/// What the submitted cards of a submission say, as far as an approval goes by it. Kept with a plan: it holds for as long as
/// the cards are what they were.
package struct BatchReading: Equatable, Sendable {
    /// There is a card, and what the cards come to meets.
    package var meets: Bool
    package var isAdjudicated: Bool
    package var isNearPass: Bool

    package init(meets: Bool, isAdjudicated: Bool, isNearPass: Bool) {
        self.meets = meets
        self.isAdjudicated = isAdjudicated
        self.isNearPass = isNearPass
    }

    package init(_ cards: [Scorecard], _ adjudication: Adjudication?, rubric: Rubric) {
        meets = Verdict(cards, adjudication, rubric: rubric).outcome == .meets
        isNearPass = cards.contains { $0.state == .submitted && rubric.isNearPass($0) }
        isAdjudicated = adjudication != nil
    }
}
