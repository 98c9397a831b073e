extension ContentKind {
    static let m4a = ContentKind(card: "m4a", name: "MPEG-4 sound") {
        $0.starts(with: "ftyp", at: 4) && Brand.sound.contains($0.brand)
    }
}
