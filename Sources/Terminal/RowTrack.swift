/// Shortens motions along a row. For a jump of more than a few columns curses always names the row as well, and after the last
/// column it does not trust the cursor to be where it is; this knows the row and says `ESC [ n G`, or a carriage return.
struct RowTrack {
    /// Where the cursor is, from 1; nil when it is not known.
    var row: Int?
    /// `ESC [ n G` moves along a row (terminfo's hpa).
    var movesAlong = false

    /// Appends a motion, in fewer bytes where it stays in the row or goes to the beginning of the next.
    mutating func move(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, into out: inout [UInt8]) {
        guard range.count > 2 else {  // a carriage return, a backspace
            out.append(contentsOf: bytes[range])
            return
        }
        var numbers: [Int] = [0]
        for byte in bytes[range.lowerBound + 2..<range.upperBound - 1] {
            if byte == UInt8(ascii: ";") {
                numbers.append(0)
            } else {
                numbers[numbers.count - 1] = min(99_999, numbers[numbers.count - 1] * 10 + Int(byte & 15))
            }
        }
        let (first, column) = (max(1, numbers[0]), numbers.count > 1 ? max(1, numbers[1]) : 1)
        switch bytes[range.upperBound - 1] {
        case UInt8(ascii: "H"):
            let before = row
            row = first
            if before == first, column == 1 {
                out.append(0x0D)
                return
            }
            // The row is there, so this line feed scrolls nothing; and the line discipline leaves it as it is (`LineModes`).
            if let before, before + 1 == first, column == 1 {
                out.append(contentsOf: [0x0D, 0x0A])
                return
            }
            if before == first, movesAlong {
                out.append(contentsOf: "\u{1B}[\(column)G".utf8)
                return
            }
        case UInt8(ascii: "d"):
            let before = row
            row = first
            if let before, before + 1 == first {
                out.append(0x0A)
                return
            }
        case UInt8(ascii: "A"), UInt8(ascii: "B"): row = nil
        default: break
        }
        out.append(contentsOf: bytes[range])
    }

    /// Anything else: text stays in the row, and so do erasing and shifting within it.
    mutating func pass(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        var at = range.lowerBound
        if bytes[at] == 0x1B {
            at += 1
            guard at < range.upperBound, bytes[at] == UInt8(ascii: "[") else { return row = nil }
            at += 1
            while at < range.upperBound, 0x30...0x3B ~= bytes[at] { at += 1 }
            guard at < range.upperBound, "XKJP@".utf8.contains(bytes[at]) else { return row = nil }
        }
        for index in at..<range.upperBound where bytes[index] < 0x20 { row = nil }
    }
}
