import Core
import Text

/// The text of a piece of evidence, ready for a parser: valid UTF-8 whose lines end in LF and nowhere else, no NUL, no byte
/// order mark. Its lines are those that citations count (see `LineEnds`), whatever the parser would think of a form feed.
struct Source {
    private(set) var bytes: [UInt8] = []
    /// Lines of the text that was read, the part that is not laid out included.
    private(set) var lines = 0
    /// Lines that are laid out.
    private(set) var shownLines = 0
    /// Bytes of the original that are not laid out.
    private(set) var leftOut = 0

    /// - Parameter total: the length of the whole text, where `text` is only its beginning.
    init(text: String, total: Int? = nil, limit: Int = EvidenceReader.textLimit) {
        var text = text
        text.withUTF8 { read($0, total: total ?? $0.count, limit: limit) }
    }

    /// What is not UTF-8 becomes U+FFFD.
    init(bytes: [UInt8], total: Int? = nil, limit: Int = EvidenceReader.textLimit) {
        self.init(text: String(decoding: bytes, as: UTF8.self), total: total ?? bytes.count, limit: limit)
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, total: Int, limit: Int) {
        let hasMark = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
        let begin = hasMark ? 3 : 0
        let end = Source.cut(text, limit: limit)
        bytes.reserveCapacity(end + 1)
        var start = begin
        while start < end {
            let line = LineEnds.nextLine(in: text, from: start)
            let stop = min(line.end, end)
            append(text[start..<stop])
            bytes.append(0x0A)
            shownLines += 1
            start = max(line.next, stop)
        }
        lines = end < text.count ? LineEnds.count(in: UnsafeBufferPointer(rebasing: text[begin...])) : shownLines
        leftOut = max(0, max(total, text.count) - max(end, begin))
    }

    /// Where the part that is laid out ends: at the last line end within the limit, or, in a line longer than that, at the
    /// last whole scalar.
    private static func cut(_ text: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        if text.count <= limit { return text.count }
        var at = limit
        while at > limit / 2, text[at - 1] != 0x0A { at -= 1 }
        if at > limit / 2 { return at }
        at = limit
        while at > 0, text[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }

    private mutating func append(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
        if line.contains(0) {
            // The parser's strings end at a NUL; its picture passes.
            for byte in line { byte == 0 ? UTF8Scalar.append(0x2400, to: &bytes) : bytes.append(byte) }
        } else {
            bytes.append(contentsOf: line)
        }
    }

    /// Each line without its end, with its number from 1.
    func forEachLine(_ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            var number = 1
            for at in bytes.indices where bytes[at] == 0x0A {
                body(UnsafeBufferPointer(rebasing: bytes[start..<at]), number)
                start = at + 1
                number += 1
            }
        }
    }

    /// The closing words about what is not laid out; nil where all of it is.
    var closing: Block? {
        guard leftOut > 0 else { return nil }
        let last = max(1, shownLines)
        let text: SafeText = "[Too long to show whole: \(ByteCount.short(leftOut)) more are not shown here.]"
        return Block(kind: .paragraph, spans: [Span(text, marks: .aside, line: last)], lines: last...last)
    }
}
