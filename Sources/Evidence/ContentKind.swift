import Core
import Text

/// What a piece of evidence is by its content, whatever its name says. One value a kind, each in a file of `Kinds/`; the
/// table below is the only other place that knows them.
package struct ContentKind: Sendable {
    /// What the store keeps and `show --json` prints.
    package let id: String
    /// As a card and a list call it.
    package let name: SafeText
    /// Whether content that begins like this is of this kind.
    let matches: @Sendable (ContentHead) -> Bool
    /// How many bytes from the start `read` wants to see.
    let bytesToRead: Int
    /// Makes the document that is shown.
    let read: @Sendable (Material) -> Document

    init(
        id: String, name: SafeText, matches: @escaping @Sendable (ContentHead) -> Bool, bytesToRead: Int,
        read: @escaping @Sendable (Material) -> Document
    ) {
        self.id = id
        self.name = name
        self.matches = matches
        self.bytesToRead = bytesToRead
        self.read = read
    }

    /// A kind that can't be shown in the terminal yet: an honest card. `facts` may add what the first bytes tell.
    init(
        card id: String, name: SafeText, facts: @escaping @Sendable (ContentHead) -> [Block.Field] = { _ in [] },
        matches: @escaping @Sendable (ContentHead) -> Bool
    ) {
        self.init(id: id, name: name, matches: matches, bytesToRead: ContentHead.bytesWanted) { material in
            Card.document(material, kind: name, facts: material.bytes.map { facts(ContentHead($0)) } ?? [])
        }
    }
}

extension ContentKind {
    /// Asked in this order: what has a signature first, text by its shape last.
    package static let all: [ContentKind] = [
        .empty,
        .png, .jpeg, .gif, .webp, .bmp, .tiff, .heic, .svg,
        .pdf, .docx, .xlsx, .pptx, .openDocument, .epub, .zip, .oldOffice, .rtf,
        .mov, .m4a, .mp4, .webm, .avi, .wav, .mp3, .ogg, .flac,
        .gzip, .sevenZip, .rar,
        .html, .csv, .markdown,
        .binary,
    ]

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The kind that the store named; nil for a name this version does not know.
    package static func named(_ id: String) -> ContentKind? { byID[id] }

    /// The kind of content that begins with `head`.
    package static func of(_ head: ContentHead) -> ContentKind { all.first { $0.matches(head) } ?? .binary }

    /// The id of the kind of some content: `head` is its beginning, the more of it (up to `ContentHead.bytesWanted`) the surer.
    /// - Parameter total: the length of the whole content.
    package static func sniff(_ head: [UInt8], total: Int) -> String { of(ContentHead(head, total: total)).id }
}

/// What a kind makes its document of.
struct Material {
    let item: EvidenceItem
    /// The content from its start; fewer than `total` where the rest was not read; nil where it could not be.
    let bytes: [UInt8]?
    /// Length of the whole content.
    let total: Int
}
