extension ContentKind {
    /// The length of the file stands after the two letters: two letters alone would take texts for pictures.
    static let bmp = ContentKind(card: "bmp", name: "BMP picture") {
        $0.starts(with: "BM") && $0.littleEndian(at: 2, bytes: 4) == $0.total && $0.total > 26
    }
}
