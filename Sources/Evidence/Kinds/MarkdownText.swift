import Core
import Text

extension ContentKind {
    /// Any text that is nothing more particular: plain text reads well as Markdown.
    static let markdown = ContentKind(
        id: "markdown", name: "Text", matches: \.isText, bytesToRead: EvidenceReader.textLimit
    ) { material in
        MarkdownReader.document(Source(bytes: material.bytes ?? [], total: material.total))
    }
}
