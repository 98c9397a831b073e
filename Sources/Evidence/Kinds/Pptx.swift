extension ContentKind {
    static let pptx = ContentKind(card: "pptx", name: "PowerPoint slides") { $0.isOfficeZip(part: "ppt/") }
}
