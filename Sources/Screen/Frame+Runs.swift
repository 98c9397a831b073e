import Text

/// Neighbouring cells of one row that look the same.
struct Run<Face: Equatable> {
    var column: Int
    var look: Face
    var cells: ArraySlice<Cell>
}

extension Frame {
    /// One row in runs. Spaces at its end that look like `trimming` are left out.
    func runs<Face: Equatable>(_ y: Int, of face: (Style) -> Face, trimming: Face) -> [Run<Face>] {
        let row = self.row(y)
        var runs: [Run<Face>] = []
        var style: Style?
        var start = row.startIndex
        var look = trimming
        for index in row.indices where row[index].style != style {
            style = row[index].style
            let next = face(row[index].style)
            if next == look { continue }
            if index > start { runs.append(Run(column: start - row.startIndex, look: look, cells: row[start..<index])) }
            (start, look) = (index, next)
        }
        if start < row.endIndex { runs.append(Run(column: start - row.startIndex, look: look, cells: row[start...])) }
        while let last = runs.last, last.look == trimming {
            let text = last.cells.lastIndex { $0.glyph != .space }
            runs.removeLast()
            guard let text else { continue }
            let end = last.cells.index(after: text)
            runs.append(
                Run(column: last.column, look: last.look, cells: row[last.cells.startIndex..<min(row.endIndex, end)]))
            break
        }
        return runs
    }
}

extension Glyph {
    /// A glyph can be made of any number: what is no text, or steers a terminal, is written as the replacement character.
    func append(to out: inout String) {
        forEachScalar { scalar in
            let isControl = scalar < 0x20 || 0x7F...0x9F ~= scalar
            out.unicodeScalars.append(isControl ? "\u{FFFD}" : Unicode.Scalar(scalar) ?? "\u{FFFD}")
        }
    }
}
