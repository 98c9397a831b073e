import Text

/// Which content has lines: what of it is searched, cited and quoted. The kinds are those of Evidence that are shown as text.
package enum ReadableText {
    package static let kinds = ["markdown", "csv"]
    /// Bytes of one text that a reader shows, and so as much as can be cited.
    package static let longest = 4 << 20

    package static func isReadable(_ kind: String) -> Bool { kinds.contains(kind) }

    /// Lines that can be cited: one at least.
    package static func lineCount(_ text: String) -> Int {
        var text = text
        return max(1, text.withUTF8 { LineEnds.count(in: $0) })
    }
}

extension [Answer] {
    /// Lines of the overview, whose lines are those of its answers one after the other; each counts at least one.
    package var lineCount: Int {
        reduce(0) { $0 + ReadableText.lineCount($1.answer) }
    }
}
