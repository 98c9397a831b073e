import CNcurses
import Glibc
import Screen
import Text

extension CursesTerminal {
    /// Puts the cells that differ from the frame before into curses' window; curses finds the shortest way to send them, the
    /// terminal's own scrolling among it (`idlok`).
    package func present(_ frame: Frame) throws(DisplayLost) {
        if let previous, previous.size == frame.size {
            if previous == frame, previous.cursor == frame.cursor { return }
            put(frame, over: previous)
        } else {
            werase(window)
            // All of it is sent again: after a resize or another program's output nothing is known of the screen.
            clearok(assay_curscr(), true)
            put(frame, over: nil)
        }
        place(frame.cursor)
        wrefresh(window)
        previous = frame
        try checkLine()
    }

    private func place(_ cursor: Frame.Point?) {
        if let cursor {
            leaveok(window, false)
            wmove(window, Int32(min(max(0, cursor.y), size.rows - 1)), Int32(min(max(0, cursor.x), size.columns - 1)))
            if !cursorShown { curs_set(1); cursorShown = true }
        } else {
            leaveok(window, true)  // where a hidden cursor stands does not matter, and moving it costs bytes
            if cursorShown { curs_set(0); cursorShown = false }
        }
    }

    /// curses does not tell that the terminal is gone: its writes fail in silence.
    private func checkLine() throws(DisplayLost) {
        var line = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        if poll(&line, 1, 0) > 0, Int32(line.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0 { throw DisplayLost() }
    }

    private func put(_ frame: Frame, over previous: Frame?) {
        let rows = min(frame.size.rows, size.rows)
        let columns = min(frame.size.columns, size.columns)
        if rows == 0 || columns == 0 { return }
        frame.cells.withUnsafeBufferPointer { new in
            guard let previous else {
                for y in 0..<rows { send(new, row: y, width: frame.size.columns, from: 0, to: columns) }
                return
            }
            previous.cells.withUnsafeBufferPointer { old in
                for y in 0..<rows {
                    let start = y * frame.size.columns
                    var first = 0
                    while first < columns, new[start + first] == old[start + first] { first += 1 }
                    if first == columns { continue }
                    var last = columns
                    while last > first, new[start + last - 1] == old[start + last - 1] { last -= 1 }
                    // Both halves of a wide glyph, of the new and of the one it replaces.
                    while first > 0, new[start + first].width == 0 || old[start + first].width == 0 { first -= 1 }
                    while last < columns, new[start + last].width == 0 || old[start + last].width == 0 { last += 1 }
                    send(new, row: y, width: frame.size.columns, from: first, to: last)
                }
            }
        }
    }

    /// One run of cells into the window. A wide glyph is one element and takes its two columns there.
    private func send(_ frame: UnsafeBufferPointer<Cell>, row: Int, width: Int, from: Int, to: Int) {
        var count = 0
        var style = Style.text
        var paint = palette.paint(style)
        for column in from..<to {
            let cell = frame[row * width + column]
            if cell.width == 0 {
                if !isUTF8 {
                    assay_fill(cells + count, paint.attributes, paint.pair, 0x20)
                    count += 1
                }
                continue
            }
            if cell.style != style {
                style = cell.style
                paint = palette.paint(style)
            }
            let base = cell.glyph.base
            if base < 0x7F, base >= 0x20, !cell.glyph.hasFollowers {
                assay_fill(cells + count, paint.attributes, paint.pair, base)
            } else if !isUTF8 {
                assay_fill(cells + count, paint.attributes, paint.pair, UInt32(cell.glyph.asciiStandIn))
            } else if cell.width == 2, column + 1 >= to {
                assay_fill(cells + count, paint.attributes, paint.pair, 0x20)  // cut by the edge
            } else {
                fill(cells + count, cell.glyph, paint)
            }
            count += 1
        }
        mvwadd_wchnstr(window, Int32(row), Int32(from), cells, Int32(count))
    }

    private func fill(_ cell: UnsafeMutablePointer<cchar_t>, _ glyph: Glyph, _ paint: Palette.Paint) {
        // What the C library does not know may be of any width in the terminal: a mark of width 1 stands for it.
        guard assay_can_show(glyph.base) != 0 else {
            assay_fill(cell, paint.attributes, paint.pair, 0xFFFD)
            return
        }
        assay_fill(cell, paint.attributes, paint.pair, glyph.base)
        guard glyph.hasFollowers else { return }
        var at: Int32 = 0
        glyph.forEachScalar { scalar in
            assay_follow(cell, at, scalar)
            at += 1
        }
    }
}
