import CCmark
import Core
import Text

/// The lines of a block that is kept as it is.
enum CodeLines {
    /// - Parameter first: the source line of its first line.
    static func spans(of node: OpaquePointer, from first: Int) -> [Span] {
        guard let literal = cmark_node_get_literal(node) else { return [] }
        let bytes = CString.bytes(literal)
        var spans: [Span] = []
        var start = 0
        while start < bytes.count {
            let line = LineEnds.nextLine(in: bytes, from: start)
            spans.append(Span(text(UnsafeBufferPointer(rebasing: bytes[start..<line.end])), line: first + spans.count))
            start = line.next
        }
        return spans
    }

    /// Tabs become the spaces up to the next of every four columns: the door alone would make one space of each.
    static func text(_ line: UnsafeBufferPointer<UInt8>) -> SafeText {
        guard line.contains(0x09) else { return SafeText(untrustedUTF8: line) }
        var out = SafeText.empty
        for (offset, part) in line.split(separator: 0x09, omittingEmptySubsequences: false).enumerated() {
            if offset > 0 { out += .repeated(" ", 4 - out.width % 4) }
            out += SafeText(untrustedUTF8: UnsafeBufferPointer(rebasing: part))
        }
        return out
    }
}
