extension ContentKind {
    static let xlsx = ContentKind(card: "xlsx", name: "Excel workbook") { $0.isOfficeZip(part: "xl/") }
}
