import Text

/// The first bytes of some content, with the questions that kinds ask of them.
package struct ContentHead: Sendable {
    /// As much as any kind looks at. An Office file names its parts in the first few KiB, but a careful zip writer may pad.
    package static let bytesWanted = 64 * 1024

    package let bytes: ArraySlice<UInt8>
    package let total: Int

    package init(_ bytes: [UInt8], total: Int? = nil) {
        self.bytes = bytes.prefix(ContentHead.bytesWanted)
        self.total = total ?? bytes.count
    }

    /// 0 beyond the end: no signature asks for a zero that could be mistaken.
    subscript(offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

    func starts(with signature: [UInt8], at offset: Int = 0) -> Bool {
        guard offset + signature.count <= bytes.count else { return false }
        for at in 0..<signature.count where bytes[offset + at] != signature[at] { return false }
        return true
    }

    func starts(with signature: StaticString, at offset: Int = 0) -> Bool {
        signature.withUTF8Buffer { starts(with: Array($0), at: offset) }
    }

    func contains(_ needle: StaticString) -> Bool {
        needle.withUTF8Buffer { needle in
            bytes.withUnsafeBufferPointer { hay in
                guard let first = needle.first, hay.count >= needle.count else { return false }
                for at in 0...(hay.count - needle.count) where hay[at] == first {
                    var length = 1
                    while length < needle.count, hay[at + length] == needle[length] { length += 1 }
                    if length == needle.count { return true }
                }
                return false
            }
        }
    }

    func bigEndian(at offset: Int, bytes count: Int) -> Int {
        (0..<count).reduce(0) { $0 << 8 | Int(self[offset + $1]) }
    }

    func littleEndian(at offset: Int, bytes count: Int) -> Int {
        (0..<count).reversed().reduce(0) { $0 << 8 | Int(self[offset + $1]) }
    }

    /// Text is what has no NUL, hardly any other control, and is UTF-8 up to a few stray bytes (each is shown as U+FFFD).
    var isText: Bool {
        let sample = bytes.prefix(16 * 1024)
        var controls = 0
        var invalid = 0
        var at = sample.startIndex
        while at < sample.endIndex {
            let byte = sample[at]
            let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
            if byte == 0 { return false }
            if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1B { controls += 1 }
            if length == 0 {
                invalid += 1
                at += 1
                continue
            }
            let end = at + length
            if end > sample.endIndex { break }  // cut off by the sample's end
            if length > 1, sample[(at + 1)..<end].contains(where: { $0 & 0xC0 != 0x80 }) { invalid += 1 }
            at = end
        }
        return controls * 100 <= sample.count && invalid * 20 <= sample.count
    }

    /// The first byte offset that is not blank or a byte order mark.
    var firstWord: Int {
        var at = starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while at < bytes.count, self[at] == 0x20 || (0x09...0x0D).contains(self[at]) { at += 1 }
        return at
    }

    /// The text from the first word on begins with `tag`, in any case.
    func begins(tag: StaticString) -> Bool {
        let start = firstWord
        return tag.withUTF8Buffer { tag in
            guard start + tag.count <= bytes.count else { return false }
            return tag.indices.allSatisfy { lowered(self[start + $0]) == lowered(tag[$0]) }
        }
    }

    private func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
