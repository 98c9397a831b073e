import Text

extension Csv {
    static let separators: [UInt8] = [0x2C, 0x3B, 0x09]  // , ; tab

    /// The separator that gives every row the same number of fields; nil where that is no table but prose with commas.
    static func separator(sniffing head: ContentHead) -> UInt8? {
        separators.max { score($0, head) < score($1, head) }.flatMap { score($0, head) > 0 ? $0 : nil }
    }

    /// Fields a row, or 0. A sentence has a space after its comma and its next line another number of them; a table has
    /// no blank lines, and is not introduced as Markdown.
    private static func score(_ separator: UInt8, _ head: ContentHead) -> Int {
        var shape = Shape(separator: separator)
        let sample = head.bytes.prefix(16 * 1024)
        let isWhole = sample.count == head.total
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for byte in sample.dropFirst(start) where shape.isPossible { shape.read(byte) }
        if isWhole { shape.finish() }
        return shape.isPossible ? shape.fields : 0
    }

    private struct Shape {
        let separator: UInt8
        private var rows: [Int] = []
        private var current = 1
        private var length = 0
        private var quoted = false
        private var spaced = 0
        private var previous: UInt8 = 0
        private var sawBlank = false
        private(set) var isPossible = true

        init(separator: UInt8) { self.separator = separator }

        mutating func read(_ byte: UInt8) {
            defer { previous = byte }
            if length == 0, rows.isEmpty, "#>*|<".utf8.contains(byte) { isPossible = false }
            if quoted {
                if byte == UInt8(ascii: "\"") { quoted = false }
                return
            }
            switch byte {
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D: endRow()
            case UInt8(ascii: "\"") where length == 0 || previous == separator || previous == byte:
                quoted = true
                length += 1
            case separator:
                current += 1
                length += 1
            default:
                if previous == separator, byte == 0x20, separator != 0x09 { spaced += 1 }
                length += 1
            }
        }

        mutating func finish() { if length > 0 { endRow() } }

        private mutating func endRow() {
            if length == 0 {
                sawBlank = true
            } else if sawBlank || (rows.last ?? current) != current || current < 2 {
                isPossible = false
            } else {
                rows.append(current)
            }
            current = 1
            length = 0
        }

        /// 0 where two rows could agree by chance.
        var fields: Int {
            guard let fields = rows.last, rows.count >= 2 else { return 0 }
            let separators = rows.count * (fields - 1)
            let isSure = rows.count >= 4 && fields >= 3
            if spaced * 2 > separators, !isSure { return 0 }
            return rows.count >= 3 || fields >= 3 || spaced == 0 ? fields : 0
        }
    }
}
