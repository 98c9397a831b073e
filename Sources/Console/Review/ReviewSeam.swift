import Core
import Screen

// Stands in for the review screen until it is there.

extension ConsoleState {
    /// A comment editor, a phrase menu or the submit confirmation is open: keys are not commands.
    mutating func reviewWantsRawKeys() -> Bool { false }
    mutating func updateReview(raw key: Key) -> [Effect] { [] }

    mutating func updateReview(_ command: Command) -> [Effect] {
        if command == .back { review = nil }
        return []
    }

    /// All messages but keys while a review is open, and `opened` always.
    mutating func updateReview(message: Message) -> [Effect] {
        if case .opened(let opening) = message { review = ReviewState(opening) }
        return []
    }

    /// For the last line.
    func reviewHints() -> [Command] { [.back, .help] }
}

/// Draws the review screen whole, its last line too (see `renderLastLine`).
func renderReview(_ state: ConsoleState, into frame: inout Frame) {}
