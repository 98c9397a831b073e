import Core
import Screen
import Text

@testable import Console

/// The console with a store that answers at once, or when it is told to.
struct ReviewDesk {
    var state: ConsoleState
    /// The card as the store has it.
    var card: Scorecard
    var effects: [Effect] = []
    /// Effects that have not been performed.
    var pending: [Effect] = []
    var answersAtOnce = true
    /// Refuses the next save with this.
    var refusal: Refusal?
    /// What the store has refused because of its version; must stay empty.
    var staleSaves = 0
    var places: [ReviewPlace] = []
    /// Comments that went into files.
    var kept: [UnsavedComment] = []
    let rubric: Rubric

    init(
        size: Size = Size(columns: 80, rows: 24), opening: Opening = ReviewFixture.opening(), isRestricted: Bool = false
    ) {
        state = ReviewFixture.state(size: size, isRestricted: isRestricted)
        card = opening.scorecard
        rubric = opening.detail.microCredential.rubric
        send(.opened(opening))
        send(.documentLoaded(ReviewFixture.plan, source: .evidence("e1")))
    }

    var review: ReviewState? { state.review }
    var message: String {
        switch state.notice {
        case .said(let text): text.string
        case .failed(let text): "! " + text.string
        case nil: ""
        }
    }
    var picture: String { ReviewFixture.picture(state) }

    mutating func send(_ message: Message) {
        let new = state.update(message)
        effects += new
        pending += new
        if answersAtOnce { answer() }
    }

    mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

    mutating func type(_ text: String) { for scalar in text.unicodeScalars { send(.key(.character(scalar))) } }

    /// Performs what was asked for, in order, as the engine room would.
    mutating func answer() {
        while !pending.isEmpty {
            if let reply = perform(pending.removeFirst()) { send(reply) }
        }
    }

    private mutating func perform(_ effect: Effect) -> Message? {
        switch effect {
        case .save(let changes, _, let base):
            if let refused = refusal {
                refusal = nil
                return .refused(refused, .save)
            }
            guard base == card.version else {
                staleSaves += 1
                return .refused(.stale(submission: card.submission, base: base, stored: card.version), .save)
            }
            for change in changes { card.apply(change, rubric: rubric) }
            card.version += 1
            return .saved(card, changes: changes)
        case .submit(_, let base):
            guard base == card.version else { return .refused(.stale(submission: "", base: base, stored: 0), .submit) }
            card.state = .submitted
            card.version += 1
            return .submitted(card, state: .ready)
        case .open:
            var opening = ReviewFixture.opening(rubric: rubric)
            opening.scorecard = card
            return .opened(opening)
        case .keep(let comment):
            kept.append(comment)
            return .kept("/state/kept-\(kept.count).md")
        case .release(let id): return .released(id)
        case .reportLeak(let id, let reason):
            if let refused = refusal {
                refusal = nil
                return .refused(refused, .leak)
            }
            return .leakReported(
                LeakReport(by: card.assessor, at: ReviewFixture.now, reason: reason), submission: id)
        case .savePlace(let place):
            places.append(place)
            return nil
        default: return nil
        }
    }
}
