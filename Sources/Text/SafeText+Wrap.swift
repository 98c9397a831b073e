extension SafeText {
    /// The text in lines of at most `columns`, broken at spaces; the spaces at a break are dropped. A word longer than a line is
    /// cut, and a wide glyph that fits no line stands alone on one. Never empty: no text is one empty line.
    package func wrapped(columns: Int) -> [SafeText] {
        let limit = max(1, columns)
        if string.utf8.count <= limit { return [self] }  // a byte never makes more than one column
        let scalars = string.unicodeScalars
        var lines: [SafeText] = []
        var start = scalars.startIndex
        var at = start
        var column = 0
        /// Where the line may end (before the spaces), and where the next one would begin (after them).
        var rest: (end: String.Index, next: String.Index)?

        func cut(_ end: String.Index) { lines.append(SafeText(proven: String(scalars[start..<end]))) }

        while at < scalars.endIndex {
            if scalars[at] == " " {
                let before = at
                while at < scalars.endIndex, scalars[at] == " " { at = scalars.index(after: at); column += 1 }
                // A space that a follower stands on begins the next line with it: no line begins with a follower.
                let carries = at < scalars.endIndex && scalarWidth(scalars[at].value) == 0
                let next = carries ? scalars.index(before: at) : at
                if column <= limit {
                    if before > start { rest = (before, next) }
                } else if before > start {
                    cut(before)
                    (start, column, rest) = (next, carries ? 1 : 0, nil)
                    if at == scalars.endIndex { return lines }
                } else {  // nothing but an indent wider than the line
                    (start, column) = (next, carries ? 1 : 0)
                }
                continue
            }
            let width = scalarWidth(scalars[at].value)
            if column + width > limit, column > 0, width > 0 {
                if let found = rest { cut(found.end) } else { cut(at) }
                start = rest?.next ?? at
                column = SafeText.columns(scalars[start..<at])
                rest = nil
                continue
            }
            column += width
            at = scalars.index(after: at)
        }
        if start < scalars.endIndex || lines.isEmpty { cut(scalars.endIndex) }
        return lines
    }

    private static func columns(_ scalars: Substring.UnicodeScalarView) -> Int {
        scalars.reduce(0) { $0 + scalarWidth($1.value) }
    }
}
