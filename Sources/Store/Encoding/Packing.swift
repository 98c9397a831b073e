import Core
import Crypto

/// Bytes that say one thing in one way: each field is its length in decimal, a colon, its UTF-8 bytes and a comma (a
/// netstring). Hashes are taken over these, so that no two different contents can make the same bytes.
struct Packing {
    private(set) var bytes: [UInt8] = []

    init(_ title: StaticString, capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
        add(title.description)
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    mutating func add(_ number: Int64) { add(String(number)) }
    mutating func add(_ number: Int) { add(String(number)) }
    mutating func add(_ flag: Bool) { add(flag ? "1" : "0") }

    /// Nothing and the empty text differ: a field that may be missing is preceded by 0 or 1.
    mutating func add(_ text: String?) {
        add(text != nil)
        if let text { add(text) }
    }

    mutating func add(_ raw: [UInt8]) { raw.withUnsafeBufferPointer { add($0) } }

    private mutating func add(_ raw: UnsafeBufferPointer<UInt8>) {
        appendDecimal(raw.count)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: raw)
        bytes.append(UInt8(ascii: ","))
    }

    private mutating func appendDecimal(_ number: Int) {
        if number >= 10 { appendDecimal(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    var sha256: [UInt8] { Array(SHA256.hash(data: bytes)) }
}

/// Lower-case hexadecimal.
func hex(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ half: UInt8) -> UInt8 { half < 10 ? 0x30 + half : 0x57 + half }
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
        text.append(digit(byte >> 4))
        text.append(digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
}

/// Nil for anything but pairs of hexadecimal digits.
func unhex(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for at in stride(from: 0, to: digits.count, by: 2) {
        guard let high = nibble(digits[at]), let low = nibble(digits[at + 1]) else { return nil }
        bytes.append(high << 4 | low)
    }
    return bytes
}

private func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x57
    case 0x41...0x46: digit - 0x37
    default: nil
    }
}

/// Hashes for whoever shows one.
package enum Digest {
    /// 64 hexadecimal digits.
    package static func hex(sha256 bytes: [UInt8]) -> String { Store.hex(SHA256.hash(data: bytes)) }
}
