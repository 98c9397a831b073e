import CNcurses

/// Shortens what curses sends to switch attributes off.
///
/// Descriptions of the xterm family and of screen write a change of character set into it (`ESC ( B`, or SI), which only a
/// program that draws with that set needs; this one draws with Unicode or ASCII. Two thirds of the bytes of a styled word are gone
/// with it. curses hands out its own copy of the text, which may be made shorter where it lies.
enum ShortSequences {
    /// Before the first frame, after curses has put the terminal into a known state with the full ones.
    static func apply() {
        shorten("sgr0") { text in
            if text.starts(with: "\u{1B}(B\u{1B}[".utf8) { return Array(text.dropFirst(3)) }
            return text.last == 0x0F ? text.dropLast() : text
        }
        shorten("sgr") { text in
            let charset = "%?%p9%t\u{1B}(0%e\u{1B}(B%;".utf8
            if text.starts(with: charset) { return Array(text.dropFirst(charset.count)) }
            let shift = "%?%p9%t\u{0E}%e\u{0F}%;".utf8
            return text.suffix(shift.count).elementsEqual(shift) ? text.dropLast(shift.count) : text
        }
        // Sets all colours of the terminal back to its own, those among them that the person's shell has changed; we change none.
        shorten("oc") { _ in [] }
    }

    private static func shorten(_ name: String, _ change: ([UInt8]) -> [UInt8]) {
        guard assay_capability(name) != nil, let place = tigetstr(name) else { return }
        let text = String(cString: place).utf8.map { $0 }
        let short = change(text)
        guard short.count < text.count else { return }
        for (offset, byte) in short.enumerated() { place[offset] = CChar(bitPattern: byte) }
        place[short.count] = 0
    }
}
