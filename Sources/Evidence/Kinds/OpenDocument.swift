extension ContentKind {
    /// The first entry is the media type, stored plain.
    static let openDocument = ContentKind(card: "opendocument", name: "OpenDocument file") {
        $0.isZip && $0.contains("mimetypeapplication/vnd.oasis.opendocument")
    }
}
