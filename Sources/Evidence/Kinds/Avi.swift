extension ContentKind {
    static let avi = ContentKind(card: "avi", name: "AVI video") {
        $0.starts(with: "RIFF") && $0.starts(with: "AVI ", at: 8)
    }
}
