import Text

/// One cell of a frame. The right half of a wide glyph is a cell of width 0.
package struct Cell: Hashable, Sendable {
    package var glyph: Glyph
    package var style: Style
    /// 0, 1 or 2 columns.
    package var width: UInt8

    package init(glyph: Glyph, style: Style, width: UInt8) {
        self.glyph = glyph
        self.style = style
        self.width = width
    }

    package static let blank = Cell(glyph: .space, style: .text, width: 1)
}

/// A picture of the whole screen. Drawing outside of it, or at size 0, is legal and does nothing.
package struct Frame: Equatable, Sendable {
    package let size: Size
    package private(set) var cells: [Cell]
    /// Where the terminal's cursor stands; nil hides it.
    package var cursor: Point?

    package struct Point: Hashable, Sendable {
        package var x: Int
        package var y: Int
        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    package init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    package var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

    /// Nil outside of the frame.
    package subscript(x: Int, y: Int) -> Cell? {
        guard bounds.contains(x: x, y: y) else { return nil }
        return cells[y * size.columns + x]
    }

    package func row(_ y: Int) -> ArraySlice<Cell> {
        guard y >= 0, y < size.rows else { return [] }
        return cells[y * size.columns..<(y + 1) * size.columns]
    }

    /// Draws one line of text from `x`, cut at the frame's edge and at `limit` (a column, not a length).
    /// - Returns: the column after the last glyph drawn.
    @discardableResult
    package mutating func put(_ text: SafeText, x: Int, y: Int, style: Style = .text, limit: Int? = nil) -> Int {
        let end = min(limit ?? size.columns, size.columns)
        guard y >= 0, y < size.rows else { return x }
        if x >= 0, let end = putASCII(text, x: x, y: y, style: style, end: end) { return end }
        var column = x
        text.forEachGlyph { glyph, width in
            if column + width > end { return false }
            if column >= 0 { set(glyph, width: width, x: column, y: y, style: style) }
            column += width
            return true
        }
        return column
    }

    /// The same for text whose every byte is a column, which most is. Nil, and nothing drawn, for other text.
    private mutating func putASCII(_ text: SafeText, x: Int, y: Int, style: Style, end: Int) -> Int? {
        let drawn = text.string.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            var seen: UInt8 = 0
            for byte in bytes { seen |= byte }
            if seen >= 0x80 { return nil }
            let count = max(0, min(bytes.count, end - x))
            overwrite(x..<x + count, y: y) { at, cells in
                for offset in 0..<count {
                    cells[at + offset] = Cell(glyph: Glyph(UInt32(bytes[offset])), style: style, width: 1)
                }
            }
            return x + count
        }
        return drawn ?? nil
    }

    /// Fills a rectangle with one narrow glyph.
    package mutating func fill(_ rect: Rect, with glyph: Glyph = .space, style: Style = .text) {
        let columns = max(0, rect.x)..<max(0, rect.x, min(rect.right, size.columns))
        let cell = Cell(glyph: glyph, style: style, width: 1)
        for y in max(0, rect.y)..<max(0, rect.y, min(rect.bottom, size.rows)) {
            overwrite(columns, y: y) { at, cells in
                for offset in 0..<columns.count { cells[at + offset] = cell }
            }
        }
    }

    /// Gives the cells of a rectangle another style, their glyphs kept.
    package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        for y in max(0, rect.y)..<max(0, rect.y, min(rect.bottom, size.rows)) {
            for x in max(0, rect.x)..<max(0, rect.x, min(rect.right, size.columns)) {
                change(&cells[y * size.columns + x].style)
            }
        }
    }

    /// Gives every cell the narrow glyph that `change` makes of its own; the right half of a wide one stays a space.
    mutating func replaceGlyphs(_ change: (Glyph) -> Glyph) {
        for index in cells.indices {
            if cells[index].width > 0 { cells[index].glyph = change(cells[index].glyph) }
            cells[index].width = 1
        }
    }

    /// Has narrow cells of one row written by `body`, from an index on: the halves of wide glyphs need a look at the two ends only.
    private mutating func overwrite(
        _ columns: Range<Int>, y: Int, _ body: (Int, UnsafeMutableBufferPointer<Cell>) -> Void
    ) {
        guard !columns.isEmpty else { return }
        let (first, last) = (y * size.columns + columns.lowerBound, y * size.columns + columns.upperBound - 1)
        if cells[first].width == 0, columns.lowerBound > 0 {
            cells[first - 1].glyph = .space; cells[first - 1].width = 1
        }
        if cells[last].width == 2, columns.upperBound < size.columns {
            cells[last + 1].glyph = .space; cells[last + 1].width = 1
        }
        cells.withUnsafeMutableBufferPointer { body(first, $0) }
    }

    /// Keeps the two halves of wide glyphs together: what is half overwritten becomes a space.
    private mutating func set(_ glyph: Glyph, width: Int, x: Int, y: Int, style: Style) {
        let at = y * size.columns + x
        if cells[at].width == 0, x > 0 { cells[at - 1].glyph = .space; cells[at - 1].width = 1 }
        let last = at + width - 1
        if cells[last].width == 2, x + width < size.columns {
            cells[last + 1].glyph = .space; cells[last + 1].width = 1
        }
        cells[at] = Cell(glyph: glyph, style: style, width: UInt8(width))
        if width == 2 { cells[at + 1] = Cell(glyph: .space, style: style, width: 0) }
    }
}
