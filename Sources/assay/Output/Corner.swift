import Glibc
import Screen
import Text

/// A terminal that shows one page, again and again: a corner of somebody's screen.
enum Corner {
    /// Nil where standard output is no terminal, or one that does not know its size.
    static var size: Size? {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else {
            return nil
        }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// What of a page can be seen: no line is folded by the terminal, nothing scrolls away; the last says what is missing.
    static func cut(_ page: [SafeText], to size: Size) -> [SafeText] {
        let rows = max(1, size.rows)
        var shown = page
        if page.count > rows {
            shown = Array(page.prefix(rows - 1))
            shown.append("... \(page.count - shown.count) more lines")
        }
        return shown.map { $0.shortened(to: size.columns) }
    }

    /// Puts a page in the place of the one before, without blanking the screen in between.
    static func show(_ page: [SafeText], _ size: Size) {
        let lines = cut(page, to: size).map { $0.string + "\u{1B}[K" }
        Printer.raw("\u{1B}[H" + lines.joined(separator: "\r\n") + "\u{1B}[J")
    }
}
