import Core
import Testing

@testable import Evidence

/// Text that is no Markdown by its look keeps its lines.
@Suite struct TextLookTests {
    private func look(_ text: String) -> TextLook { TextLook(Source(text: text)) }

    private func printed(_ text: String) -> [String] {
        let item = EvidenceItem(
            id: "e", title: "T", answers: nil, kind: "markdown", fileName: nil,
            body: .content(sha256: "", bytes: text.utf8.count))
        return EvidenceReader.document(for: item, bytes: Array(text.utf8)).printed
    }

    @Test func logsAndColumnsKeepTheirSpaces() {
        let log = "2026-10-01 08:12 lamp on\n2026-10-01 08:13 *lamp* off\n2026-10-01 08:14 # 3\n"
        #expect(look(log) == .columns)
        #expect(look("[08:12:01] on\n[08:13:00] off\n[08:14:59] on\n") == .columns)
        #expect(look("name    score\nAda     7\nBo      12\n") == .columns)
        #expect(
            printed("name    score\nAda\t7\nBo      12\n") == [
                "1-3 code ||name    score/2 Ada 7/3 Bo      12", "3 lines",
            ])
    }

    @Test func shortLinesStandForThemselves() {
        let poem = "Milk and bread\nTwo pencils\nThe blue notebook that Dana lent me, with the drawings\nTape\n"
        #expect(look(poem) == .lines)
        #expect(printed("Milk\nBread\n\nTape\n") == ["1-2 p ||Milk//2 Bread", "4 p ||Tape", "4 lines"])
    }

    @Test func proseAndMarkdownStayWhatTheyAre() {
        let wrapped = """
            I used to ask whether there were any questions and take silence for a
            yes.  The two checks changed what I heard in the first lesson, since
            nine of twenty-two sorted the doubling tables under goes up by the same
            and I would never have known that without them.

            The second lesson began with their own cards, and they went on by
            themselves until the bell.
            """
        #expect(look(wrapped) == .markdown)
        #expect(look("One long line without an end.") == .markdown)
        #expect(look("") == .markdown)
        for markup in ["# Plan", "- one", "1. one", "> said", "```", "| a | b |", "a **b** c", "see [x](y)", "----"] {
            #expect(look(markup + "\nshort\nlines\n") == .markdown, "\(markup)")
        }
        // A table's cells are aligned with spaces too.
        #expect(look("| Minute   | What   |\n|----------|--------|\n| 8        | sort   |\n") == .markdown)
    }
}
