import Core
import Screen
import Testing
import Text

@testable import Console

@Suite struct TableTests {
    private func table(_ rows: [[String]], alignments: [Table.Alignment] = []) -> Block {
        let made = rows.enumerated().map { number, cells in
            Table.Row(cells: cells.map { [Span(SafeText(untrusted: $0), line: number + 1)] }, line: number + 1)
        }
        return Block(
            kind: .table(Table(alignments: alignments, header: made.first, rows: Array(made.dropFirst()))),
            lines: 1...rows.count)
    }

    private func set(_ block: Block, width: Int) -> String {
        Layout(Document(blocks: [block], sourceLines: 9), width: width).lines.map(\.text.string).joined(separator: "\n")
    }

    @Test func fits() {
        #expect(
            set(table([["Name", "n"], ["Ada", "7"], ["Bo", "12"]], alignments: [.left, .right]), width: 20) == """
                Name   n
                ────  ──
                Ada    7
                Bo    12
                """)
    }

    @Test func wrapsCells() {
        #expect(
            set(table([["Check", "What the table said"], ["1", "They go up by the same"]]), width: 20) == """
                Check  What the
                       table said
                ─────  ─────────────
                1      They go up by
                       the same
                """)
    }

    @Test func becomesFieldsWhereColumnsWouldBeTooNarrow() {
        #expect(
            set(
                table([["First name", "Last name", "Remark"], ["Adelheid", "Whitaker", "went well enough"]]), width: 18)
                    == """
                    First name:
                    Adelheid
                    Last name:
                    Whitaker
                    Remark: went well
                    enough
                    """)
    }

    /// A column of long words takes from those that have room for theirs.
    @Test func wordsStayWhole() {
        let rows = [
            ["Minute", "What happens", "Consequence"],
            ["8", "Each pair sorts eight cards into two piles", "reconsidering"],
        ]
        #expect(
            set(table(rows), width: 38) == """
                Minute  What happens     Consequence
                ──────  ───────────────  ─────────────
                8       Each pair sorts  reconsidering
                        eight cards
                        into two piles
                """)
        for width in 1...80 {
            let text = set(table(rows), width: width)
            let words = Set(text.split(whereSeparator: { ": \n".contains($0) }).map(String.init))
            if width >= 13 { #expect(words.isSuperset(of: ["reconsidering", "happens", "Each"]), "\(width)") }
        }
    }

    @Test func fieldsWhereWordsWouldBeCut() {
        let rows = [["One", "Two", "Three"], ["straightforward", "reconsidering", "comprehension"]]
        #expect(
            set(table(rows), width: 38) == """
                One: straightforward
                Two: reconsidering
                Three: comprehension
                """)
    }

    @Test func cards() {
        let card = Block(
            kind: .card([.init(label: "Kind", value: "PDF"), .init(label: "Size", value: "a rather long value")]),
            lines: 1...1)
        #expect(
            set(card, width: 18) == """
                Kind  PDF
                Size  a rather
                      long value
                """)
    }
}
