import CNcurses
import Glibc
import Screen
import Text

extension CursesTerminal {
    /// Puts the cells that differ from the frame before into curses' picture of the screen to come, and has it sent.
    package func present(_ frame: Frame) throws(DisplayLost) {
        let rows = min(frame.size.rows, size.rows)
        let columns = min(frame.size.columns, size.columns)
        let shift =
            mover == nil || frame.size != size
            ? nil : previous.flatMap { frame.shift(from: $0, paintsSelection: palette.paintsSelection) }
        if let shift {
            move(shift)
        } else if let previous, previous.size == frame.size {
            wipe(frame, previous)
        }
        frame.cells.withUnsafeBufferPointer { new in
            if let previous, previous.size == frame.size {
                frame.forEachDifference(
                    from: previous, moved: shift, paintsSelection: palette.paintsSelection
                ) { y, part in
                    if y < rows { send(new, row: y, width: frame.size.columns, part.clamped(to: 0..<columns)) }
                }
            } else {
                werase(window)
                // All of it is sent again: after a resize or another program's output nothing is known of the screen.
                clearok(assay_curscr(), true)
                for y in 0..<rows { send(new, row: y, width: frame.size.columns, 0..<columns) }
            }
        }
        place(frame.cursor)
        doupdate()
        previous = frame
        try tray.send()
    }

    /// Lets the terminal move a block of rows, and curses' two pictures (what is there, what is to come) with it. Left to find
    /// the move itself, curses is handed every row, and hashes and compares them all.
    private func move(_ shift: Shift) {
        guard let mover, let there = assay_curscr() else { return }
        // Setting a scrolling region sends the cursor home, so curses must believe it is there: it moves it, and its bytes
        // for that are dropped.
        leaveok(window, false)
        wmove(window, 0, 0)
        tray.dropping { doupdate() }
        tray.add(mover.bytes(shift, rows: size.rows))
        for picture in [there, window] {
            scrollok(picture, true)
            wsetscrreg(picture, Int32(shift.region.lowerBound), Int32(shift.region.upperBound - 1))
            wscrl(picture, Int32(shift.rows))
            scrollok(picture, false)
            wtouchln(picture, 0, Int32(size.rows), 0)
        }
    }

    /// Where a row is no longer the painted one, it is erased first: its gaps are then jumped over, where curses would erase each
    /// for itself. Only for a ground that is the terminal's own, which is what erasing leaves on every terminal.
    private func wipe(_ frame: Frame, _ previous: Frame) {
        let text = palette.paint(.text)
        guard palette.paintsSelection, text.pair == 0, text.attributes == 0, let there = assay_curscr(),
            assay_capability("el") != nil
        else { return }
        for y in 0..<frame.size.rows
        where previous[0, y]?.style.isSelected == true && frame[0, y]?.style.isSelected == false {
            leaveok(window, false)
            wmove(window, Int32(y), 0)
            doupdate()
            tray.add("\u{1B}[K")
            for picture in [there, window] {
                wmove(picture, Int32(y), 0)
                wclrtoeol(picture)
            }
            wtouchln(there, Int32(y), 1, 0)
            send(frame, row: y)
        }
    }

    /// A whole row.
    private func send(_ frame: Frame, row: Int) {
        frame.cells.withUnsafeBufferPointer { cells in
            send(cells, row: row, width: frame.size.columns, 0..<min(frame.size.columns, size.columns))
        }
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

    /// One run of cells into the window. A wide glyph is one element and takes its two columns there.
    private func send(_ frame: UnsafeBufferPointer<Cell>, row: Int, width: Int, _ columns: Range<Int>) {
        var count = 0
        var style = Style.text
        let text = palette.paint(style)
        var (own, paint) = (text, text)
        for column in columns {
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
                own = palette.paint(style)
            }
            if cell.glyph == .space {
                let isKept =
                    own.ground == paint.ground && resumes(frame, row * width + column, row * width + width, paint)
                if !isKept { paint = own.ground == text.ground ? text : own }
                assay_fill(cells + count, paint.attributes, paint.pair, 0x20)
                count += 1
                continue
            }
            paint = own
            let base = cell.glyph.base
            if base < 0x7F, base >= 0x20, !cell.glyph.hasFollowers {
                assay_fill(cells + count, paint.attributes, paint.pair, base)
            } else if !isUTF8 {
                assay_fill(cells + count, paint.attributes, paint.pair, UInt32(cell.glyph.asciiStandIn))
            } else if cell.width == 2, column + 1 >= columns.upperBound {
                assay_fill(cells + count, paint.attributes, paint.pair, 0x20)  // cut by the edge
            } else {
                fill(cells + count, cell.glyph, paint)
            }
            count += 1
        }
        mvwadd_wchnstr(window, Int32(row), Int32(columns.lowerBound), cells, Int32(count))
    }

    /// Whether, after a short gap, the row goes on in `paint`: then the gap's spaces take it too, which nobody can see, and the
    /// line is spared the change and the change back. A long gap is left to be erased at once.
    private func resumes(_ frame: UnsafeBufferPointer<Cell>, _ start: Int, _ end: Int, _ paint: Palette.Paint) -> Bool {
        for index in start..<min(end, start + 5) where frame[index].glyph != .space {
            let next = palette.paint(frame[index].style)
            return next.pair == paint.pair && next.attributes == paint.attributes
        }
        return false
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
