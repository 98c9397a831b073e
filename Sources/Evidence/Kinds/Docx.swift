extension ContentKind {
    static let docx = ContentKind(card: "docx", name: "Word document") { $0.isOfficeZip(part: "word/") }
}
