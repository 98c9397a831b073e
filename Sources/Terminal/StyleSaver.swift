/// Rewrites the style changes (ECMA-48 SGR) in a stream of bytes so that each is the shortest that has the same effect.
///
/// curses sets foreground and background at every change of either, starts attributes from nothing every time, and switches a
/// colour off before it switches everything off. This keeps what the terminal has, waits until something is drawn or erased,
/// and sends only the difference. What it does not understand passes through unchanged.
struct StyleSaver {
    struct Look: Equatable {
        /// Bit n is SGR n, 1 to 9.
        var attributes: UInt16 = 0
        /// 30-37, 90-97, or 1000 + n for 38;5;n; 0 is the default. The background likewise, as if it were a foreground.
        var foreground: Int16 = 0
        var background: Int16 = 0
    }

    /// Whether 39 and 49 set one colour back (terminfo's AX); otherwise only setting back everything does.
    var resetsColours = true
    var track = RowTrack()
    private var wanted = Look()
    /// Nil when it is not known.
    private var actual: Look?

    init() {}

    /// Another program may have changed the terminal's style.
    mutating func forget() {
        actual = nil
        track.row = nil
    }

    mutating func rewrite(_ bytes: UnsafeRawBufferPointer, into out: inout [UInt8]) {
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0x1B, let end = readStyle(bytes, at) {
                at = end
                continue
            }
            // Moving the cursor shows nothing: the change may wait for what is drawn there.
            if let end = Self.motion(bytes, at) {
                track.move(bytes, at..<end, into: &out)
                at = end
                continue
            }
            settle(into: &out)
            let start = at
            at += 1
            while at < bytes.count, bytes[at] != 0x1B, bytes[at] != 0x0D { at += 1 }
            track.pass(bytes, start..<at)
            out.append(contentsOf: bytes[start..<at])
        }
    }

    // MARK: - Reading

    /// Where a motion that begins here ends; nil for anything else. Line feeds are none: they may scroll, and a new line comes in
    /// the colours of the moment.
    private static func motion(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
        if bytes[start] == 0x0D || bytes[start] == 0x08 { return start + 1 }
        guard bytes[start] == 0x1B, start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
        var at = start + 2
        while at < bytes.count, 0x30...0x3B ~= bytes[at] { at += 1 }
        guard at < bytes.count else { return nil }
        switch bytes[at] {
        case UInt8(ascii: "A")...UInt8(ascii: "D"), UInt8(ascii: "G"), UInt8(ascii: "H"), UInt8(ascii: "d"):
            return at + 1
        default: return nil
        }
    }

    /// Takes a sequence of known styles into `wanted`, and tells where it ends; nil for anything else.
    private mutating func readStyle(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
        guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
        var look = wanted
        var code = 0
        /// 38 or 48, then 5.
        var (extended, isIndexed) = (0, false)
        for at in start + 2..<bytes.count {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): code = min(9999, code * 10 + Int(byte) - 0x30)
            case UInt8(ascii: ";"), UInt8(ascii: "m"):
                if extended != 0, !isIndexed {
                    guard code == 5 else { return nil }
                    isIndexed = true
                } else if extended != 0 {
                    let colour = Int16(1000 + min(255, code))
                    if extended == 38 { look.foreground = colour } else { look.background = colour }
                    (extended, isIndexed) = (0, false)
                } else if code == 38 || code == 48 {
                    extended = code
                } else if !look.apply(code) {
                    return nil
                }
                code = 0
                if byte == UInt8(ascii: "m") {
                    guard extended == 0 else { return nil }
                    wanted = look
                    return at + 1
                }
            default: return nil
            }
        }
        return nil
    }

    // MARK: - Writing

    private mutating func settle(into out: inout [UInt8]) {
        if actual == wanted { return }
        var codes: [UInt8] = []
        if let actual, canAdd(to: actual) {
            append(wanted.attributes & ~actual.attributes, to: &codes)
            if wanted.foreground != actual.foreground { append(colour: wanted.foreground, base: 0, to: &codes) }
            if wanted.background != actual.background { append(colour: wanted.background, base: 10, to: &codes) }
        }
        var whole: [UInt8] = []
        if wanted != Look() {
            whole.append(UInt8(ascii: "0"))
            append(wanted.attributes, to: &whole)
            if wanted.foreground != 0 { append(colour: wanted.foreground, base: 0, to: &whole) }
            if wanted.background != 0 { append(colour: wanted.background, base: 10, to: &whole) }
        }
        let isShorter = !codes.isEmpty && codes.count < max(1, whole.count)
        out.append(contentsOf: [0x1B, UInt8(ascii: "[")])
        out.append(contentsOf: isShorter ? codes : whole)
        out.append(UInt8(ascii: "m"))
        actual = wanted
    }

    /// Attributes are switched off only all at once: not every terminal can do it one by one.
    private func canAdd(to actual: Look) -> Bool {
        if actual.attributes & ~wanted.attributes != 0 { return false }
        let dropsColour =
            wanted.foreground == 0 && actual.foreground != 0 || wanted.background == 0 && actual.background != 0
        return resetsColours || !dropsColour
    }

    private func append(_ attributes: UInt16, to codes: inout [UInt8]) {
        for number in UInt8(1)...9 where attributes & (1 << number) != 0 {
            if !codes.isEmpty { codes.append(UInt8(ascii: ";")) }
            codes.append(UInt8(ascii: "0") + number)
        }
    }

    private func append(colour: Int16, base: Int16, to codes: inout [UInt8]) {
        if !codes.isEmpty { codes.append(UInt8(ascii: ";")) }
        let text =
            switch colour {
            case 0: String(39 + base)
            case 1000...: "\(38 + base);5;\(colour - 1000)"
            default: String(colour + base)
            }
        codes.append(contentsOf: text.utf8)
    }
}

extension StyleSaver.Look {
    /// One SGR number without parameters; false for one that is not known.
    fileprivate mutating func apply(_ code: Int) -> Bool {
        switch code {
        case 0: self = Self()
        case 1...9: attributes |= 1 << code
        case 22: attributes &= ~(1 << 1 | 1 << 2)
        case 23...25, 27...29: attributes &= ~(1 << (code - 20))
        case 30...37, 90...97: foreground = Int16(code)
        case 40...47, 100...107: background = Int16(code - 10)
        case 39: foreground = 0
        case 49: background = 0
        default: return false
        }
        return true
    }
}
