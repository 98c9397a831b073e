extension ContentKind {
    static let svg = ContentKind(card: "svg", name: "SVG picture") {
        ($0.begins(tag: "<svg") || ($0.begins(tag: "<?xml") && $0.contains("<svg"))) && $0.isText
    }
}
