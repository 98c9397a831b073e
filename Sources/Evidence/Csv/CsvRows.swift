import Core
import Text

/// Splits a source into rows of cells. A line end inside quotes belongs to the cell; each row knows the line it begins on.
struct CsvRows {
    let separator: UInt8
    private var rows: [Table.Row] = []
    private var cells: [[Span]] = []
    private var cell: [UInt8] = []
    private var spans: [Span] = []
    private var size = 0
    private var line = 1
    private var rowLine = 1

    init(separator: UInt8) { self.separator = separator }

    consuming func rows(of source: Source) -> [Table.Row] {
        var quoted = false
        var fresh = true  // nothing of the cell yet: a quote here opens it
        var at = 0
        let bytes = source.bytes
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\"") where quoted && at < bytes.count && bytes[at] == UInt8(ascii: "\""):
                append(byte)
                at += 1
            case UInt8(ascii: "\"") where quoted: quoted = false
            case UInt8(ascii: "\"") where fresh:
                quoted = true
                fresh = false
            case 0x0A where quoted:
                endLine()
                line += 1
            case 0x0A:
                endRow()
                fresh = true
            case separator where !quoted:
                endCell()
                fresh = true
            default:
                append(byte)
                fresh = false
            }
        }
        if quoted || !cells.isEmpty || !cell.isEmpty { endRow() }
        return rows
    }

    private mutating func append(_ byte: UInt8) {
        size += 1
        // Whole scalars only: a cut never falls inside one.
        if size <= Csv.cellLimit || byte & 0xC0 == 0x80 && size <= Csv.cellLimit + 3 { cell.append(byte) }
    }

    private mutating func endLine() {
        if !cell.isEmpty {
            spans.append(Span(SafeText(untrusted: cell), line: line))
            cell.removeAll(keepingCapacity: true)
        }
    }

    private mutating func endCell() {
        endLine()
        if size > Csv.cellLimit { spans.append(Span(" [cut]", marks: .aside, line: line)) }
        size = 0
        if cells.count < Csv.columnLimit {
            cells.append(spans)
        } else {
            cells[cells.count - 1] = [Span("[more columns]", marks: .aside, line: line)]
        }
        spans = []
    }

    private mutating func endRow() {
        let isBlank = cells.isEmpty && spans.isEmpty && cell.isEmpty
        if isBlank {
            size = 0
        } else {
            endCell()
            rows.append(Table.Row(cells: cells, line: rowLine))
        }
        cells = []
        line += 1
        rowLine = line
    }
}
