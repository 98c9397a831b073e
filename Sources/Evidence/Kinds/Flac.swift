extension ContentKind {
    static let flac = ContentKind(card: "flac", name: "FLAC sound") { $0.starts(with: "fLaC") }
}
