import Core
import Text

/// Evidence in, a document to read out. Never fails: what can't be read is a card that says so.
package enum EvidenceReader {
    /// As much of a text as is laid out; the rest is named in its closing line.
    package static let textLimit = ReadableText.longest

    /// How many bytes of an item's content `document` wants: 0 where it needs none.
    package static func bytesWanted(for item: EvidenceItem) -> Int {
        guard case .content(_, let total) = item.body else { return 0 }
        // A few bytes more than will be shown, so that the limit falls between characters.
        return min(total, ContentKind.named(item.kind)?.bytesToRead ?? textLimit)
    }

    /// - Parameter bytes: the content from its start, at least `bytesWanted` of it; nil where it could not be read.
    package static func document(for item: EvidenceItem, bytes: [UInt8]?) -> Document {
        switch item.body {
        case .link(let address):
            return LinkCard.document(item, address: address)
        case .text(let markdown):
            return .reading(markdown: markdown)
        case .content(_, let total):
            let known = ContentKind.named(item.kind) ?? bytes.map { ContentKind.of(ContentHead($0, total: total)) }
            let kind = known ?? .binary
            let material = Material(item: item, bytes: bytes, total: total)
            guard bytes != nil || total == 0 else {
                return Card.document(material, kind: kind.name, note: "The content could not be read from the store.")
            }
            return kind.read(material)
        }
    }
}
