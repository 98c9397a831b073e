import Text

/// Columns for a person: as wide as what is in them, two spaces between.
struct Table {
    struct Column {
        var title: SafeText
        var isNumber = false
    }
    var columns: [Column]
    var rows: [[SafeText]] = []

    func print() {
        for line in lines { Printer.line(line) }
    }

    /// The heading and the rows.
    var lines: [SafeText] {
        var widths = columns.map(\.title.width)
        for row in rows {
            for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.width) }
        }
        return [laid(columns.map(\.title), widths)] + rows.map { laid($0, widths) }
    }

    private func laid(_ cells: [SafeText], _ widths: [Int]) -> SafeText {
        let last = columns.count - 1
        return cells.enumerated().map { index, cell in
            index == last && !columns[index].isNumber
                ? cell : cell.padded(to: widths[index], right: columns[index].isNumber)
        }.joined(separator: "  ")
    }
}
