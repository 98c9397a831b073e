extension SafeText {
    /// Lets text from outside in as one line. Controls become their control pictures (U+2400 block), everything else that
    /// steers a terminal becomes `mark`; a tab becomes one space.
    package init(untrusted text: String) {
        var text = text
        self = text.withUTF8 { SafeText(untrustedUTF8: $0) }
    }

    /// Lets bytes from outside in as one line; what is not UTF-8 becomes U+FFFD.
    package init(untrusted bytes: some Collection<UInt8>) {
        self.init(untrusted: String(decoding: bytes, as: UTF8.self))
    }

    /// The same for bytes already known to be valid UTF-8: the cost is one reading and one copy.
    package init(untrustedUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        self.init(proven: Door.needsNoWork(bytes) ? String(decoding: bytes, as: UTF8.self) : Door.cleaned(bytes))
    }

    /// Lets text from outside in as lines, split at LF, CR LF, CR, VT, FF, NEL, LS and PS. A final line end makes no line.
    package static func lines(untrusted text: String) -> [SafeText] {
        var text = text
        return text.withUTF8 { bytes in
            var lines: [SafeText] = []
            var start = 0
            while start < bytes.count {
                let line = LineEnds.nextLine(in: bytes, from: start)
                lines.append(SafeText(untrustedUTF8: UnsafeBufferPointer(rebasing: bytes[start..<line.end])))
                start = line.next
            }
            return lines
        }
    }

    /// What stands where something that steers a terminal was taken out and has no picture of its own.
    package static let mark: SafeText = "\u{2426}"
}

/// The door of promise 4: which scalars pass, and what stands in the place of those that do not.
enum Door {
    /// True where nothing has to be looked at: printable ASCII and the Latin letters of two bytes, by far most text.
    static func needsNoWork(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte &- 0x20 < 0x5F {
                at += 1
            } else if byte >= 0xC3, byte <= 0xCB {  // U+00C0...U+02FF
                at += 2
            } else {
                return false
            }
        }
        return true
    }

    /// Copies run by run what may pass. `bytes` must be valid UTF-8.
    static func cleaned(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 16)
        var run = 0
        var at = 0
        var mayFollow = false  // something spacing came before
        while at < bytes.count {
            let (scalar, length) = UTF8Scalar.decode(bytes, at)
            let shown = shown(scalar)
            let width = shown < 0x300 ? 1 : scalarWidth(shown)
            if shown != scalar || (width == 0 && !mayFollow) {
                out.append(contentsOf: bytes[run..<at])
                // A follower with nothing to stand on gets Unicode's dotted circle: every safe text begins with a scalar
                // that takes room, so the widths of texts put together add up.
                if width == 0 && !mayFollow { UTF8Scalar.append(0x25CC, to: &out) }
                UTF8Scalar.append(shown, to: &out)
                run = at + length
            }
            mayFollow = true
            at += length
        }
        out.append(contentsOf: bytes[run..<bytes.count])
        return String(decoding: out, as: UTF8.self)
    }

    /// The scalar itself, or the visible mark for one that a terminal would obey.
    static func shown(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: scalar
        case 0x09: 0x20
        case 0x0A: 0x2424  // symbol for newline
        case 0x00...0x1F: 0x2400 + scalar
        case 0x7F: 0x2421
        // Terminals differ in showing a soft hyphen; a hyphenation point says the same and has a width.
        case 0xAD: 0x2027
        case 0x80...0x9F,  // C1
            0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F,  // bidi marks, embeddings, overrides, isolates
            0x2028, 0x2029,  // line and paragraph separators
            0xFEFF, 0xFFF9...0xFFFB,  // byte order mark, interlinear annotation
            0x1D173...0x1D17A,  // musical beams and phrases: format controls
            0xE0000...0xE007F,  // tag characters: an invisible copy of ASCII
            0xFDD0...0xFDEF:
            0x2426
        case let value where value & 0xFFFE == 0xFFFE: 0x2426  // non-characters
        // Joiners, the zero-width space and variation selectors stay: Persian, Indic scripts, Khmer and emoji need them,
        // and no terminal obeys them. What the C library cannot print has no width anybody agrees on.
        default: scalarIsKnown(scalar) ? scalar : 0xFFFD
        }
    }
}
