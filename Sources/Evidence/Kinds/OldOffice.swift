extension ContentKind {
    /// The OLE container of .doc, .xls and .ppt; which of them is known only deep inside.
    static let oldOffice = ContentKind(card: "ole", name: "Office document (before 2007)") {
        $0.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }
}
