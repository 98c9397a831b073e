extension ContentKind {
    static let webp = ContentKind(card: "webp", name: "WebP picture") {
        $0.starts(with: "RIFF") && $0.starts(with: "WEBP", at: 8)
    }
}
