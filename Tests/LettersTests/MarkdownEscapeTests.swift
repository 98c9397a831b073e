import Core
import Evidence
import Support
import Testing
import Text

@testable import Letters

/// What foreign text becomes in a letter, read back by the Markdown reader of the console.
@Suite struct MarkdownEscapeTests {
    static let hostile = [
        "# no heading", "- no item", "+ no item", "1. no list", "12) no list", "> no quote", "```", "~~~", "---", "===",
        "| a | b |", "[a](https://evil.example)", "![a](https://evil.example/x.png)", "<script>alert(1)</script>",
        "https://evil.example/a", "www.evil.example", "mailto:a@evil.example", "a@evil.example", "*a* _b_ **c** ~~d~~",
        "    four blanks", "&lt;b&gt; &#60;", "back\\slash\\", "`code` $x$", "[^1]: note", "[a]: https://evil.example",
        ": term", "<!-- gone -->", "a  ", "<https://evil.example>", "http://x", "WWW.evil.example", "\\",
        "xmpp:a@b.example",
        "ftp://evil.example",
    ]

    @Test(arguments: hostile) func hostileTextIsReadAsItself(text: String) {
        #expect(read(text) == [text])
    }

    @Test func anyRunOfPunctuationIsReadAsItself() {
        var random = Seeded(seed: 7)
        let alphabet = Array("\\`*_{}[]<>()#+-.!|~&:@$^=\"'/;, 1a9wx\u{301}\u{600}é中")
        for _ in 0..<3_000 {
            let length = Int.random(in: 1...14, using: &random)
            let text = String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
            let safe = SafeText(untrusted: text).string
            if safe.allSatisfy({ $0 == " " }) { continue }
            #expect(read(text) == [safe], "\(text)")
        }
    }

    @Test func linesKeepTheirPlaces() {
        let written = Pen.markdown.lines("one\n- two\n\n    three")
        #expect(written == ["one\\", "\\- two", "", "&#32;&#32;&#32;&#32;three"])
    }

    /// Text of all blocks (an e-mail address may be a link to itself), where nothing but plain paragraphs came out.
    private func read(_ text: String) -> [String] {
        let document = Document.reading(markdown: Pen.markdown.line(text))
        return document.blocks.map { block in
            guard block.kind == .paragraph, block.lead == Block.Lead(),
                block.spans.allSatisfy({ $0.marks.isEmpty || ($0.marks == .link && $0.text.string.contains("@")) })
            else { return "NOT PLAIN: \(block)" }
            return block.spans.map(\.text.string).joined()
        }
    }
}
