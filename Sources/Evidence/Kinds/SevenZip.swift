extension ContentKind {
    static let sevenZip = ContentKind(card: "7z", name: "7-Zip archive") {
        $0.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
    }
}
