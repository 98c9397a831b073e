import Screen
import Support
import Testing
import Text

@testable import Console

@Suite struct EditorRandomTests {
    /// The same edits on glyphs in an array.
    private struct Naive {
        var glyphs: [String] = []
        var cursor = 0
        mutating func press(_ key: Key) {
            switch key {
            case .character(let scalar):
                glyphs.insert(String(scalar), at: cursor)
                cursor += 1
            case .enter:
                glyphs.insert("\n", at: cursor)
                cursor += 1
            case .backspace where cursor > 0:
                cursor -= 1
                glyphs.remove(at: cursor)
            case .delete where cursor < glyphs.count: glyphs.remove(at: cursor)
            case .left: cursor = max(0, cursor - 1)
            case .right: cursor = min(glyphs.count, cursor + 1)
            default: break
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func agreesWithAnArrayOfGlyphs(_ seed: UInt64) {
        useUnicodeWidths()
        var random = Seeded(seed: seed)
        var naive = Naive()
        var editor = CommentEditor("")
        let letters: [Unicode.Scalar] = ["a", "b", " ", "é", "日", "ß", ".", "Ж"]
        for _ in 0..<400 {
            let key: Key =
                switch Int.random(in: 0..<10, using: &random) {
                case 0...4: .character(letters.randomElement(using: &random) ?? "a")
                case 5: .enter
                case 6: .backspace
                case 7: .delete
                case 8: .left
                default: .right
                }
            naive.press(key)
            _ = editor.press(key, width: 12)
            #expect(editor.text == naive.glyphs.joined())
            #expect(editor.cursor == naive.glyphs[..<naive.cursor].joined().unicodeScalars.count)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func undoOfDoIsIdentityAndNothingTraps(_ seed: UInt64) {
        useUnicodeWidths()
        var random = Seeded(seed: seed)
        var editor = CommentEditor("A beginning.\nWith e\u{301} and 日本.")
        let start = editor.text
        let keys: [Key] = [
            .character("x"), .character("\u{301}"), .character("語"), .character(" "), .enter, .backspace, .delete,
            .left,
            .right, .up, .down, .home, .end, .controlLeft, .controlRight, .control("w"), .control("k"), .control("u"),
            .paste("two\nlines\u{1B}"), .tab,
        ]
        var steps = 0
        for _ in 0..<120 {
            let width = Int.random(in: 0..<30, using: &random)
            _ = editor.press(keys.randomElement(using: &random) ?? .left, width: width)
            steps += 1
            let rows = editor.rows(width: width)
            // The rows hold every scalar but the line ends, in order.
            let held = rows.map { editor.scalars[$0.range].map(String.init).joined() + ($0.isWrapped ? "" : "\n") }
                .joined()
            #expect(held == editor.text + "\n")
            let position = editor.position(in: rows)
            #expect(position.row < rows.count)
            #expect(position.column <= max(3, width))
        }
        let end = editor.text
        for _ in 0...steps { editor.undo() }
        #expect(editor.text == start)
        for _ in 0...steps { editor.redo() }
        #expect(editor.text == end)
    }
}
