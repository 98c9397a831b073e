/// JSON as `JSONText` writes it, read back without `Codable`: an audit of a store reads every text in it.
enum JSONScan: Equatable {
    case null
    case bool(Bool)
    case number(Int64)
    case string(String)
    case array([JSONScan])
    case object([(key: String, value: JSONScan)])

    /// Nil for what `JSONText` could not have written: it has to do with damage then, and needs no better diagnosis.
    init?(_ utf8: [UInt8]) {
        var reader = Reader(utf8: utf8)
        guard let value = reader.value(depth: 0), reader.at == utf8.count else { return nil }
        self = value
    }

    subscript(key: String) -> JSONScan? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var text: String? { if case .string(let text) = self { text } else { nil } }
    var number: Int64? { if case .number(let number) = self { number } else { nil } }
    var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    var items: [JSONScan]? { if case .array(let items) = self { items } else { nil } }

    static func == (left: JSONScan, right: JSONScan) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left.elementsEqual(right) { $0 == $1 }
        default: false
        }
    }
}

extension JSONScan {
    private struct Reader {
        let utf8: [UInt8]
        var at = 0
        /// Deeper than anything of ours: a text that somebody else wrote must not exhaust the stack.
        static let deepest = 16

        mutating func value(depth: Int) -> JSONScan? {
            guard depth < Reader.deepest, at < utf8.count else { return nil }
            switch utf8[at] {
            case UInt8(ascii: "{"): return object(depth)
            case UInt8(ascii: "["): return array(depth)
            case UInt8(ascii: "\""): return string().map(JSONScan.string)
            case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
            case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
            case UInt8(ascii: "n"): return word("null") ? .null : nil
            default: return number()
            }
        }

        private mutating func object(_ depth: Int) -> JSONScan? {
            at += 1
            var members: [(key: String, value: JSONScan)] = []
            if take("}") { return .object(members) }
            repeat {
                guard at < utf8.count, utf8[at] == UInt8(ascii: "\""), let key = string(), take(":"),
                    let value = value(depth: depth + 1)
                else { return nil }
                members.append((key, value))
            } while take(",")
            return take("}") ? .object(members) : nil
        }

        private mutating func array(_ depth: Int) -> JSONScan? {
            at += 1
            var items: [JSONScan] = []
            if take("]") { return .array(items) }
            repeat {
                guard let value = value(depth: depth + 1) else { return nil }
                items.append(value)
            } while take(",")
            return take("]") ? .array(items) : nil
        }

        private mutating func string() -> String? {
            at += 1
            let start = at
            while at < utf8.count, utf8[at] != UInt8(ascii: "\""), utf8[at] != UInt8(ascii: "\\") { at += 1 }
            guard at < utf8.count else { return nil }
            if utf8[at] == UInt8(ascii: "\"") {
                at += 1
                return String(decoding: utf8[start..<at - 1], as: UTF8.self)
            }
            var bytes = Array(utf8[start..<at])
            while at < utf8.count {
                let byte = utf8[at]
                at += 1
                if byte == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
                if byte != UInt8(ascii: "\\") {
                    bytes.append(byte)
                } else if let escaped = escape() {
                    bytes.append(escaped)
                } else {
                    return nil
                }
            }
            return nil
        }

        /// Those that `JSONText` writes.
        private mutating func escape() -> UInt8? {
            guard at < utf8.count else { return nil }
            let letter = utf8[at]
            at += 1
            switch letter {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
            case UInt8(ascii: "n"): return 0x0A
            case UInt8(ascii: "u"):
                guard at + 4 <= utf8.count, utf8[at] == 0x30, utf8[at + 1] == 0x30,
                    let byte = unhex(String(decoding: utf8[at + 2..<at + 4], as: UTF8.self))?.first, byte < 0x80
                else { return nil }
                at += 4
                return byte
            default: return nil
            }
        }

        private mutating func number() -> JSONScan? {
            let start = at
            while at < utf8.count, utf8[at] == UInt8(ascii: "-") || (0x30...0x39).contains(utf8[at]) { at += 1 }
            return Int64(String(decoding: utf8[start..<at], as: UTF8.self)).map(JSONScan.number)
        }

        private mutating func word(_ word: StaticString) -> Bool {
            guard utf8[at...].starts(with: word.description.utf8) else { return false }
            at += word.utf8CodeUnitCount
            return true
        }

        private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            guard at < utf8.count, utf8[at] == UInt8(ascii: scalar) else { return false }
            at += 1
            return true
        }
    }
}
