import Core
import Testing
import Text

@testable import Evidence

/// What nobody writes but somebody may hand in: it must neither hang, nor trap, nor fill the memory.
@Suite(.serialized) struct HostileTests {
    private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// Each would cost a quadratic parser minutes at this size.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ">", "> ", "[", "[a](", "![[]()", "*a **a ", "_a ", "a**b_c* ", "__a__b", "`a ", "<", "</", "<!--", "<?",
            "<![CDATA[", "<!A ", "&", "~~a ", "- ", "1. ", "|", "[a][b]", "]", "*_", "[^1]", "www.", "a@", "http://a",
            "a@a.",
            "- > ", "\\", "#", "\t", "-\t", "![](", "[](x \"", ":", "a\u{301}", "\u{6F22}",
        ]) func aQuarterMebibyteOfOneThing(piece: String)
    {
        let text = times(piece, 262_144 / piece.utf8.count)
        let document = Document.reading(markdown: text)
        #expect(document.sourceLines == 1)
        #expect(document.blocks.count < 100)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            times5(">"), times5("["), times5("*a **b "), times5("![[]()"), times5("</"), times5("_a "),
            times5("- > 1. "),
        ]) func manyParagraphsOfIt(paragraph: String)
    {
        let document = Document.reading(markdown: times(paragraph + "\n\n", 20))
        #expect(document.sourceLines == 40)
    }

    private static func times5(_ piece: String) -> String { String(repeating: piece, count: 5_000) }

    @Test(.timeLimit(.minutes(1))) func oneDefinitionUsedWithoutEnd() {
        let document = Document.reading(markdown: "[a]: " + times("u", 100_000) + "\n\n" + times("[a]\n\n", 100_000))
        #expect(document.blocks.first?.spans.first?.text == MarkdownGate.note)
    }

    @Test(.timeLimit(.minutes(1))) func aWideTableOfShortRows() {
        let wide = times("|a", 20_000) + "\n" + times("|-", 20_000) + "\n" + times("|x\n", 20_000)
        #expect(Document.reading(markdown: wide).blocks.first?.spans.first?.text == MarkdownGate.note)
    }

    @Test func deepNestingHasANarrowLead() {
        let deep = (0..<300).map { times("  ", $0) + "- a" }.joined(separator: "\n")
        let document = Document.reading(markdown: deep)
        #expect(document.blocks.count == 300)
        #expect(document.blocks.allSatisfy { $0.lead.first.width <= 20 && $0.lead.first.width == $0.lead.rest.width })
    }

    @Test func whatPeopleWriteIsNotTakenForHostile() {
        let texts = [
            times("_", 20_000), times("-", 500), times("* ", 400),
            times("=", 300) + "\n\n" + times("- item *a* [b](c)\n", 900),
            "Name: " + times("_", 60) + "\n" + times("1. Question? " + times("_", 80) + "\n", 300),
            times("| a | b | c | d |\n", 1) + "|-|-|-|-|\n" + times("| 1 | 2 | 3 | 4 |\n", 5_000),
        ]
        for text in texts { #expect(MarkdownGate.mayParse(Source(text: text)), "\(text.prefix(40))") }
    }

    @Test(.timeLimit(.minutes(1))) func whatIsTooLongIsCutAndSaysSo() throws {
        let line = times("word ", 20) + "\n"
        let text = times(line, 60_000)  // 6 MB
        let document = Document.reading(markdown: text)
        #expect(document.sourceLines == 60_000)
        let last = try #require(document.blocks.last)
        #expect(last.spans.map(\.text.string) == ["[Too long to show whole: 1.8 MiB more are not shown here.]"])
        #expect(last.lines.upperBound == EvidenceReader.textLimit / line.utf8.count)
    }

    @Test(.timeLimit(.minutes(1))) func aCutNeverFallsInsideACharacter() {
        let bytes = Array(times("\u{6F22}", 1_000).utf8)
        for limit in 0...20 {
            let source = Source(bytes: bytes, limit: limit)
            #expect(
                String(decoding: source.bytes, as: UTF8.self).unicodeScalars.allSatisfy {
                    $0 == "\u{6F22}" || $0 == "\n"
                })
            #expect(source.leftOut == bytes.count - limit / 3 * 3)
        }
    }

    @Test func bytesThatAreNoTextAreRepaired() {
        let item = EvidenceItem(
            id: "e", title: "T", answers: nil, kind: "markdown", fileName: nil, body: .content(sha256: "", bytes: 5))
        let document = EvidenceReader.document(for: item, bytes: [0x61, 0xFF, 0xC3, 0x28, 0x80])
        #expect(document.printed == ["1 p ||a\u{FFFD}\u{FFFD}(\u{FFFD}", "1 lines"])
    }
}
