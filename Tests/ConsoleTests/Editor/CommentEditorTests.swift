import Screen
import Testing
import Text

@testable import Console

/// `|` is the cursor.
private func editor(_ picture: String) -> CommentEditor {
    useUnicodeWidths()
    let parts = picture.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return CommentEditor(parts.joined(), cursor: parts[0].unicodeScalars.count)
}

private func picture(_ editor: CommentEditor) -> String {
    var view = String.UnicodeScalarView()
    for (place, scalar) in editor.scalars.enumerated() {
        if place == editor.cursor { view.append("|") }
        view.append(scalar)
    }
    if editor.cursor == editor.scalars.count { view.append("|") }
    return String(view)
}

@Suite struct CommentEditorTests {
    @Test(arguments: [
        ("ab|c", [Key.character("x")], "abx|c"),
        ("ab|c", [.enter], "ab\n|c"),
        ("ab|c", [.backspace], "a|c"),
        ("|abc", [.backspace], "|abc"),
        ("ab|c", [.delete], "ab|"),
        ("abc|", [.delete], "abc|"),
        ("ab\n|c", [.backspace], "ab|c"),
        ("one two|", [.control("w")], "one |"),
        ("one, two |", [.alt("\u{7F}")], "one, |"),
        ("one|, two", [.alt("f")], "one, two|"),
        ("one two|", [.controlLeft], "one |two"),
        ("one two|", [.alt("b"), .alt("b")], "|one two"),
        ("one |two\nthree", [.control("k")], "one |\nthree"),
        ("one|\ntwo", [.control("k")], "one|two"),
        ("one\ntwo|", [.control("u")], "one\n|"),
        ("one\n|two", [.control("u")], "one|two"),
        ("one\ntw|o", [.home], "one\n|two"),
        ("o|ne\ntwo", [.end], "one|\ntwo"),
        ("on|e", [.control("a")], "|one"),
        ("o|ne", [.control("e")], "one|"),
        ("one|\ntwo", [.right], "one\n|two"),
        ("one\n|two", [.left], "one|\ntwo"),
        // A letter and its accent are one step; a wide glyph too.
        ("cafe\u{301}|", [.left], "caf|e\u{301}"),
        ("cafe\u{301}|", [.backspace], "caf|"),
        ("日|本", [.right], "日本|"),
        ("日本|", [.backspace], "日|"),
        ("|", [.character("e"), .character("\u{301}"), .left], "|e\u{301}"),
        ("|", [.paste("two\r\nlines\n")], "two\nlines\n|"),
        ("|", [.paste("a\u{1B}[31mb\u{202E}c\td")], "a\u{241B}[31mb\u{2426}c d|"),
        ("|", [.character("a"), .character("b"), .control("z")], "|"),
        ("|", [.character("a"), .enter, .character("b"), .control("z")], "a\n|"),
        ("|", [.character("a"), .left, .right, .character("b"), .control("z")], "a|"),
        ("|", [.character("a"), .control("z"), .control("y")], "a|"),
        ("abc|", [.backspace, .backspace, .control("z")], "abc|"),
    ])
    func keys(_ before: String, _ keys: [Key], _ after: String) {
        var text = editor(before)
        for key in keys { _ = text.press(key, width: 40) }
        #expect(picture(text) == after)
    }

    @Test(arguments: [Key.escape, .control("s"), .alt("\r")])
    func isDone(_ key: Key) {
        var text = editor("abc|")
        #expect(text.press(key, width: 40) == .done)
        #expect(picture(text) == "abc|")
    }

    @Test func wrapsAtSpacesAndCutsWords() {
        let text = editor("The check changed what I heardandnevermore 日本語日本語|")
        let rows = text.rows(width: 11)
        #expect(
            rows.map { text.text(of: $0).string } == [
                "The check ", "changed ", "what I ", "heardandne", "vermore ", "日本語日本", "語",
            ])
        #expect(text.position(in: rows) == (6, 2))
    }

    @Test func upAndDownKeepTheColumnAimedFor() {
        var text = editor("a long line\nab\nanother one|")
        text.up(width: 40)
        #expect(picture(text) == "a long line\nab|\nanother one")
        text.up(width: 40)
        #expect(picture(text) == "a long line|\nab\nanother one")
        text.up(width: 40)
        #expect(picture(text) == "|a long line\nab\nanother one")
    }

    @Test func aSpaceAtTheEdgeHangsAndTheCursorGoesOn() {
        let text = editor("aaaa |")
        let rows = text.rows(width: 5)
        #expect(rows.count == 2)
        #expect(text.position(in: rows) == (1, 0))
    }

    @Test func saysWhenItIsFull() {
        var text = CommentEditor(String(repeating: "a", count: CommentEditor.limit - 1))
        text.insert("bcd")
        #expect(text.isFull)
        #expect(text.scalars.count == CommentEditor.limit)
        text.deleteBackward()
        #expect(!text.isFull)
    }
}
