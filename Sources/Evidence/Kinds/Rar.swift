extension ContentKind {
    static let rar = ContentKind(card: "rar", name: "RAR archive") {
        $0.starts(with: [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07])
    }
}
