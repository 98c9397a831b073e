import Text

/// How foreign text is written into a letter so that it can only be read, never obeyed: by a browser, a Markdown reader, or
/// a terminal that shows the file.
enum Pen: Sendable {
    case markdown, html

    /// One line, whatever was in it.
    func line(_ text: String) -> String { safe(SafeText(untrusted: text).string) }

    /// A text of several lines. In Markdown each but the last of a paragraph ends in a hard break, so that none runs into
    /// the next.
    func lines(_ text: String) -> [String] { lines(SafeText.lines(untrusted: text)) }

    func lines(_ texts: [String]) -> [String] { lines(texts.map { SafeText(untrusted: $0) }) }

    private func lines(_ texts: [SafeText]) -> [String] {
        let written = texts.map { isBlank($0.string) ? "" : safe($0.string) }
        guard self == .markdown else { return written }
        return written.indices.map { at in
            let isLast = at + 1 == written.count || written[at + 1].isEmpty
            return written[at].isEmpty || isLast ? written[at] : written[at] + "\\"
        }
    }

    private func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 == 0x20 } }

    private func safe(_ text: String) -> String {
        switch self {
        case .markdown: MarkdownEscape.line(text)
        case .html: Pen.clusterFree(text)
        }
    }

    /// The template engine escapes `<`, `>`, `&` and quotes where each is a `Character`, and a scalar before or after it can
    /// make it a part of one: U+0600 and `<` are one `Character`, which would go out as it is. A dotted circle between them
    /// takes the stray scalar, as the text door does with a follower that has nothing before it.
    private static func clusterFree(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial), !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var out = ""
        for character in text {
            let scalars = Array(character.unicodeScalars)
            guard scalars.count > 1, scalars.contains(where: isSpecial) else {
                out.append(character)
                continue
            }
            for (at, scalar) in scalars.enumerated() {
                if at > 0, isSpecial(scalar) || isSpecial(scalars[at - 1]) { out += "\u{25CC}" }
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && isSpecial(UInt8(truncatingIfNeeded: scalar.value))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
