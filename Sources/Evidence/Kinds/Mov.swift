extension ContentKind {
    static let mov = ContentKind(card: "mov", name: "QuickTime video") {
        $0.starts(with: "ftypqt  ", at: 4) || $0.starts(with: "moov", at: 4) || $0.starts(with: "mdat", at: 4)
    }
}
