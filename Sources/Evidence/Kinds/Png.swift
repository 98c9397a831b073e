extension ContentKind {
    /// The first chunk is always IHDR, width and height first.
    static let png = ContentKind(
        card: "png", name: "PNG picture",
        facts: Pixels.facts { ($0.bigEndian(at: 16, bytes: 4), $0.bigEndian(at: 20, bytes: 4)) }
    ) { $0.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) }
}
