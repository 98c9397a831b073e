import Core
import Text

/// Tables as spreadsheets export them (RFC 4180, with the separators that are met in practice).
enum Csv {
    /// A cell is a fact to glance at, not a page; what is longer is cut and says so.
    static let cellLimit = 1_000
    static let columnLimit = 100

    static func document(_ source: Source, head: ContentHead) -> Document {
        let separator = separator(sniffing: head) ?? likeliest(in: source)
        var rows = CsvRows(separator: separator).rows(of: source)
        guard !rows.isEmpty else { return PlainText.document(source) }
        let columns = rows.reduce(0) { max($0, $1.cells.count) }
        for at in rows.indices where rows[at].cells.count < columns {
            rows[at].cells += Array(repeating: [], count: columns - rows[at].cells.count)
        }
        let header = rows.removeFirst()
        let alignments = (0..<columns).map { column in isNumeric(rows, column) ? Table.Alignment.right : .left }
        let table = Table(alignments: alignments, header: header, rows: rows)
        var blocks = [Block(kind: .table(table), lines: 1...max(1, source.shownLines))]
        if let closing = source.closing { blocks.append(closing) }
        return Document(blocks: blocks, sourceLines: source.lines)
    }

    /// For a table whose rows are uneven: what its first line has most of.
    private static func likeliest(in source: Source) -> UInt8 {
        let line = source.bytes.prefix { $0 != 0x0A }
        let counts = separators.map { separator in line.count { $0 == separator } }
        return zip(separators, counts).max { $0.1 < $1.1 }?.0 ?? UInt8(ascii: ",")
    }

    private static func isNumeric(_ rows: [Table.Row], _ column: Int) -> Bool {
        var seen = false
        for row in rows {
            guard let text = row.cells[column].first?.text, !text.isEmpty else { continue }
            let plain = text.string.utf8.allSatisfy { (0x30...0x39).contains($0) || " .,-+%/$".utf8.contains($0) }
            if !plain { return false }
            seen = true
        }
        return seen
    }
}
