import Core
import Screen
import Text

extension ConsoleState {
    /// An overlay takes a key first, then the review, then the queue.
    mutating func press(_ key: Key) -> [Effect] {
        if isHoldingKeys {
            if key == .escape { stopOpening() } else { heldKeys.append(key) }
            return []
        }
        notice = nil
        if let overlay { return press(key, on: overlay) }
        if review != nil, reviewWantsRawKeys() { return updateReview(raw: key) }
        if let command = keymap.command(for: key, in: scope) {
            // Esc leaves a search before it leaves the queue; q leaves at once.
            if key == .escape, review == nil, queue.filter.search != nil { return search(for: "") }
            return run(command)
        }
        return review != nil ? updateReview(raw: key) : point(key)
    }

    /// Between asking for a submission and having it.
    private var isHoldingKeys: Bool { isOpening || queue.ahead.contains { $0 == .open || $0 == .look } }

    /// What was typed for a screen that does not come must not do something else on this one.
    mutating func stopOpening() {
        isOpening = false
        queue.ahead = []
        heldKeys = []
    }

    /// From here until the answer, keys are kept for the screen that is coming.
    mutating func opening(_ effects: [Effect]) -> [Effect] {
        if effects.contains(where: \.opens) { isOpening = true }
        if !isHoldingKeys { heldKeys = [] }
        return effects
    }

    /// Runs a command where the person is; the palette comes here too.
    mutating func run(_ command: Command) -> [Effect] {
        switch command {
        case .help:
            overlay = .help(HelpPage(scope: scope))
            return []
        case .palette:
            overlay = .palette(Palette(scope: scope))
            return []
        case .repaint: return [.repaint]
        case .leave: return (review == nil ? [] : updateReview(message: .hangUp)) + [.quit]
        default: return review != nil ? updateReview(command) : updateQueue(command)
        }
    }

    /// The mouse over the queue: a click selects, a second one on the same row opens it to look, the wheel moves.
    private mutating func point(_ key: Key) -> [Effect] {
        let list = arrangeQueue(size).list
        switch key {
        case .wheelDown: return (0..<3).flatMap { _ in queue.run(.down, page: pageRows) }
        case .wheelUp: return (0..<3).flatMap { _ in queue.run(.up, page: pageRows) }
        case .click(let x, let y) where list.contains(x: x, y: y):
            return queue.select(line: y - list.y, page: pageRows)
        default: return []
        }
    }
}

extension Effect {
    /// Answered by `opened` or `refused`.
    fileprivate var opens: Bool {
        switch self {
        case .open, .openNext: true
        default: false
        }
    }
}
