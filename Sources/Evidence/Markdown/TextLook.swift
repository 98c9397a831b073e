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
            let text = line[first...]
            if TextLook.isMarkup(text) { hasMarkup = true } else if TextLook.isColumns(text) { columns += 1 }
            widest = max(widest, line.count)
            if isInText {
                let word = text.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? text.endIndex
                ends.append((lastWidth, word - first))
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
    private static func isMarkup(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bytes = Array(text.prefix(4_096))
        let rest = bytes.drop { $0 == UInt8(ascii: "#") }
        let hashes = bytes.count - rest.count
        if 1...6 ~= hashes, rest.isEmpty || rest.first == 0x20 { return true }
        if let mark = bytes.first, "-*+".utf8.contains(mark), bytes.count > 1, bytes[1] == 0x20 { return true }
        if let mark = bytes.first, ">|".utf8.contains(mark) { return true }
        if bytes.count >= 3, Set(bytes).count == 1, "-=_*".utf8.contains(bytes[0]) { return true }
        let number = bytes.prefix { 0x30...0x39 ~= $0 }.count
        if 1...3 ~= number, bytes.count > number + 1, ".)".utf8.contains(bytes[number]), bytes[number + 1] == 0x20 {
            return true
        }
        let words = String(decoding: bytes, as: UTF8.self)
        return ["**", "__", "`", "](", "~~"].contains { words.contains($0) }
    }

    /// Begins with a date or a time, or has gaps that only columns have. Two spaces after a sentence are a typist's habit.
    private static func isColumns(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bytes = Array(text.prefix(512))
        let head = bytes.drop { $0 == UInt8(ascii: "[") }
        let digits = head.prefix { 0x30...0x39 ~= $0 }.count
        if 1...4 ~= digits, head.count > digits + 2 {
            let rest = head.dropFirst(digits)
            if let sign = rest.first, "-:/".utf8.contains(sign),
                rest.dropFirst().first.map({ 0x30...0x39 ~= $0 }) == true
            {
                return true
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
            if gap >= 3 || gap == 2 && !".!?:".utf8.contains(before) { return true }
            gap = 0
            before = byte
        }
        return false
    }
}
