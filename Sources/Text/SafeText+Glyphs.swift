extension SafeText {
    /// Calls `body` with each glyph and its width in columns, in order, until it returns false. A zero-width scalar with
    /// nothing before it is given a space to stand on.
    package func forEachGlyph(_ body: (Glyph, Int) -> Bool) {
        var pending: (glyph: Glyph, width: Int)?
        for scalar in string.unicodeScalars {
            let value = scalar.value
            let width = scalarWidth(value)
            if width == 0 {
                if pending == nil { pending = (.space, 1) }
                // An emoji joined to the next would take two columns on some terminals and four on others: apart, it
                // takes four on all. Joiners that scripts need follow narrow letters.
                if value == 0x200D, pending?.width == 2 { continue }
                pending?.glyph.append(follower: value)
                continue
            }
            if let done = pending, !body(done.glyph, done.width) { return }
            pending = (Glyph(value), width)
        }
        if let last = pending { _ = body(last.glyph, last.width) }
    }

    /// Width in columns.
    package var width: Int {
        var text = string
        return text.withUTF8 { bytes in
            var total = 0
            var at = 0
            while at < bytes.count {
                let (scalar, length) = UTF8Scalar.decode(bytes, at)
                let width = scalarWidth(scalar)
                total += at == 0 && width == 0 ? 1 : width  // the space it stands on, as `forEachGlyph` gives it
                at += length
            }
            return total
        }
    }

    /// The longest start of the text that fits into `columns`.
    package func prefix(columns: Int) -> SafeText { split(atColumn: columns).0 }

    /// The text cut in two at a glyph boundary: the first part is at most `columns` wide.
    package func split(atColumn columns: Int) -> (SafeText, SafeText) {
        if columns <= 0 { return (.empty, self) }
        if string.utf8.count <= columns { return (self, .empty) }  // a byte never makes more than one column
        var text = string
        let cut = text.withUTF8 { bytes in
            var taken = 0
            var at = 0
            while at < bytes.count {
                let (scalar, length) = UTF8Scalar.decode(bytes, at)
                let width = scalarWidth(scalar)
                taken += at == 0 && width == 0 ? 1 : width
                if taken > columns { break }
                at += length
            }
            return at
        }
        let end = string.utf8.index(string.utf8.startIndex, offsetBy: cut)
        return (SafeText(proven: String(string[..<end])), SafeText(proven: String(string[end...])))
    }

    /// The text in at most `columns`, its end replaced by an ellipsis where it does not fit.
    package func shortened(to columns: Int) -> SafeText {
        if string.utf8.count <= columns || width <= columns { return self }
        if columns <= 1 { return columns == 1 ? "\u{2026}" : .empty }
        return prefix(columns: columns - 1) + "\u{2026}"
    }

    /// The text followed or preceded by spaces up to `columns`; longer text is shortened.
    package func padded(to columns: Int, right: Bool = false) -> SafeText {
        let text = shortened(to: columns)
        let space = SafeText(proven: String(repeating: " ", count: max(0, columns - text.width)))
        return right ? space + text : text + space
    }

    /// `count` copies of `text`.
    package static func repeated(_ text: SafeText, _ count: Int) -> SafeText {
        SafeText(proven: String(repeating: text.string, count: max(0, count)))
    }
}
