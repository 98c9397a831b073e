import Core
import Text

extension ContentKind {
    static let zip = ContentKind(card: "zip", name: "ZIP archive") { $0.isZip }
}

extension ContentHead {
    /// A local file header, or the end record of an archive without files.
    var isZip: Bool { starts(with: [0x50, 0x4B, 0x03, 0x04]) || starts(with: [0x50, 0x4B, 0x05, 0x06]) }

    /// Office Open XML: a zip with a list of content types and a folder of this name.
    func isOfficeZip(part: StaticString) -> Bool { isZip && contains("[Content_Types].xml") && contains(part) }
}
