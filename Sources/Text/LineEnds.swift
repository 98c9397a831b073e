/// Where lines end: LF, CR LF, CR, VT, FF, NEL, LS and PS. One place, because citations count lines and every reader of a
/// source must count the same.
package enum LineEnds {
    /// The line that starts at `start`: where it ends, and where the next one starts. `bytes` must be valid UTF-8.
    @inline(__always)
    package static func nextLine(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (end: Int, next: Int) {
        var at = start
        while at < bytes.count {
            let length = length(in: bytes, at: at)
            if length > 0 { return (at, at + length) }
            at += 1
        }
        return (at, at)
    }

    /// The length in bytes of the line end at `at`; 0 where there is none.
    @inline(__always)
    package static func length(in bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
        let byte = bytes[at]
        if byte > 0x0D, byte != 0xC2, byte != 0xE2 { return 0 }
        switch byte {
        case 0x0A, 0x0B, 0x0C: return 1
        case 0x0D: return at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
        case 0xC2: return at + 1 < bytes.count && bytes[at + 1] == 0x85 ? 2 : 0
        case 0xE2:
            let isSeparator = at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0xA8
            return isSeparator ? 3 : 0
        default: return 0
        }
    }

    /// How many lines there are, as `SafeText.lines` makes them.
    package static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var start = 0
        while start < bytes.count {
            start = nextLine(in: bytes, from: start).next
            count += 1
        }
        return count
    }
}
