import Core
import Screen
import Support
import Testing
import Text

@testable import Console

private func set(_ blocks: [Block], width: Int) -> [String] {
    useUnicodeWidths()
    return Layout(Document(blocks: blocks, sourceLines: 99), width: width).lines.map(\.text.string)
}

private func paragraph(_ lines: String..., lead: Block.Lead = .init(), from: Int = 1, isTight: Bool = false) -> Block {
    Block(
        kind: .paragraph, lead: lead,
        spans: lines.enumerated().map { Span(SafeText(untrusted: $1), line: from + $0) },
        lines: from...from + lines.count - 1, isTight: isTight)
}

@Suite struct LayoutTests {
    @Test func fillsParagraphsAndKeepsSourceLines() {
        let block = paragraph("I used to ask any questions", "and take silence for yes.", "So I stopped.")
        let lines = Layout(Document(blocks: [block], sourceLines: 3), width: 20).lines
        #expect(
            lines.map(\.text.string) == [
                "I used to ask any", "questions and take", "silence for yes. So", "I stopped.",
            ])
        #expect(lines.map(\.sourceLine) == [1, 1, 2, 3])
        #expect(lines.map(\.lastSourceLine) == [1, 2, 3, 3])
        #expect(lines.map(\.width) == [17, 18, 19, 10])
    }

    @Test func cutsWordsLongerThanTheMeasure() {
        #expect(
            set([paragraph("see https://example.org/abc ok")], width: 10) == [
                "see", "https://ex", "ample.org/", "abc ok",
            ])
    }

    @Test func fillsScriptsWithoutSpaces() {
        #expect(set([paragraph("ab 日本語日本語日本語")], width: 9) == ["ab 日本語", "日本語日", "本語"])
    }

    @Test func neverLoopsWhereAGlyphIsWiderThanTheMeasure() {
        #expect(set([paragraph("日本")], width: 1).allSatisfy { $0.isEmpty })
        #expect(!set([Block(kind: .code, spans: [Span("日本", line: 1)], lines: 1...1)], width: 1).isEmpty)
    }

    @Test func hangsLeadsUnderTheirMarkers() {
        let item = Block.Lead(first: "  - ", rest: "    ")
        #expect(
            set(
                [
                    paragraph("six or more right: go on", lead: item),
                    paragraph("fewer: back", lead: item, from: 2, isTight: true),
                    paragraph("quoted words here", lead: .init(first: "> ", rest: "> "), from: 4),
                ], width: 14) == [
                    "  - six or", "    more", "    right: go", "    on", "  - fewer:", "    back", "", "> quoted words",
                    "> here",
                ])
    }

    @Test func keepsCodeAndContinuesLongLines() {
        let code = Block(
            kind: .code, spans: [Span("let a = 1", line: 3), Span("", line: 4), Span("  return a + 1", line: 5)],
            lines: 3...5)
        #expect(set([code], width: 9) == ["let a = 1", "", "  return ", "\u{21AA} a + 1"])
    }

    @Test func breaksWhereTheTextSaysSo() {
        let block = Block(
            kind: .paragraph, spans: [Span("one", line: 1), Span("two", line: 2, breaks: true)], lines: 1...2)
        #expect(set([block], width: 20) == ["one", "two"])
    }

    @Test func joinsSpansOfOneWordAndSpacesOthers() {
        let block = Block(
            kind: .paragraph,
            spans: [
                Span("a ", line: 1), Span("bold", marks: .strong, line: 1), Span("ly put ", line: 1),
                Span("link here", marks: .link, line: 1), Span(".", line: 1),
            ], lines: 1...1)
        let lines = Layout(Document(blocks: [block], sourceLines: 1), width: 40).lines
        #expect(lines.map(\.text.string) == ["a boldly put link here."])
        #expect(lines[0].runs.map(\.text.string) == ["a ", "bold", "ly put ", "link here", "."])
        #expect(set([block], width: 8) == ["a boldly", "put link", "here."])
    }

    @Test func setsHeadingsOff() {
        let heading = Block(kind: .heading(1), spans: [Span("Goal", line: 2)], lines: 2...2, isTight: true)
        let lines = Layout(Document(blocks: [paragraph("a"), heading], sourceLines: 2), width: 10).lines
        #expect(lines.map(\.text.string) == ["a", "", "Goal"])
        #expect(lines[2].runs == [Run("Goal", Style(.heading, .bold))])
        #expect(lines[1].isFiller)
    }

    @Test func neverExceedsTheMeasure() {
        var random = Seeded(seed: 7)
        useUnicodeWidths()
        for _ in 0..<200 {
            let words = (0..<30).map { _ in
                String(
                    repeating: ["a", "é", "日", "e\u{301}"].randomElement(using: &random) ?? "a",
                    count: .random(in: 1...12, using: &random))
            }
            let width = Int.random(in: 2...30, using: &random)
            let layout = Layout(
                Document(blocks: [paragraph(words.joined(separator: " "))], sourceLines: 1), width: width)
            for line in layout.lines {
                #expect(line.width <= width)
                #expect(line.width == line.text.width)
            }
            let all = layout.lines.map(\.text.string).joined().filter { $0 != " " }
            #expect(all == words.joined())
        }
    }

    @Test func resizeKeepsTheSourceLineAtTheTop() {
        let document = ReviewFixture.reflection
        var reading = Reading(document, width: 30)
        reading.settle(width: 30, height: 3)
        reading.scroll(by: 6)
        let line = reading.line
        reading.settle(width: 50, height: 3)
        #expect(reading.line == line)
        reading.scrollToEnd()
        #expect(reading.percent == 100)
        reading.scroll(by: 99)
        #expect(reading.visible.count == 3)
    }
}
