extension ContentKind {
    static let webm = ContentKind(card: "webm", name: "WebM or Matroska video") {
        $0.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
    }
}
