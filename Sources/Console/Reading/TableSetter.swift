import Core
import Screen
import Text

/// Sets a table: as it is where it fits, with wrapped cells where it does not, as a list of fields where columns would be too
/// narrow to read.
struct TableSetter {
    private let table: Table
    private let measure: Int
    private let count: Int
    private static let gap = 2
    /// A column narrower than this is no column.
    private static let narrowest = 6

    init(_ table: Table, measure: Int) {
        self.table = table
        self.measure = max(1, measure)
        count = max(table.header?.cells.count ?? 0, table.rows.map(\.cells.count).max() ?? 0)
    }

    func lines() -> [LaidLine] {
        guard count > 0 else { return [] }
        guard let widths = columnWidths() else { return asFields() }
        var lines: [LaidLine] = []
        if let header = table.header {
            lines += self.lines(of: header, widths: widths, base: Style(.text, .bold))
            let ruler = widths.map { SafeText.repeated("\u{2500}", $0) }.joined(separator: "  ")
            lines.append(
                LaidLine(
                    runs: [Run(ruler, Style(.rule))], sourceLine: header.line, lastSourceLine: header.line,
                    width: ruler.width))
        }
        for row in table.rows { lines += self.lines(of: row, widths: widths, base: .text) }
        return lines
    }

    /// Natural widths where they fit; otherwise narrow columns keep theirs and the wide ones share what is left, each as wide
    /// as its longest word. Nil where words would be cut.
    private func columnWidths() -> [Int]? {
        var natural = Array(repeating: 1, count: count)
        for row in [table.header].compactMap({ $0 }) + table.rows {
            for (column, cell) in row.cells.enumerated() {
                natural[column] = max(natural[column], cell.reduce(0) { $0 + $1.text.width } + cell.softBreaks)
            }
        }
        let room = measure - TableSetter.gap * (count - 1)
        if natural.reduce(0, +) <= room { return natural }
        let least = leastWidths(natural)
        if least.reduce(0, +) > room { return nil }
        var widths = natural
        var open = Array(0..<count)
        var left = room
        while !open.isEmpty {
            let share = left / open.count
            // Those that need more than their share take it from the others first.
            let needy = open.filter { least[$0] > share }
            for column in needy { widths[column] = least[column] }
            let settled = needy.isEmpty ? open.filter { natural[$0] <= share } : needy
            if settled.isEmpty {
                for (place, column) in open.enumerated() {
                    widths[column] = share + (place < left % open.count ? 1 : 0)
                }
                return widths
            }
            left -= settled.reduce(0) { $0 + widths[$1] }
            open.removeAll(where: settled.contains)
        }
        return widths
    }

    /// Room for the longest word of each column, and for a few letters in any case.
    private func leastWidths(_ natural: [Int]) -> [Int] {
        var least = Array(repeating: TableSetter.narrowest, count: count)
        for row in [table.header].compactMap({ $0 }) + table.rows {
            for (column, cell) in row.cells.enumerated() { least[column] = max(least[column], cell.longestWord) }
        }
        return zip(least, natural).map(min)
    }

    private func lines(of row: Table.Row, widths: [Int], base: Style) -> [LaidLine] {
        let cells = (0..<count).map { column -> [LaidLine] in
            guard column < row.cells.count else { return [] }
            var filler = Filler(measure: widths[column], firstLine: row.line)
            for span in row.cells[column] { filler.add(span, style: span.style(on: base)) }
            return filler.finish()
        }
        return (0..<max(1, cells.map(\.count).max() ?? 1)).map { number in
            var runs: [Run] = []
            var width = 0
            var owed = 0
            for column in 0..<count {
                if column > 0 { owed += TableSetter.gap }
                guard number < cells[column].count, cells[column][number].width > 0 else {
                    owed += widths[column]
                    continue
                }
                let cell = cells[column][number]
                let space = max(0, widths[column] - cell.width)
                let before = indent(of: space, column: column)
                owed += before
                if owed > 0 { runs.append(Run(.repeated(" ", owed))) }
                runs += cell.runs
                width += owed + cell.width
                owed = space - before
            }
            return LaidLine(runs: runs, sourceLine: row.line, lastSourceLine: row.line, width: width)
        }
    }

    private func indent(of space: Int, column: Int) -> Int {
        guard column < table.alignments.count else { return 0 }
        return switch table.alignments[column] {
        case .left: 0
        case .center: space / 2
        case .right: space
        }
    }

    /// `Header: value`, a line or more a cell, a blank line between rows.
    private func asFields() -> [LaidLine] {
        var lines: [LaidLine] = []
        for row in table.rows.isEmpty ? [table.header].compactMap({ $0 }) : table.rows {
            if !lines.isEmpty { lines.append(.filler(before: row.line)) }
            for (column, cell) in row.cells.enumerated() {
                var filler = Filler(measure: measure, firstLine: row.line)
                if !table.rows.isEmpty, let header = table.header, column < header.cells.count {
                    for span in header.cells[column] {
                        filler.add(Span(span.text, line: row.line), style: span.style(on: Style(.quiet)))
                    }
                    filler.add(Span(": ", line: row.line), style: Style(.quiet))
                }
                for span in cell {
                    filler.add(Span(span.text, marks: span.marks, line: row.line), style: span.style(on: .text))
                }
                lines += filler.finish()
            }
        }
        return lines
    }
}

extension [Span] {
    /// Columns of the longest stretch without a space. Scripts that need none between words may be broken anywhere.
    fileprivate var longestWord: Int {
        var longest = 0
        var width = 0
        var line = first?.line
        for span in self {
            if span.breaks || span.line != line { width = 0 }
            line = span.line
            for piece in span.text.string.utf8.split(separator: 0x20, omittingEmptySubsequences: false).enumerated() {
                if piece.offset > 0 { width = 0 }
                width += columns(piece.element)
                longest = Swift.max(longest, width)
            }
        }
        return longest
    }

    private func columns(_ word: Substring.UTF8View) -> Int {
        if word.allSatisfy({ $0 < 0x80 }) { return word.count }
        let widths = Substring(word).unicodeScalars.map { scalarWidth($0.value) }
        return widths.contains(2) ? 2 : widths.reduce(0, +)
    }

    /// Spaces that a filler puts between spans of different source lines.
    fileprivate var softBreaks: Int { zip(self, dropFirst()).filter { $0.0.line < $0.1.line }.count }
}
