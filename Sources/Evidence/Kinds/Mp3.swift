extension ContentKind {
    /// A tag, or the sync bits of a layer III frame.
    static let mp3 = ContentKind(card: "mp3", name: "MP3 sound") {
        $0.starts(with: "ID3") || ($0[0] == 0xFF && [0xFB, 0xFA, 0xF3, 0xF2].contains($0[1]))
    }
}
