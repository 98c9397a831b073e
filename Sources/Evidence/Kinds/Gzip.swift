extension ContentKind {
    static let gzip = ContentKind(card: "gzip", name: "gzip archive") { $0.starts(with: [0x1F, 0x8B, 0x08]) }
}
