/// Plain text as Markdown that reads as that text and nothing else (CommonMark 0.31, section 2.4: a backslash before ASCII
/// punctuation takes its meaning away). Also against GitHub's tables, strikes, mathematics and links without brackets. An e-mail
/// address may still become a link to itself: readers look for those after all escapes are read, and nothing stops them.
enum MarkdownEscape {
    static func line(_ text: String) -> String {
        var out = ""
        let scalars = Array(text.unicodeScalars)
        var at = 0
        // Blanks at the start could begin a code block, those at the end break the line.
        while at < scalars.count, scalars[at] == " " {
            out += "&#32;"
            at += 1
        }
        let first = at
        var last = scalars.count
        while last > first, scalars[last - 1] == " " { last -= 1 }
        while at < last {
            let scalar = scalars[at]
            if always.contains(scalar) || (at == first && leading.contains(scalar))
                || endsNumber(scalars, first, at) || startsLink(scalars, at)
            {
                out += "\\"
            }
            out.unicodeScalars.append(scalar)
            at += 1
        }
        for _ in last..<scalars.count { out += "&#32;" }
        return out
    }

    private static let always: Set<Unicode.Scalar> = [
        "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "&", "|", "~", "$", "#",
    ]
    private static let leading: Set<Unicode.Scalar> = ["-", "+", "=", ":"]

    /// `1.` and `1)` at the start of a line would begin a list.
    private static func endsNumber(_ scalars: [Unicode.Scalar], _ first: Int, _ at: Int) -> Bool {
        guard scalars[at] == "." || scalars[at] == ")", at > first else { return false }
        return scalars[first..<at].allSatisfy { ("0"..."9").contains($0) }
    }

    /// `https://` and `www.` become links by themselves: their colon or stop is escaped.
    private static func startsLink(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
        switch scalars[at] {
        case ":": at + 1 < scalars.count && scalars[at + 1] == "/"
        case ".": at > 0 && (scalars[at - 1] == "w" || scalars[at - 1] == "W")
        default: false
        }
    }
}
