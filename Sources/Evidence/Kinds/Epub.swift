extension ContentKind {
    static let epub = ContentKind(card: "epub", name: "EPUB book") {
        $0.isZip && $0.contains("mimetypeapplication/epub+zip")
    }
}
