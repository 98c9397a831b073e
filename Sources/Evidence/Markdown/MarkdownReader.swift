import CCmark
import Core
import Synchronization
import Text

extension Document {
    /// Markdown (CommonMark with tables, strikethrough, task lists and bare addresses) as a document. Raw HTML is shown as
    /// the text it is. Plain prose is Markdown too.
    package static func reading(markdown: String) -> Document { MarkdownReader.document(Source(text: markdown)) }
}

enum MarkdownReader {
    /// Parsers share a table of special characters in the C library, which a parse adds to and takes from: one at a time.
    private static let oneAtATime = Mutex(())

    private static let options = CMARK_OPT_SOURCEPOS | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    static func document(_ source: Source) -> Document {
        var document =
            MarkdownGate.mayParse(source)
            ? oneAtATime.withLock { _ in parsed(source) } : PlainText.document(source, note: MarkdownGate.note)
        if let closing = source.closing { document.blocks.append(closing) }
        return document
    }

    private static func parsed(_ source: Source) -> Document {
        registered
        guard let parser = cmark_parser_new(options) else { return PlainText.document(source) }
        defer { cmark_parser_free(parser) }
        for name in extensions {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        source.bytes.withUnsafeBytes { bytes in
            cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        guard let root = cmark_parser_finish(parser) else { return PlainText.document(source) }
        defer { cmark_node_free(root) }
        return Document(blocks: BlockWalk(lastLine: source.shownLines).blocks(of: root), sourceLines: source.lines)
    }
}
