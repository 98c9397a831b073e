extension SafeText {
    /// Lets text from outside in as one line. Controls become their control pictures (U+2400 block), everything else that
    /// steers a terminal becomes `mark`; a tab becomes one space.
    package init(untrusted text: String) {
        // Most text is plain; finding that out must cost no more than reading it once.
        let plain = text.utf8.withContiguousStorageIfAvailable(SafeText.isPlainASCII) ?? false
        self.init(proven: plain ? text : SafeText.cleaned(text))
    }

    /// Lets text from outside in as lines, split at LF, CR LF, CR, VT, FF, NEL, LS and PS. A final line end makes no line.
    package static func lines(untrusted text: String) -> [SafeText] {
        var lines: [SafeText] = []
        var line = String.UnicodeScalarView()
        var afterReturn = false
        var open = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where afterReturn:
                break
            case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
                lines.append(SafeText(untrusted: String(line)))
                line = String.UnicodeScalarView()
                open = false
            default:
                line.append(scalar)
                open = true
            }
            afterReturn = scalar.value == 0x0D
        }
        if open { lines.append(SafeText(untrusted: String(line))) }
        return lines
    }

    /// What stands where something that steers a terminal was taken out and has no picture of its own.
    package static let mark: SafeText = "\u{2426}"

    private static func isPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var seen: UInt8 = 0
        for byte in bytes { seen |= (byte &- 0x20) > 0x5E ? 1 : 0 }
        return seen == 0
    }

    private static func cleaned(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { out.append(shown(scalar)) }
        return String(out)
    }

    /// The scalar itself, or the visible mark for one that a terminal would obey.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09: " "
        case 0x0A: "\u{2424}"  // symbol for newline
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{2426}"
        case 0x7F: "\u{2421}"
        case 0x80...0x9F,  // C1
            0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F,  // bidi marks, embeddings, overrides, isolates
            0x2028, 0x2029,  // line and paragraph separators
            0xFEFF, 0xFFF9...0xFFFB,  // byte order mark, interlinear annotation
            0xE0000...0xE007F,  // tag characters: an invisible copy of ASCII
            0xFDD0...0xFDEF:
            "\u{2426}"
        case let value where value & 0xFFFE == 0xFFFE: "\u{2426}"  // non-characters
        default: scalar
        }
    }
}
