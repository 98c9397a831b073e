import Screen

/// What a key does in a comment.
extension CommentEditor {
    package enum Answer: Equatable, Sendable {
        case changed, moved, done, ignored
    }

    /// Alt with these means something here.
    static func takes(_ key: Key) -> Bool {
        switch key {
        case .alt("\r"), .alt("\n"), .alt("\u{7F}"), .alt("\u{8}"), .alt("b"), .alt("f"), .alt("<"), .alt(">"): true
        default: false
        }
    }

    /// - Parameter width: columns that the text is wrapped to, for up and down.
    package mutating func press(_ key: Key, width: Int) -> Answer {
        let before = (scalars.count, history)
        switch key {
        case .escape, .control("s"), .alt("\r"), .alt("\n"): return .done
        case .character(let scalar): insert(String(Character(scalar)))
        case .paste(let text):
            history.seal()
            insert(text)
            history.seal()
        case .enter: newline()
        case .tab: insert("  ")
        case .backspace, .control("h"): deleteBackward()
        case .delete, .control("d"): deleteForward()
        case .control("w"), .alt("\u{7F}"), .alt("\u{8}"): deleteWordBackward()
        case .control("k"): deleteToLineEnd()
        case .control("u"): deleteToLineStart()
        case .control("z"), .control("_"): undo()
        case .control("y"), .control("r"): redo()
        default: return walk(key, width: width)
        }
        return before == (scalars.count, history) ? .ignored : .changed
    }

    private mutating func walk(_ key: Key, width: Int) -> Answer {
        switch key {
        case .left, .control("b"): left()
        case .right, .control("f"): right()
        case .up, .control("p"): up(width: width)
        case .down, .control("n"): down(width: width)
        case .controlLeft, .alt("b"): wordLeft()
        case .controlRight, .alt("f"): wordRight()
        case .home, .control("a"): lineStart()
        case .end, .control("e"): lineEnd()
        case .pageUp, .alt("<"): textStart()
        case .pageDown, .alt(">"): textEnd()
        default: return .ignored
        }
        return .moved
    }
}
