extension ContentKind {
    /// Width and height stand after the six bytes of signature.
    static let gif = ContentKind(
        card: "gif", name: "GIF picture",
        facts: Pixels.facts { ($0.littleEndian(at: 6, bytes: 2), $0.littleEndian(at: 8, bytes: 2)) }
    ) { $0.starts(with: "GIF87a") || $0.starts(with: "GIF89a") }
}
