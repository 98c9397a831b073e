import Text

/// What a text looks like, where its name says nothing: Markdown, whose line ends are spaces; lines that stand for themselves;
/// or columns, where the spaces mean something too.
enum TextLook: Equatable {
    case markdown, lines, columns

    init(_ source: Source) {
        var tally = Tally()
        source.forEachLine { line, _ in tally.add(line) }
        self = tally.look
    }

    private struct Tally {
        private var lines = 0
        private var columns = 0
        private var hasMarkup = false
        private var isInText = false
        /// Widths of lines that another one follows, and what its first word would have taken.
        private var ends: [(width: Int, next: Int)] = []
        private var lastWidth = 0
        private var widest = 0

        /// Beyond so many lines nothing new is learned.
        private static let enough = 2_000

        mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
            guard lines < Tally.enough else { return }
            guard let first = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else {
                isInText = false
                return
            }
            lines += 1
            let text = UnsafeBufferPointer(rebasing: line[first...])
            if TextLook.isMarkup(text) { hasMarkup = true } else if TextLook.isColumns(text) { columns += 1 }
            widest = max(widest, line.count)
            if isInText {
                let word = text.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? text.count
                ends.append((lastWidth, word))
            }
            isInText = true
            lastWidth = line.count
        }

        var look: TextLook {
            // A log may hold a `#` or a `*` now and then; a Markdown text has few lines that begin with a time.
            if lines >= 3, columns * 10 >= lines * 6 { return .columns }
            if hasMarkup || ends.isEmpty { return .markdown }
            // Who wraps by hand ends a line because the next word has no room: any other line end is meant.
            let measure = min(widest, 72)
            let meant = ends.count { $0.width + 1 + $0.next < measure - 8 }
            return meant * 2 >= ends.count || widest < 40 ? .lines : .markdown
        }
    }

    /// A heading, a list, a quotation, a fence, a table, a rule; or emphasis, code and links within the line.
    private static func isMarkup(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeBufferPointer(rebasing: line.prefix(4_096))
        guard let first = bytes.first else { return false }
        switch first {
        case UInt8(ascii: "#"):
            let hashes = bytes.prefix { $0 == first }.count
            if hashes <= 6, hashes == bytes.count || bytes[hashes] == 0x20 { return true }
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "_"):
            if first != UInt8(ascii: "="), first != UInt8(ascii: "_"), bytes.count > 1, bytes[1] == 0x20 { return true }
            if first != UInt8(ascii: "+"), bytes.count >= 3, bytes.allSatisfy({ $0 == first }) { return true }
        case UInt8(ascii: ">"), UInt8(ascii: "|"): return true
        case 0x30...0x39:
            let number = bytes.prefix { 0x30...0x39 ~= $0 }.count
            if number <= 3, bytes.count > number + 1, bytes[number + 1] == 0x20,
                bytes[number] == UInt8(ascii: ".") || bytes[number] == UInt8(ascii: ")")
            {
                return true
            }
        default: break
        }
        return hasInlineMarkup(bytes)
    }

    private static func hasInlineMarkup(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before: UInt8 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "`"): return true
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): if before == byte { return true }
            case UInt8(ascii: "("): if before == UInt8(ascii: "]") { return true }
            default: break
            }
            before = byte
        }
        return false
    }

    /// Begins with a date or a time, or has gaps that only columns have. Two spaces after a sentence are a typist's habit.
    private static func isColumns(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeBufferPointer(rebasing: line.prefix(512))
        let head = UnsafeBufferPointer(rebasing: bytes.drop { $0 == UInt8(ascii: "[") })
        let digits = head.prefix { 0x30...0x39 ~= $0 }.count
        if 1...4 ~= digits, head.count > digits + 2, 0x30...0x39 ~= head[digits + 1] {
            switch head[digits] {
            case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "/"): return true
            default: break
            }
        }
        var gap = 0
        var before: UInt8 = 0
        for byte in bytes {
            if byte == 0x09 { return true }
            if byte == 0x20 {
                gap += 1
                continue
            }
            if gap >= 3 || gap == 2 && !endsSentence(before) { return true }
            gap = 0
            before = byte
        }
        return false
    }

    private static func endsSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): true
        default: false
        }
    }
}
