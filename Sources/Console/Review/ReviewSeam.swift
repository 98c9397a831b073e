import Core
import Screen
import Text

/// How the console reaches the review.
extension ConsoleState {
    /// A comment editor, a phrase menu, marking or a question is open: keys are not commands.
    mutating func reviewWantsRawKeys() -> Bool { review.map { $0.mode != .reading } ?? false }

    mutating func updateReview(raw key: Key) -> [Effect] {
        turn { review, turn in
            review.renew(&turn)
            review.press(key, &turn)
        }
    }

    mutating func updateReview(pointer key: Key) -> [Effect] {
        turn { review, turn in review.point(key, &turn) }
    }

    mutating func updateReview(_ command: Command) -> [Effect] {
        if command == .reportLeak, !caller.may(.reportLeak) {
            notice = .failed(SafeText(untrusted: Refusal.role(person: caller.id, action: .reportLeak).sentence))
            return []
        }
        return turn { review, turn in
            review.renew(&turn)
            review.run(command, &turn)
        }
    }

    /// All messages but keys while a review is open, and `opened` always.
    mutating func updateReview(message: Message) -> [Effect] {
        if case .opened(let opening) = message {
            if review?.id == opening.detail.row.id {
                return turn { review, turn in review.reopen(opening, &turn) }
            }
            review = ReviewState(opening, now: now)
            return turn { review, turn in review.load(&turn) }
        }
        return turn { review, turn in review.hear(message, &turn) }
    }

    /// For the last line.
    func reviewHints() -> [Command] {
        guard let review else { return [.back, .help] }
        if !review.isMine || review.card.state == .submitted {
            return [.nextPane, .nextEvidence, .nextCriterion, .overview, .microCredential, .zoom, .back, .help]
        }
        let isScored = review.rubric.outcome(of: review.card) != .unfinished
        return (isScored ? [.submit] : []) + [
            .comment, .mark, .nextCriterion, .nextEvidence, .undo, .nextPane, .zoom, .help,
        ]
    }

    /// `1-3 level`, where levels can be set; nil where a person has bound them to other keys.
    var levelHint: (key: SafeText, words: SafeText)? {
        guard let review, review.isMine, review.card.state == .draft, let current = review.current else { return nil }
        let last = min(9, current.levels.count)
        guard last > 0, keymap.keys(for: .level1).first == "1" else { return nil }
        return (last == 1 ? "1" : "1-\(last)", "level")
    }

    /// Takes the review out of the state while it changes, so that nothing large is copied.
    private mutating func turn(_ body: (inout ReviewState, inout Turn) -> Void) -> [Effect] {
        guard var open = review.take() else { return [] }
        var turn = Turn(self)
        body(&open, &turn)
        open.settle(size)
        if !turn.leaves {
            open.noticeMove(&turn)
            review = open
        }
        if let said = turn.notice { notice = said }
        return turn.effects
    }
}
