import Text

/// The text wrapped softly to a width, and the cursor in it.
extension CommentEditor {
    /// Scalars of one row; the line end that closes it is not among them.
    package struct Row: Equatable, Sendable {
        package var range: Range<Int>
        /// The row goes on in the next one without a line end.
        package var isWrapped: Bool
    }

    /// One column stays free for the cursor at the end of a row.
    package func rows(width: Int) -> [Row] {
        let width = max(2, width - 1)
        var rows: [Row] = []
        var start = 0
        while true {
            let end = lineEnd(from: start)
            wrap(start..<end, width: width, into: &rows)
            if end == scalars.count { return rows }
            start = end + 1
        }
    }

    private func wrap(_ line: Range<Int>, width: Int, into rows: inout [Row]) {
        var start = line.lowerBound
        var column = 0
        /// After the last space: where the row may be broken.
        var breakAt: Int?
        var place = start
        while place < line.upperBound {
            let columns = scalarWidth(scalars[place].value)
            if columns > 0, column + columns > width, place > start {
                if scalars[place] == " " {
                    // A space hangs over the edge rather than beginning the next row.
                    place += 1
                    breakAt = place
                }
                let end = breakAt ?? place
                rows.append(Row(range: start..<end, isWrapped: true))
                start = end
                place = end
                column = 0
                breakAt = nil
                continue
            }
            column += columns
            place += 1
            if scalars[place - 1] == " " { breakAt = place }
        }
        rows.append(Row(range: start..<line.upperBound, isWrapped: false))
    }

    package func text(of row: Row) -> SafeText {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[row.range])
        return SafeText(untrusted: String(view))
    }

    /// Row and column of the cursor.
    package func position(in rows: [Row]) -> (row: Int, column: Int) {
        for (number, row) in rows.enumerated() {
            let isHere = cursor < row.range.upperBound || cursor == row.range.upperBound && !row.isWrapped
            if cursor >= row.range.lowerBound, isHere { return (number, columns(row.range.lowerBound..<cursor)) }
        }
        return (max(0, rows.count - 1), 0)
    }

    private func columns(_ range: Range<Int>) -> Int {
        // A follower with nothing before it is shown on a space of its own.
        var total = 0
        for place in range {
            let width = scalarWidth(scalars[place].value)
            total += width == 0 && place == range.lowerBound ? 1 : width
        }
        return total
    }

    package mutating func up(width: Int) { step(-1, width: width) }
    package mutating func down(width: Int) { step(1, width: width) }

    /// Moves by laid-out rows, keeping the column that was aimed for; past an end, to that end.
    private mutating func step(_ delta: Int, width: Int) {
        let rows = rows(width: width)
        let here = position(in: rows)
        let goal = aim ?? here.column
        let target = here.row + delta
        if target < 0 { return move(to: 0) }
        if target >= rows.count { return move(to: scalars.count) }
        let row = rows[target]
        var place = row.range.lowerBound
        var column = 0
        while place < row.range.upperBound {
            let next = after(place)
            let wide = columns(place..<next)
            if column + wide > goal || row.isWrapped && next >= row.range.upperBound { break }
            column += wide
            place = next
        }
        move(to: place, keepingAim: goal)
    }
}
