import CNcurses
import Glibc
import Screen
import Text

/// The terminal through ncurses. One in a process, used from one thread: ncurses keeps its state in globals. It is not
/// `Sendable`, so the compiler holds it to the thread of the loop that made it.
package final class CursesTerminal: Display {
    package struct Options {
        package var theme: Theme = .standard
        package var usesMouse = false
        package init() {}
    }

    package let inputDescriptor: Int32 = STDIN_FILENO
    package private(set) var size: Size
    package let depth: ColourDepth
    /// False where the person's locale is not UTF-8: then only ASCII goes out.
    package let isUTF8: Bool

    /// curses' picture of the screen to come, without the window that is usually copied into it.
    let window: UnsafeMutablePointer<WINDOW>
    /// Nil where the terminal cannot move rows, or says so in words of its own.
    let mover: RowMover?
    var palette: Palette
    var parser = KeyParser()
    var previous: Frame?
    /// Room for the cells of one row.
    var cells: UnsafeMutablePointer<cchar_t>
    var cursorShown = true
    private let setsTitle: Bool
    let tray: Tray
    private let before: termios
    private let wake: String
    private let rest: String
    private let rescueBytes: [UInt8]
    private var state = State.working
    var lastInput: Int = 0

    private enum State { case working, suspended, ended }

    /// Opens the terminal of standard input and output. Signals must be installed before.
    package init(_ options: Options = Options()) throws(DisplayFault) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        guard let type = PersonLocale.variable("TERM"), !type.isEmpty else { throw .noType }
        useUnicodeWidths()
        isUTF8 = PersonLocale.isUTF8(PersonLocale.variable)
        guard let tray = Tray(terminal: STDOUT_FILENO) else { throw .noMemory }
        self.tray = tray

        // newterm, where initscr would end the program for a type it does not know.
        let kin = CursesTerminal.relative(of: type)
        guard let screen = assay_newterm(type, tray.descriptor) ?? kin.flatMap({ assay_newterm($0, tray.descriptor) })
        else {
            throw .unknownType(type)
        }
        guard let window = assay_newscr() else { throw .noMemory }
        guard assay_capability("cup") != nil else {
            delscreen(screen)
            throw .cannotPlaceCursor(type)
        }
        self.window = window
        mover = RowMover()
        CursesTerminal.prepare(window)
        let noColour = PersonLocale.variable("NO_COLOR").map { !$0.isEmpty } ?? false
        depth = ColourDepth(colours: Int(tigetnum("colors")), noColour: noColour)
        palette = Palette(theme: options.theme, depth: depth)
        palette.start(window)
        size = CursesTerminal.askedSize ?? Size(columns: 80, rows: 24)
        resize_term(Int32(size.rows), Int32(size.columns))
        cells = .allocate(capacity: size.columns)
        before = LineModes.current(STDOUT_FILENO)

        setsTitle = CursesTerminal.takesTitle(type)
        // curses sets the scrolling region when it starts, and takes the screen for as high as terminfo says: 24 rows.
        wake =
            (mover == nil ? "" : "\u{1B}[r") + "\u{1B}[?2004h" + (options.usesMouse ? "\u{1B}[?1000h\u{1B}[?1006h" : "")
        rest = (options.usesMouse ? "\u{1B}[?1006l\u{1B}[?1000l" : "") + "\u{1B}[?2004l"
        rescueBytes = CursesTerminal.leaving(rest)
        parser.special = TerminfoKeys.differing()
        ShortSequences.apply()
        tray.learn()
        takeOver()
    }

    deinit {
        end()
        cells.deallocate()
    }

    /// What a newer terminal calls itself may be unknown on an old host; all of these speak xterm's language.
    static func relative(of type: String) -> String? {
        let kin = [
            "xterm", "alacritty", "foot", "ghostty", "kitty", "wezterm", "konsole", "vte", "gnome", "iterm2", "contour",
            "st-",
        ]
        if kin.contains(where: type.hasPrefix) { return "xterm-256color" }
        return type.hasPrefix("tmux") || type.hasPrefix("screen") ? "screen" : nil
    }

    private static func takesTitle(_ type: String) -> Bool {
        ["xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "ghostty", "kitty", "wezterm"].contains(
            where: type.hasPrefix)
    }

    private static func prepare(_ window: UnsafeMutablePointer<WINDOW>) {
        nonl()
        keypad(window, true)
        typeahead(-1)  // a frame is drawn after all keys are handled: never leave one half sent
    }

    /// What a signal handler sends to leave our mode.
    private static func leaving(_ rest: String) -> [UInt8] {
        var bytes = Array(rest.utf8)
        for name in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] {
            guard let text = assay_capability(name) else { continue }
            bytes += withoutPadding(String(cString: text)).utf8
        }
        return bytes + [0x0D]
    }

    /// terminfo writes delays as `$<5>`.
    private static func withoutPadding(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "$"), rest[mark...].hasPrefix("$<"),
            let end = rest[mark...].firstIndex(of: ">")
        {
            out += rest[..<mark]
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    // MARK: - Ours and theirs

    /// What it sends leaves with the next frame.
    private func takeOver() {
        LineModes.set(LineModes.ours(from: before), STDOUT_FILENO)
        tray.add(wake)
        rescue.pointee.arm(terminal: STDOUT_FILENO, modes: before, bytes: rescueBytes)
        state = .working
        repaint()
    }

    package func suspend() {
        guard state == .working else { return }
        giveBack()
        state = .suspended
    }

    package func resume() {
        guard state != .ended else { return }
        takeOver()
        _ = resize()
    }

    package func end() {
        if state == .working { giveBack() }
        state = .ended
    }

    private func giveBack() {
        tray.add(rest)
        if !cursorShown { curs_set(1); cursorShown = true }
        endwin()
        try? tray.send()  // where the terminal is gone there is nobody to give it back to
        LineModes.set(before, STDOUT_FILENO)
        rescue.pointee.isArmed.store(0, ordering: .sequentiallyConsistent)
    }

    package func repaint() {
        previous = nil
        tray.forgetStyle()
    }

    package func resize() -> Size {
        let new = CursesTerminal.askedSize ?? size
        if new != size {
            resize_term(Int32(new.rows), Int32(new.columns))
            size = new
            cells.deallocate()
            cells = .allocate(capacity: size.columns)
        }
        previous = nil  // the terminal may have moved or dropped any of it
        return size
    }

    private static var askedSize: Size? {
        var asked = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &asked) == 0, asked.ws_col > 0, asked.ws_row > 0 else {
            return nil
        }
        return Size(columns: Int(asked.ws_col), rows: Int(asked.ws_row))
    }

    package func beep() {
        CNcurses.beep()
        try? tray.send()  // if the terminal is gone, the next frame tells
    }

    package func setTitle(_ title: SafeText) {
        guard setsTitle, state == .working else { return }
        let text = isUTF8 ? title.prefix(columns: 200).string : CursesTerminal.ascii(title.prefix(columns: 200))
        tray.add("\u{1B}]2;" + text + "\u{1B}\\")
    }

    private static func ascii(_ text: SafeText) -> String {
        var bytes: [UInt8] = []
        text.forEachGlyph { glyph, _ in
            bytes.append(glyph.asciiStandIn)
            return true
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// For tests and the loop alike: another theme from the next frame on.
    package func use(_ theme: Theme) {
        palette = Palette(theme: theme, depth: depth)
        palette.start(window)
        previous = nil
    }
}
