extension ContentKind {
    static let rtf = ContentKind(card: "rtf", name: "RTF document") { $0.starts(with: "{\\rtf") }
}
