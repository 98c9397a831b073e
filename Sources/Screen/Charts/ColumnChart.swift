import Text

/// Values as columns that stand side by side: a histogram, or a line of sparks where it is one row high.
///
/// Eighths of a cell (U+2581 to U+2588). In ASCII a part of a cell becomes `-` or `=` and a whole one `#`, so heights are still
/// told apart, roughly; write the numbers that matter beside a chart.
package struct ColumnChart: Equatable, Sendable {
    package var values: [Int]
    /// The value of a full column; charts that are to be compared have the same.
    package var most: Int
    /// Cells that one value is wide.
    package var columnWidth: Int

    package init(_ values: [Int], most: Int? = nil, columnWidth: Int = 1) {
        self.values = values
        self.most = max(1, most ?? values.max() ?? 1)
        self.columnWidth = max(1, columnWidth)
    }

    /// Height in eighths of a row: 0 only for 0, and the highest only for `most`.
    package func eighths(_ value: Int, rows: Int) -> Int {
        let full = 8 * max(0, rows)
        guard value > 0, full > 0 else { return 0 }
        if value >= most { return full }
        let share = Int(Double(value) / Double(most) * Double(full))
        return max(1, min(share, full - 1))
    }

    package var width: Int { values.count * columnWidth }

    /// Stands on the bottom of the rectangle, from its left; what does not fit on the right is cut off.
    package func render(_ rect: Rect, style: (Int) -> Style, into frame: inout Frame) {
        for (index, value) in values.enumerated() {
            let x = rect.x + index * columnWidth
            if x + columnWidth > rect.right { return }
            var left = eighths(value, rows: rect.height)
            var y = rect.bottom - 1
            while left > 0 {
                let glyph = Glyph(0x2580 + UInt32(min(8, left)))
                frame.fill(Rect(x: x, y: y, width: columnWidth, height: 1), with: glyph, style: style(index))
                left -= 8
                y -= 1
            }
        }
    }
}

extension ColumnChart {
    /// Sums of neighbours, so that `values` fit into `count` columns; the last column ends with the last value, and all but
    /// the first hold equally many.
    package static func binned(_ values: [Int], into count: Int) -> [Int] {
        guard count > 0, !values.isEmpty else { return [] }
        let size = (values.count + count - 1) / count
        if size == 1 { return values }
        var bins: [Int] = []
        var end = values.count
        while end > 0 {
            bins.append(values[max(0, end - size)..<end].reduce(0, +))
            end -= size
        }
        return bins.reversed()
    }
}
