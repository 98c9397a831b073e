import Core
import Screen

extension ConsoleState {
    /// What to ask for first.
    package mutating func start() -> [Effect] { [.loadSummary] }

    /// Takes in one thing that happened, and says what to ask of the world. Pure.
    package mutating func update(_ message: Message) -> [Effect] {
        let wasReviewing = review != nil
        var effects = dispatch(message)
        if wasReviewing, review == nil { effects += returnToQueue() }
        return effects
    }

    private mutating func dispatch(_ message: Message) -> [Effect] {
        switch message {
        case .key(let key): return press(key)
        default: return review == nil ? [] : updateReview(message: message)
        }
    }

    /// An overlay takes a key first, then the review, then the queue.
    private mutating func press(_ key: Key) -> [Effect] {
        notice = nil
        if review != nil {
            if reviewWantsRawKeys() { return updateReview(raw: key) }
            guard let command = keymap.command(for: key, in: .review) else { return [] }
            return run(command)
        }
        guard let command = keymap.command(for: key, in: .queue) else { return [] }
        return run(command)
    }

    /// Runs a command where the person is; the palette comes here too.
    mutating func run(_ command: Command) -> [Effect] {
        switch command {
        case .repaint: return [.repaint]
        default: return review != nil ? updateReview(command) : []
        }
    }

    private mutating func returnToQueue() -> [Effect] { [] }
}
