/// Reads JSON (RFC 8259) into the tree of `Written`.
///
/// Not Foundation's decoder: that tells neither the line of a value, nor what was found in its place, nor which keys nobody
/// asked for, and stops at the first fault (see docs/formats).
struct JSONText {
    /// Deeper than any format here; keeps hostile nesting off the stack.
    static let deepest = 128
    /// Values in one text: an array of a million zeros is nobody's submission.
    var most = 1_000_000

    let bytes: [UInt8]
    let end: Int
    var at: Int
    var line: Int
    private var lineStart: Int
    private var depth = 0
    private var count = 0
    /// NULs and halves of surrogate pairs that were replaced by U+FFFD: legal in JSON, not in text.
    var repairs = 0

    /// - Parameter line: The number, from 1, of the line that `range` begins on.
    init(_ bytes: [UInt8], _ range: Range<Int>, line: Int = 1) {
        self.bytes = bytes
        self.line = line
        at = range.lowerBound
        lineStart = range.lowerBound
        end = range.upperBound
    }

    /// Reads one value and nothing after it.
    mutating func read() throws(SyntaxFault) -> Written {
        let value = try readValue()
        skipSpace()
        if at < end { throw expected("nothing more") }
        return value
    }

    private mutating func readValue() throws(SyntaxFault) -> Written {
        skipSpace()
        count += 1
        if count > most { throw SyntaxFault(line: line, reason: "holds more than \(most) values") }
        guard at < end else { throw expected("a value") }
        let start = line
        let value: Written.Value
        switch bytes[at] {
        case UInt8(ascii: "{"): value = .record(try readRecord())
        case UInt8(ascii: "["): value = .list(try readList())
        case UInt8(ascii: "\""): value = .text(try readString())
        case UInt8(ascii: "t"): value = try readWord("true", .truth(true))
        case UInt8(ascii: "f"): value = try readWord("false", .truth(false))
        case UInt8(ascii: "n"): value = try readWord("null", .nothing)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(try readNumber())
        default: throw expected("a value")
        }
        return Written(value: value, line: start)
    }

    private mutating func readRecord() throws(SyntaxFault) -> [Written.Field] {
        try descend()
        defer { depth -= 1 }
        var fields: [Written.Field] = []
        if take(UInt8(ascii: "}")) { return fields }
        repeat {
            skipSpace()
            guard at < end, bytes[at] == UInt8(ascii: "\"") else { throw expected("a key in quotes") }
            let start = line
            let key = try readString()
            guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
            fields.append(Written.Field(key: key, line: start, value: try readValue()))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw expected("a comma or }") }
        return fields
    }

    private mutating func readList() throws(SyntaxFault) -> [Written] {
        try descend()
        defer { depth -= 1 }
        var values: [Written] = []
        if take(UInt8(ascii: "]")) { return values }
        repeat { values.append(try readValue()) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw expected("a comma or ]") }
        return values
    }

    /// Steps over an opening bracket.
    private mutating func descend() throws(SyntaxFault) {
        at += 1
        depth += 1
        if depth > JSONText.deepest { throw SyntaxFault(line: line, reason: "nested deeper than \(JSONText.deepest)") }
    }

    private mutating func readWord(_ word: StaticString, _ value: Written.Value) throws(SyntaxFault) -> Written.Value {
        let length = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { $0.elementsEqual(bytes[at..<min(at + length, end)]) }
        guard matches else { throw expected("a value") }
        at += length
        return value
    }

    private mutating func readNumber() throws(SyntaxFault) -> String {
        let start = at
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        let whole = at
        guard skipDigits() > 0 else { throw expected("a digit") }
        if bytes[whole] == UInt8(ascii: "0"), at - whole > 1 {
            at = whole + 1
            throw expected("no digit after a leading zero")
        }
        if at < end, bytes[at] == UInt8(ascii: ".") {
            at += 1
            guard skipDigits() > 0 else { throw expected("a digit") }
        }
        if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
            guard skipDigits() > 0 else { throw expected("a digit") }
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func skipDigits() -> Int {
        let start = at
        while at < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
        return at - start
    }

    private mutating func skipSpace() {
        while at < end {
            switch bytes[at] {
            case 0x20, 0x09, 0x0D: at += 1
            case 0x0A:
                at += 1
                line += 1
                lineStart = at
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < end, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    func expected(_ what: String) -> SyntaxFault {
        let found: String
        if at >= end {
            found = "the end"
        } else if bytes[at] > 0x20, bytes[at] < 0x7F {
            found = quoted(String(UnicodeScalar(bytes[at])))
        } else {
            found = "byte " + String(bytes[at])
        }
        return SyntaxFault(
            line: line, reason: "not JSON: found \(found) at byte \(at - lineStart + 1) of the line, expected \(what)")
    }
}
