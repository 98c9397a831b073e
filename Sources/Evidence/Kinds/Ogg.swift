extension ContentKind {
    static let ogg = ContentKind(card: "ogg", name: "Ogg sound or video") { $0.starts(with: "OggS") }
}
