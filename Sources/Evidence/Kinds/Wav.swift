extension ContentKind {
    static let wav = ContentKind(card: "wav", name: "WAV sound") {
        $0.starts(with: "RIFF") && $0.starts(with: "WAVE", at: 8)
    }
}
