import Core
import Text

/// Text laid out line by line as it stands, for what can't be read as Markdown.
enum PlainText {
    /// Every space kept: a log, or a table made with spaces.
    static func columns(_ source: Source) -> Document {
        var spans: [Span] = []
        source.forEachLine { bytes, number in
            let text = CodeLines.text(bytes)
            // What ends in blank lines ends in nothing.
            if !text.isEmpty { spans.append(Span(text, line: number)) }
        }
        guard let last = spans.last?.line else { return Document(blocks: [], sourceLines: source.lines) }
        return Document(blocks: [Block(kind: .code, spans: spans, lines: 1...last)], sourceLines: source.lines)
    }

    static func document(_ source: Source, note: SafeText? = nil) -> Document {
        var blocks: [Block] = []
        if let note {
            blocks.append(Block(kind: .paragraph, spans: [Span(note, marks: .aside, line: 1)], lines: 1...1))
        }
        var spans: [Span] = []
        var first = 1
        source.forEachLine { bytes, number in
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                if !spans.isEmpty { blocks.append(Block(kind: .paragraph, spans: spans, lines: first...(number - 1))) }
                spans = []
                return
            }
            if spans.isEmpty { first = number }
            spans.append(Span(SafeText(untrustedUTF8: bytes), line: number, breaks: !spans.isEmpty))
        }
        if !spans.isEmpty {
            blocks.append(Block(kind: .paragraph, spans: spans, lines: first...max(first, source.shownLines)))
        }
        return Document(blocks: blocks, sourceLines: source.lines)
    }
}
