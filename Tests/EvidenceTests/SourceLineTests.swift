import Core
import Support
import Testing
import Text

@testable import Evidence

/// Citations name lines: what a document says stands on a line must stand there as `SafeText.lines` counts.
@Suite struct SourceLineTests {
    @Test func everyLineEndCounts() {
        let text = "a\r\nb\rc\nd\u{B}e\u{C}f\u{85}g\u{2028}h\u{2029}i"
        let document = Document.reading(markdown: text)
        #expect(document.printed == ["1-9 p ||a/2 b/3 c/4 d/5 e/6 f/7 g/8 h/9 i", "9 lines"])
        #expect(document.sourceLines == SafeText.lines(untrusted: text).count)
    }

    /// Words that are numbered by the line they stand on, in Markdown of every sort with line ends of every sort.
    private func numbered(_ random: inout Seeded) -> String {
        let ends = ["\n", "\r\n", "\r", "\u{C}", "\u{85}", "\u{2028}"]
        let openings = [
            "", "", "", "", "# ", "- ", "  - ", "1. ", "> ", "> > ", "    ", "\t", "- [x] ", "| ", "* ", "=== ", "```",
            "***",
            "[d]: x ", "<div> ", "~~~",
        ]
        let tails = [
            "", "", "", "  ", "\\", " `c", "`", " *e", "*", " **s", "**", " <b ", " [l](u)", " | x |", " <!-- ", " -->",
        ]
        var text = ""
        var line = 1
        for _ in 0..<random.number(in: 1...40) {
            let end = random.pick(ends)
            switch random.number(in: 0...9) {
            case 0, 1: text += end
            case 2: text += "|a|b|" + end + "|-|-|" + end
            default: text += random.pick(openings) + "w\(line)w" + random.pick(tails) + end
            }
            var counted = text
            line = counted.withUTF8 { LineEnds.count(in: $0) } + 1
        }
        return text
    }

    @Test(arguments: Seeded.seeds) func wordsStandOnTheirLines(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<200 {
            let text = numbered(&random)
            let document = Document.reading(markdown: text)
            #expect(document.sourceLines == SafeText.lines(untrusted: text).count)
            for block in document.blocks {
                #expect(block.lines.lowerBound >= 1 && block.lines.upperBound <= document.sourceLines)
                for span in block.allSpans {
                    #expect(block.lines.contains(span.line), "\(text.debugDescription)")
                    guard let said = span.text.firstNumber, !span.marks.contains(.code) else { continue }
                    #expect(said == span.line, "\(text.debugDescription)\n\(document.printed.joined(separator: "\n"))")
                }
            }
        }
    }

    @Test(arguments: Seeded.seeds) func soupNeverTraps(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let soup = random.soup(0...200)
            let document = Document.reading(markdown: soup)
            for block in document.blocks { #expect(block.lines.upperBound <= max(1, document.sourceLines)) }
        }
    }
}

extension Block {
    var allSpans: [Span] {
        guard case .table(let table) = kind else { return spans }
        return (((table.header.map { [$0] }) ?? []) + table.rows).flatMap(\.cells).flatMap(\.self)
    }
}

extension SafeText {
    /// The number in the first `w12w`.
    fileprivate var firstNumber: Int? {
        let parts = string.split(separator: "w", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return nil }
        return parts.dropFirst().lazy.compactMap { Int($0) }.first
    }
}
