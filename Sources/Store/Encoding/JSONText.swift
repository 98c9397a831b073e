/// Writes a JSON object key by key, in the order given. An import writes two a submission: Foundation's encoder, which goes
/// through `Codable` containers for every string, took longer than SQLite did.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func object(_ key: String? = nil, _ body: (inout JSONText) -> Void) {
        begin(key, "{")
        body(&self)
        end("}")
    }

    mutating func array(_ key: String? = nil, _ body: (inout JSONText) -> Void) {
        begin(key, "[")
        body(&self)
        end("]")
    }

    mutating func add(_ key: String, _ value: String) {
        prefix(key)
        string(value)
    }

    /// An element of an array.
    mutating func add(_ value: String) {
        prefix(nil)
        string(value)
    }

    /// A nil is left out.
    mutating func add(_ key: String, maybe value: String?) { if let value { add(key, value) } }

    mutating func add(_ key: String, _ value: Int) {
        prefix(key)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func add(_ key: String, _ value: Bool) {
        prefix(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    private mutating func begin(_ key: String?, _ bracket: Unicode.Scalar) {
        prefix(key)
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func end(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func prefix(_ key: String?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        string(key)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func string(_ value: String) {
        var value = value
        bytes.append(UInt8(ascii: "\""))
        value.withUTF8 { utf8 in
            // Nearly all text needs no escape: copied in runs.
            var start = 0
            for at in 0..<utf8.count {
                let byte = utf8[at]
                if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
                bytes.append(contentsOf: utf8[start..<at])
                escape(byte)
                start = at + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        default: bytes.append(contentsOf: ("\\u00" + hex([byte])).utf8)
        }
    }
}
