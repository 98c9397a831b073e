import Screen
import Text

/// A frame as a person sees it, without colour: one line a row, blanks at the end of a line left out.
///
/// ```
/// #expect(FrameText(frame).line(0) == "assay   214 pending")
/// ```
package struct FrameText: CustomStringConvertible {
    package let frame: Frame

    package init(_ frame: Frame) { self.frame = frame }

    /// One row; empty outside of the frame.
    package func line(_ y: Int) -> String {
        var text = ""
        for cell in frame.row(y) where cell.width > 0 { text += cell.glyph.string }
        while text.last == " " { text.removeLast() }
        return text
    }

    package var lines: [String] { (0..<frame.size.rows).map(line) }

    /// All rows; each ends with a line end.
    package var description: String { lines.map { $0 + "\n" }.joined() }

    /// The text of the cells whose style is of a role, row by row: what a person sees in that colour.
    package func text(in role: Style.Role) -> [String] {
        (0..<frame.size.rows).compactMap { y in
            let text = frame.row(y).filter { $0.style.role == role && $0.width > 0 }.map(\.glyph.string).joined()
            return text.isEmpty ? nil : text
        }
    }

    /// The rows on which a selection lies.
    package var selectedRows: [Int] {
        (0..<frame.size.rows).filter { frame.row($0).contains(where: \.style.isSelected) }
    }

    /// The picture with its edges and row numbers, as a failing test shows it.
    package var picture: String {
        let edge = "   +" + String(repeating: "-", count: frame.size.columns) + "+\n"
        let rows = lines.enumerated().map { y, line in
            let number = y < 10 ? " \(y)" : "\(y)"
            return "\(number) |\(line)\n"
        }
        return edge + rows.joined() + edge
    }
}

/// Rows on which two frames of one size differ.
package func changedRows(_ before: Frame, _ after: Frame) -> [Int] {
    (0..<max(before.size.rows, after.size.rows)).filter { before.row($0) != after.row($0) }
}

/// Whether both halves of every wide glyph are there, and every row is as wide as the frame.
package func isWellFormed(_ frame: Frame) -> Bool {
    (0..<frame.size.rows).allSatisfy { y in
        let row = Array(frame.row(y))
        return row.indices.allSatisfy { x in
            switch row[x].width {
            case 2: x + 1 < row.count && row[x + 1].width == 0
            case 0: x > 0 && row[x - 1].width == 2
            default: true
            }
        }
    }
}
