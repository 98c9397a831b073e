import Screen
import Text

/// One line being typed. Its text is as hostile as anything typed or pasted; it goes through the door when it is drawn.
package struct LineInput: Equatable, Sendable {
    private(set) var before: String
    private(set) var after = ""

    /// Nobody types more; a pasted book must not be searched for.
    static let limit = 500
    private let limit: Int

    package init(_ text: String = "", limit: Int = LineInput.limit) {
        before = text
        self.limit = limit
    }

    package var text: String { before + after }

    /// - Returns: whether the key meant something here.
    mutating func press(_ key: Key) -> Bool {
        switch key {
        case .character(let scalar): insert(String(Character(scalar)))
        case .paste(let text): insert(text)
        case .backspace: _ = before.popLast()
        case .delete: if !after.isEmpty { after.removeFirst() }
        case .left: if let moved = before.popLast() { after.insert(moved, at: after.startIndex) }
        case .right: if !after.isEmpty { before.append(after.removeFirst()) }
        case .home, .control("a"): (before, after) = ("", text)
        case .end, .control("e"): (before, after) = (text, "")
        case .control("u"): before = ""
        case .control("k"): after = ""
        case .control("w"), .alt(Unicode.Scalar(0x7F)): dropWord()
        default: return false
        }
        return true
    }

    private mutating func insert(_ new: String) {
        let line = String(new.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        before += String(line.prefix(max(0, limit - text.count)))
    }

    private mutating func dropWord() {
        while before.last == " " { before.removeLast() }
        while let last = before.last, last != " " { before.removeLast() }
    }

    /// Draws `label` and the line; what does not fit is cut off on the left, so that the cursor is always to be seen.
    func render(label: SafeText, y: Int, into frame: inout Frame) {
        let columns = frame.size.columns
        guard columns > 0, y >= 0, y < frame.size.rows else { return }
        frame.fill(Rect(x: 0, y: y, width: columns, height: 1))
        var x = frame.put(label, x: 0, y: y, style: Style(.key), limit: columns - 1)
        // A glyph at a time from the left until the rest fits: lines are short.
        var shown = before[...]
        while SafeText(untrusted: String(shown)).width > columns - 1 - x, !shown.isEmpty { shown.removeFirst() }
        x = frame.put(SafeText(untrusted: String(shown)), x: x, y: y, style: Style(.message))
        frame.cursor = Frame.Point(x: min(x, columns - 1), y: y)
        frame.put(SafeText(untrusted: after), x: x, y: y, style: Style(.message))
    }
}
