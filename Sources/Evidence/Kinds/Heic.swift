extension ContentKind {
    static let heic = ContentKind(card: "heic", name: "HEIC picture") {
        $0.starts(with: "ftyp", at: 4) && Brand.heic.contains($0.brand)
    }
}
