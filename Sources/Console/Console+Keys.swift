import Core
import Screen
import Text

extension ConsoleState {
    /// Esc and a key typed right after it come as Alt and the key over a slow link. Where nothing is bound to that, they are two.
    mutating func pressApart(_ key: Key) -> [Effect] {
        guard case .alt(let scalar) = key, !isBound(key) else { return press(key) }
        let second: Key = scalar == "\u{7F}" ? .backspace : .character(scalar)
        return update(.key(.escape)) + update(.key(second))
    }

    private func isBound(_ key: Key) -> Bool {
        if keymap.command(for: key, in: scope) != nil { return true }
        // To rub out a word is understood wherever something is typed.
        return isWritingComment ? CommentEditor.takes(key) : key == .alt("\u{7F}")
    }

    private var isWritingComment: Bool { overlay == nil && review?.isEditing == true }

    /// An overlay takes a key first, then the review, then the queue.
    mutating func press(_ key: Key) -> [Effect] {
        // A spoilt screen is mended whatever is open, unless a person bound it to a letter and is writing.
        if keymap.command(for: key, in: scope) == .repaint, !key.isCharacter { return [.repaint] }
        if keymap.command(for: key, in: scope) == .suspend, !key.isCharacter, !isWritingComment { return run(.suspend) }
        if isHoldingKeys {
            if key == .escape { stopOpening() } else { heldKeys.append(key) }
            return []
        }
        notice = nil
        if let overlay { return press(key, on: overlay) }
        if review != nil, reviewWantsRawKeys() { return updateReview(raw: key) }
        if review == nil, batchWantsRawKeys { return updateBatch(raw: key) }
        if let command = keymap.command(for: key, in: scope) {
            // Esc leaves a search before it leaves the queue; q leaves at once.
            if key == .escape, scope == .queue, queue.filter.search != nil { return search(for: "") }
            return run(command)
        }
        return point(key)
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
        case .suspend:
            if !isRestricted { return [.suspend] }
            notice = .failed("A restricted session can't be suspended.")
            return []
        case .leave: return (review == nil ? [] : updateReview(message: .hangUp)) + [.quit]
        default:
            if review != nil { return updateReview(command) }
            if batch != nil { return updateBatch(command) }
            return showsDashboard ? updateDashboard(command) : updateQueue(command)
        }
    }

    /// The mouse: never needed. The wheel moves, a click selects a row of the queue, or the pane it is in.
    private mutating func point(_ key: Key) -> [Effect] {
        if review != nil { return updateReview(pointer: key) }
        let list = scope == .dashboard ? arrangeDashboard(size).list : arrangeQueue(size).list
        switch key {
        case .wheelDown: return (0..<3).flatMap { _ in run(.down) }
        case .wheelUp: return (0..<3).flatMap { _ in run(.up) }
        case .click(let x, let y) where scope == .dashboard && list.contains(x: x, y: y):
            selectInDashboard(line: y - list.y)
            return []
        case .click(let x, let y) where scope == .queue && list.contains(x: x, y: y):
            return queue.select(line: y - list.y, page: pageRows)
        default: return []
        }
    }
}

extension Key {
    fileprivate var isCharacter: Bool {
        if case .character = self { return true }
        return false
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
