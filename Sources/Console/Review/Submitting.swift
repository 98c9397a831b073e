import Core
import Screen
import Text

/// A question that is asked before something that can't be taken back.
struct Confirmation: Equatable, Sendable {
    enum Question: Equatable, Sendable { case submit, release }
    var question: Question
    var top = 0
}

extension ReviewState {
    mutating func askSubmit(_ turn: inout Turn) {
        guard mayChange(&turn) else { return }
        if !unsaved.isEmpty {
            return turn.fail("A comment is not saved yet: \(turn.key(.comment)) shows it.")
        }
        let card = ledger.foreseen
        let open = rubric.criteria.filter { card.score($0.id)?.level == nil }
        guard open.isEmpty else {
            let names = open.map { SafeText(untrusted: $0.title) }.joined(separator: ", ")
            let count = Numbers.counted(open.count, "criterion is", "criteria are")
            return turn.fail("Not finished: \(count) open: \(names).")
        }
        mode = .confirming(Confirmation(question: .submit))
    }

    mutating func askRelease(_ turn: inout Turn) {
        guard mayChange(&turn) else { return }
        mode = .confirming(Confirmation(question: .release))
    }

    mutating func answer(_ key: Key, _ confirmation: Confirmation, _ turn: inout Turn) {
        var confirmation = confirmation
        switch key {
        case .enter where confirmation.question == .submit:
            // It is what a hand presses without looking: what can't be taken back takes a letter.
            turn.say("y submits it, n goes back.")
        case .enter, .character("y"):
            mode = .reading
            guard mayChange(&turn) else { return }
            want(confirmation.question == .submit ? .submit : .release, &turn)
        case .escape, .character("n"), .character("N"), .character("q"):
            mode = .reading
            turn.say(confirmation.question == .submit ? "Not submitted." : "Not released.")
        default:
            guard confirmation.question == .submit, let lines = steps(of: key, turn) else { return }
            confirmation.top = max(0, min(confirmation.top + lines, confirmationLastTop(turn.size)))
            mode = .confirming(confirmation)
        }
    }

    private func steps(of key: Key, _ turn: Turn) -> Int? {
        let page = max(1, confirmationHeight(turn.size) - 1)
        return switch key {
        case .character("j"), .down: 1
        case .character("k"), .up: -1
        case .pageDown, .character(" "): page
        case .pageUp: -page
        case .character("g"), .home: -10_000
        case .character("G"), .end: 10_000
        default: nil
        }
    }

    mutating func submitted(_ card: Scorecard, state: SubmissionState, _ turn: inout Turn) {
        ledger.replace(card)
        detail.row.state = state
        let outcome: SafeText = rubric.outcome(of: card) == .meets ? "meets" : "not yet"
        savePlace(&turn)
        turn.say("Submitted \(untrusted: id): \(outcome). It is \(untrusted: state.rawValue) now.")
        turn.leaves = true
    }

    mutating func released(_ id: String, _ turn: inout Turn) {
        guard id == self.id else { return }
        isMine = false
        savePlace(&turn)
        keepUnsaved(&turn)
        turn.say("Released \(untrusted: id). Your draft is kept.")
        turn.leaves = true
    }
}

extension ReviewState {
    var isConfirming: Bool { if case .confirming = mode { true } else { false } }
}
