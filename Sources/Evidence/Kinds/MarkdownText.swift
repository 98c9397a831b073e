import Core
import Text

extension ContentKind {
    /// Any text that is nothing more particular: prose reads well as Markdown; a log keeps its lines.
    static let markdown = ContentKind(
        id: "markdown", name: "Text", matches: \.isText, bytesToRead: EvidenceReader.textLimit
    ) { material in
        let source = Source(bytes: material.bytes ?? [], total: material.total)
        switch TextLook(source) {
        case .markdown: return MarkdownReader.document(source)
        case .lines: return closed(PlainText.document(source), source)
        case .columns: return closed(PlainText.columns(source), source)
        }
    }

    private static func closed(_ document: Document, _ source: Source) -> Document {
        var document = document
        if let closing = source.closing { document.blocks.append(closing) }
        return document
    }
}
