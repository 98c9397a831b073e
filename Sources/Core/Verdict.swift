/// What the reads of a submission come to, criterion by criterion: the level that all of them gave, or the one by which an
/// adjudication settled their dispute. Awards, plans and letters go by this and not by the cards.
package struct Verdict: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        package var criterion: String
        /// A level id; nil where nobody gave one, and where a dispute is not settled.
        package var level: String?
        /// The readers gave different levels.
        package var isDisputed: Bool
    }
    /// In the rubric's order; none without a submitted card.
    package let lines: [Line]
    package let outcome: Outcome

    /// - Parameter cards: drafts among them say nothing.
    package init(_ cards: [Scorecard], _ adjudication: Adjudication?, rubric: Rubric) {
        let reads = cards.filter { $0.state == .submitted }
        lines =
            reads.isEmpty
            ? []
            : rubric.criteria.map { criterion in
                let first = reads[0].score(criterion.id)?.level
                let isDisputed = reads.dropFirst().contains { $0.score(criterion.id)?.level != first }
                let settled = adjudication?.scores.first { $0.criterion == criterion.id }?.level
                return Line(
                    criterion: criterion.id, level: isDisputed ? settled : first, isDisputed: isDisputed)
            }
        let scores = lines.map { Score(criterion: $0.criterion, level: $0.level) }
        outcome = rubric.outcome(of: Scorecard(submission: "", assessor: "", scores: scores))
    }

    /// Criteria on which the readers gave different levels, settled or not.
    package var disputed: [String] { lines.filter(\.isDisputed).map(\.criterion) }

    package func level(_ criterion: String) -> String? { lines.first { $0.criterion == criterion }?.level }
}

extension SubmissionDetail {
    /// Of the cards that are in this detail: of a part that `Sight` has cut out, what the one who looks may conclude.
    package var verdict: Verdict { Verdict(scorecards, adjudication, rubric: microCredential.rubric) }

    package var reads: [Scorecard] { scorecards.filter { $0.state == .submitted } }
}

extension Policy {
    /// An award needs all reads, and so does what waits for a decision. A dispute that was settled has had one more than
    /// its readers, and lacks none whatever the policy says later.
    package func lacksRead(_ reads: Int, isAdjudicated: Bool) -> Bool { !isAdjudicated && reads < scoring.assessors }
}
