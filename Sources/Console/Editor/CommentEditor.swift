import Core
import Screen
import Text

/// A small editor of several lines: a comment being written.
///
/// It works on scalars and moves by glyphs: the cursor never stands between a letter and its accent.
package struct CommentEditor: Equatable, Sendable {
    /// Only what the text door lets through, and `\n`.
    private(set) var scalars: [Unicode.Scalar]
    /// In scalars from the start; always at the edge of a glyph.
    package private(set) var cursor: Int
    /// The column that moving up and down aims for.
    private(set) var aim: Int?
    var history = EditHistory()
    /// An insertion was cut or refused because the text would have been too long.
    package private(set) var isFull = false

    /// More is an essay of its own; the store and the letters take this much easily.
    package static let limit = Score.longestComment

    /// What of a text does not fit into a comment, in characters; 0 where all of it does.
    package static func excess(of text: String) -> Int {
        max(0, withoutLastLineEnds(clean(text)).unicodeScalars.count - limit)
    }

    /// Editors end a file with a line end; a comment has none.
    static func withoutLastLineEnds(_ text: String) -> String {
        var text = text
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }

    package init(_ text: String, cursor: Int? = nil) {
        scalars = Array(CommentEditor.clean(text).unicodeScalars.prefix(CommentEditor.limit))
        self.cursor = 0
        self.cursor = edge(atOrBefore: cursor ?? scalars.count)
    }

    package var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    package var isEmpty: Bool { scalars.isEmpty }

    /// Text from outside, line by line through the door.
    package static func clean(_ text: String) -> String {
        var lines = SafeText.lines(untrusted: text).map(\.string)
        if let last = text.unicodeScalars.last, SafeText.lines(untrusted: String(last)) == [.empty] { lines.append("") }
        return lines.joined(separator: "\n")
    }

    // MARK: - Changes

    package mutating func insert(_ text: String) {
        let clean = cleanHere(text)
        let room = CommentEditor.limit - scalars.count
        replace(cursor..<cursor, with: Array(clean.prefix(max(0, room))))
        isFull = clean.count > room
    }

    /// Through the door as it will stand: an accent typed after its letter is no lone accent.
    private func cleanHere(_ text: String) -> [Unicode.Scalar] {
        if cursor > 0, scalars[cursor - 1] != "\n", let first = text.unicodeScalars.first, scalarWidth(first.value) == 0
        {
            let glyph = scalars[before(cursor)..<cursor]
            let whole = Array(CommentEditor.clean(glyph.map(String.init).joined() + text).unicodeScalars)
            if whole.starts(with: glyph) { return Array(whole.dropFirst(glyph.count)) }
        }
        return Array(CommentEditor.clean(text).unicodeScalars)
    }

    package mutating func newline() { insert("\n") }

    package mutating func deleteBackward() { replace(before(cursor)..<cursor, with: []) }
    package mutating func deleteForward() { replace(cursor..<after(cursor), with: []) }
    package mutating func deleteWordBackward() { replace(wordStart(before: cursor)..<cursor, with: []) }

    /// Up to the end of the line; at the end of a line, the line end itself.
    package mutating func deleteToLineEnd() {
        let end = lineEnd(from: cursor)
        replace(cursor..<(end == cursor ? after(cursor) : end), with: [])
    }

    /// Back to the beginning of the line; there, the line end before it.
    package mutating func deleteToLineStart() {
        let start = lineStart(from: cursor)
        replace((start == cursor ? before(cursor) : start)..<cursor, with: [])
    }

    /// The one door through which the text changes.
    private mutating func replace(_ range: Range<Int>, with new: [Unicode.Scalar]) {
        isFull = false
        aim = nil
        guard !range.isEmpty || !new.isEmpty else { return }
        history.record(
            Edit(at: range.lowerBound, removed: Array(scalars[range]), inserted: new, cursor: cursor))
        scalars.replaceSubrange(range, with: new)
        // What was deleted may have stood between a letter and an accent that now belongs to it.
        cursor = edge(atOrBefore: range.lowerBound + new.count)
    }

    package mutating func undo() {
        guard let edit = history.undo() else { return }
        scalars.replaceSubrange(edit.at..<edit.at + edit.inserted.count, with: edit.removed)
        cursor = edit.cursor
        aim = nil
    }

    package mutating func redo() {
        guard let edit = history.redo() else { return }
        scalars.replaceSubrange(edit.at..<edit.at + edit.removed.count, with: edit.inserted)
        cursor = edge(atOrBefore: edit.at + edit.inserted.count)
        aim = nil
    }

    // MARK: - Moves

    /// Every move ends a stretch of typing for undo.
    mutating func move(to place: Int, keepingAim aim: Int? = nil) {
        cursor = edge(atOrBefore: place)
        self.aim = aim
        isFull = false
        history.seal()
    }

    package mutating func left() { move(to: before(cursor)) }
    package mutating func right() { move(to: after(cursor)) }
    package mutating func wordLeft() { move(to: wordStart(before: cursor)) }
    package mutating func wordRight() { move(to: wordEnd(after: cursor)) }
    package mutating func lineStart() { move(to: lineStart(from: cursor)) }
    package mutating func lineEnd() { move(to: lineEnd(from: cursor)) }
    package mutating func textStart() { move(to: 0) }
    package mutating func textEnd() { move(to: scalars.count) }
}
