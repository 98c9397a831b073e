extension ContentKind {
    static let tiff = ContentKind(card: "tiff", name: "TIFF picture") {
        $0.starts(with: [0x49, 0x49, 0x2A, 0x00]) || $0.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
    }
}
