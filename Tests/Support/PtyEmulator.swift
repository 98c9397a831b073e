import Screen
import Text

/// A terminal as ncurses with TERM=xterm-256color (or vt100, linux, tmux) uses one: enough of ECMA-48 and xterm to know what a
/// person would see. What it does not understand is kept in `unknown`, so that a test can see to it that there was none.
package struct PtyEmulator {
    package struct Spot: Equatable {
        /// Empty in the right half of a wide glyph.
        package var glyph: String = " "
        package var isReversed = false
        package var isBold = false
    }

    package private(set) var size: Size
    package internal(set) var spots: [[Spot]]
    package internal(set) var cursor = (x: 0, y: 0)
    package internal(set) var isCursorShown = true
    package internal(set) var isAlternate = false
    package internal(set) var isBracketingPaste = false
    package internal(set) var title = ""
    package internal(set) var bells = 0
    package internal(set) var unknown: [String] = []

    var kept: (spots: [[Spot]], cursor: (x: Int, y: Int))?
    var region: Range<Int>
    /// The last column was written: the next glyph goes to the next row.
    var wraps = false
    var saved: (x: Int, y: Int)?
    var pen = Spot()
    var last: Unicode.Scalar = " "
    private var state = State.text
    private var decoder = [UInt8]()

    private enum State {
        case text
        case escape
        /// ESC and an intermediate byte: one more follows.
        case charset
        case control(String)
        case command(String)
    }

    package init(size: Size) {
        self.size = size
        spots = Self.blank(size)
        region = 0..<size.rows
    }

    static func blank(_ size: Size) -> [[Spot]] {
        Array(repeating: Array(repeating: Spot(), count: size.columns), count: size.rows)
    }

    /// The rows as a person reads them, spaces at their ends left out.
    package var rows: [String] { spots.map(Self.text) }

    /// Row `y`, or nothing where there is none.
    package func row(_ y: Int) -> String { spots.indices.contains(y) ? Self.text(spots[y]) : "" }

    package var text: String { rows.joined(separator: "\n") }

    package func contains(_ words: String) -> Bool {
        rows.contains { row in row.indices.contains { row[$0...].hasPrefix(words) } }
    }

    private static func text(_ row: [Spot]) -> String {
        var text = row.map(\.glyph).joined()
        while text.last == " " { text.removeLast() }
        return text
    }

    /// A real terminal keeps the top left; so does this.
    package mutating func resize(_ new: Size) {
        var grid = Self.blank(new)
        for y in 0..<min(new.rows, size.rows) {
            for x in 0..<min(new.columns, size.columns) { grid[y][x] = spots[y][x] }
        }
        spots = grid
        size = new
        region = 0..<new.rows
        cursor = (min(cursor.x, max(0, new.columns - 1)), min(cursor.y, max(0, new.rows - 1)))
    }

    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { take(byte) }
    }

    private mutating func take(_ byte: UInt8) {
        if byte < 0x80, !decoder.isEmpty {
            unknown.append("broken UTF-8")
            decoder = []
        }
        if byte >= 0x80 {
            decoder.append(byte)
            let need = decoder[0] >= 0xF0 ? 4 : decoder[0] >= 0xE0 ? 3 : 2
            guard decoder.count == need else { return }
            let text = String(decoding: decoder, as: UTF8.self)
            decoder = []
            for scalar in text.unicodeScalars { take(scalar) }
            return
        }
        take(Unicode.Scalar(byte))
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch state {
        case .text:
            if scalar == "\u{1B}" { state = .escape } else { show(scalar) }
        case .escape:
            state = .text
            switch scalar {
            case "[": state = .control("")
            case "]", "P", "_": state = .command("")
            case "(", ")", "*", "+", "#": state = .charset
            default: escape(scalar)
            }
        case .charset: state = .text
        case .control(var text):
            text.unicodeScalars.append(scalar)
            if 0x40...0x7E ~= scalar.value {
                state = .text
                control(text)
            } else {
                state = .control(text)
            }
        case .command(var text):
            text.unicodeScalars.append(scalar)
            let isOver = scalar == "\u{07}" || text.hasSuffix("\u{1B}\\")
            state = isOver ? .text : .command(text)
            if isOver, text.hasPrefix("2;") || text.hasPrefix("0;") {
                title = String(text.dropFirst(2).prefix { $0 != "\u{1B}" && $0 != "\u{07}" })
            }
        }
    }

    // MARK: - Glyphs

    mutating func show(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x07: bells += 1
        case 0x08: move(x: cursor.x - 1, y: cursor.y)
        case 0x09: move(x: (cursor.x / 8 + 1) * 8, y: cursor.y)
        case 0x0A, 0x0B: lineFeed()
        case 0x0D: move(x: 0, y: cursor.y)
        case 0x0E, 0x0F, 0x00: break
        case 0x00..<0x20: unknown.append("control \(scalar.value)")
        default: put(scalar)
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let width = scalarWidth(scalar.value)
        if width == 0 {
            var x = wraps ? cursor.x : cursor.x - 1
            while x > 0, spots[cursor.y][x].glyph.isEmpty { x -= 1 }
            if x >= 0 { spots[cursor.y][x].glyph.unicodeScalars.append(scalar) }
            return
        }
        if wraps || cursor.x + width > size.columns {
            move(x: 0, y: cursor.y)
            lineFeed()
        }
        guard cursor.y < size.rows, cursor.x + width <= size.columns else { return }
        erase(cursor.y, cursor.x..<cursor.x + width)
        var spot = pen
        spot.glyph = String(scalar)
        spots[cursor.y][cursor.x] = spot
        if width == 2 {
            spot.glyph = ""
            spots[cursor.y][cursor.x + 1] = spot
        }
        last = scalar
        if cursor.x + width >= size.columns {
            cursor.x = size.columns - 1
            wraps = true
        } else {
            cursor.x += width
        }
    }

    /// Blanks, in the colours of the pen (as `bce` promises); half a wide glyph takes the other half with it.
    mutating func erase(_ y: Int, _ columns: Range<Int>) {
        guard spots.indices.contains(y) else { return }
        let columns = columns.clamped(to: 0..<size.columns)
        for x in columns {
            if spots[y][x].glyph.isEmpty, x > 0, !columns.contains(x - 1) { spots[y][x - 1].glyph = " " }
            if x + 1 < size.columns, spots[y][x + 1].glyph.isEmpty, !columns.contains(x + 1) {
                spots[y][x + 1].glyph = " "
            }
            spots[y][x] = Spot()
        }
    }

    mutating func move(x: Int, y: Int) {
        cursor = (min(max(0, x), max(0, size.columns - 1)), min(max(0, y), max(0, size.rows - 1)))
        wraps = false
    }

    mutating func lineFeed() {
        wraps = false
        if cursor.y == region.upperBound - 1 { scroll(region, by: 1) } else { move(x: cursor.x, y: cursor.y + 1) }
    }

    /// Moves the rows of `part` up (or down, when negative), blank rows coming in.
    mutating func scroll(_ part: Range<Int>, by count: Int) {
        guard !part.isEmpty else { return }
        let count = min(max(count, -part.count), part.count)
        let blank = Array(repeating: Array(repeating: Spot(), count: size.columns), count: abs(count))
        if count > 0 {
            spots.replaceSubrange(part, with: Array(spots[part].dropFirst(count)) + blank)
        } else {
            spots.replaceSubrange(part, with: blank + Array(spots[part].dropLast(-count)))
        }
    }
}
