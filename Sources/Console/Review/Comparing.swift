import Core
import Text

/// This attempt on the left, the one before on the right.
struct Comparison: Equatable, Sendable {
    let previous: SubmissionDetail
    var documents: [DocumentSource: Document]
    var readings: [DocumentSource: Reading] = [:]
    /// The reflections are compared, or the evidence item that is chosen.
    var showsReflection = true

    /// What the left pane shows.
    func source(of review: ReviewState) -> DocumentSource? {
        if showsReflection { return review.detail.reflection.isEmpty ? .overview : .reflection }
        return review.evidence.map { .evidence($0.id) }
    }

    /// Its counterpart: the evidence that answers the same requirement, or stands at the same place.
    func counterpart(of review: ReviewState) -> DocumentSource? {
        if showsReflection { return previous.reflection.isEmpty ? .overview : .reflection }
        return item(for: review).map { .evidence($0.id) }
    }

    func item(for review: ReviewState) -> EvidenceItem? {
        guard let now = review.evidence else { return nil }
        if let asked = now.answers, let same = previous.evidence.first(where: { $0.answers == asked }) { return same }
        return previous.evidence.indices.contains(review.evidenceIndex) ? previous.evidence[review.evidenceIndex] : nil
    }

    /// The level that was given before, where the caller may see it.
    func level(of criterion: String) -> String? {
        previous.scorecards.last { $0.state == .submitted }?.score(criterion)?.level
    }
}

extension ReviewState {
    mutating func compare(_ turn: inout Turn) {
        if comparison != nil {
            comparison = nil
            return turn.say("This attempt alone.")
        }
        guard let previous = detail.previous else {
            if detail.row.attempt > 1 { return turn.say("The attempt before is not open to who assesses this one.") }
            return turn.say("This is the first attempt: there is none before it.")
        }
        turn.effects.append(.loadPrevious(previous))
    }

    mutating func previousLoaded(
        _ previous: SubmissionDetail, _ documents: [DocumentSource: Document], _ turn: inout Turn
    ) {
        guard previous.row.id == detail.previous, comparison == nil else { return }
        comparison = Comparison(previous: previous, documents: documents)
        if focus == .rubric { focus = .reflection }
        turn.say(
            "The attempt before is on the right. \(turn.key(.nextEvidence)) evidence   \(turn.key(.overview)) reflection   \(turn.key(.compare)) ends"
        )
    }
}
