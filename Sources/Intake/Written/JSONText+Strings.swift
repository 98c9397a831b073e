extension JSONText {
    /// Reads a string from its opening quote to its closing one.
    mutating func readString() throws(SyntaxFault) -> String {
        at += 1
        let start = at
        while at < end {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return try checked(bytes[start..<at - 1])
            }
            if byte == UInt8(ascii: "\\") { return try readEscapedString(start) }
            if byte < 0x20 { throw expected("an escape for a control character") }
            at += 1
        }
        throw expected("a closing quote")
    }

    /// The rest of a string in which an escape was met at `at`.
    private mutating func readEscapedString(_ start: Int) throws(SyntaxFault) -> String {
        var out = Array(bytes[start..<at])
        while at < end {
            let byte = bytes[at]
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return try checked(out[...])
            case UInt8(ascii: "\\"): try readEscape(into: &out)
            case 0..<0x20: throw expected("an escape for a control character")
            default:
                out.append(byte)
                at += 1
            }
        }
        throw expected("a closing quote")
    }

    private mutating func readEscape(into out: inout [UInt8]) throws(SyntaxFault) {
        at += 1
        guard at < end else { throw expected("an escape") }
        switch bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(bytes[at])
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"): return try readUnicodeEscape(into: &out)
        default: throw expected("one of \"\\/bfnrtu")
        }
        at += 1
    }

    /// `at` is on the `u`.
    private mutating func readUnicodeEscape(into out: inout [UInt8]) throws(SyntaxFault) {
        at += 1
        var value = try readFourHex()
        if (0xD800..<0xDC00).contains(value), at + 1 < end, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        {
            let after = at
            at += 2
            let low = try readFourHex()
            if (0xDC00..<0xE000).contains(low) {
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            } else {
                at = after
            }
        }
        var scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        if value == 0 { scalar = "\u{FFFD}" }
        if scalar.value != value { repairs += 1 }
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func readFourHex() throws(SyntaxFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard at < end, let digit = hexDigit(bytes[at]) else { throw expected("four hex digits") }
            value = value << 4 | digit
            at += 1
        }
        return value
    }

    private func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    private func checked(_ slice: ArraySlice<UInt8>) throws(SyntaxFault) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw SyntaxFault(line: line, reason: "not UTF-8: a string holds bytes that are not")
        }
        return text
    }
}
