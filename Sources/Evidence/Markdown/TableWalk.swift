import CCmark
import Core
import Text

/// A table of the parser as a `Table`.
enum TableWalk {
    static func table(of node: OpaquePointer) -> Table {
        let columns = Int(cmark_gfm_extensions_get_table_columns(node))
        var alignments: [Table.Alignment] = []
        if let letters = cmark_gfm_extensions_get_table_alignments(node) {
            alignments = (0..<columns).map { alignment(letters[$0]) }
        }
        var header: Table.Row?
        var rows: [Table.Row] = []
        var line = headerLine(of: node)
        var child = cmark_node_first_child(node)
        while let row = child {
            child = cmark_node_next(row)
            let cells = cells(of: row, line: line)
            if cmark_gfm_extensions_get_table_row_is_header(row) != 0 {
                header = cells
                line += 2  // the rule below it
            } else {
                rows.append(cells)
                line += 1
            }
        }
        return Table(alignments: alignments, header: header, rows: rows)
    }

    /// A row knows its line; the header is given that of the rule below it, or of the paragraph it was taken from. Rows follow
    /// each other without a gap, so any row tells.
    static func headerLine(of table: OpaquePointer) -> Int {
        guard let header = cmark_node_first_child(table), let row = cmark_node_next(header) else {
            return max(1, Int(cmark_node_get_end_line(table)) - 1)
        }
        return max(1, Int(cmark_node_get_start_line(row)) - 2)
    }

    private static func cells(of row: OpaquePointer, line: Int) -> Table.Row {
        var cells: [[Span]] = []
        var child = cmark_node_first_child(row)
        while let cell = child {
            child = cmark_node_next(cell)
            cells.append(InlineWalk.spans(of: cell, range: line...line))
        }
        return Table.Row(cells: cells, line: line)
    }

    private static func alignment(_ letter: UInt8) -> Table.Alignment {
        switch letter {
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .left
        }
    }
}
