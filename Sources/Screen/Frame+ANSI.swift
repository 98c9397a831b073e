extension Frame {
    /// The rows as text with ECMA-48 "select graphic rendition" sequences between the runs. No cursor is moved: it can be paged, saved,
    /// or shown by `cat`.
    package func ansi(theme: Theme, depth: ColourDepth = .full) -> String {
        var out = ""
        for y in 0..<size.rows {
            var current = Ink.plain
            for run in runs(y, of: { theme.ink(of: $0, depth: depth) }, trimming: .plain) {
                if run.look != current {
                    out += run.look.sequence
                    current = run.look
                }
                for cell in run.cells where cell.width > 0 { cell.glyph.append(to: &out) }
            }
            if current != .plain { out += "\u{1B}[0m" }
            out += "\n"
        }
        return out
    }
}

extension Ink {
    /// Sets this look from whatever was set before.
    fileprivate var sequence: String {
        var codes = "0"
        let names: [(Look.Attributes, String)] = [
            (.bold, ";1"), (.dim, ";2"), (.italic, ";3"), (.underline, ";4"), (.reverse, ";7"), (.strike, ";9"),
        ]
        for (attribute, code) in names where attributes.contains(attribute) { codes += code }
        codes += Ink.colour(foreground, low: 30, bright: 90, extended: 38)
        codes += Ink.colour(background, low: 40, bright: 100, extended: 48)
        return "\u{1B}[" + codes + "m"
    }

    private static func colour(_ number: Int16, low: Int, bright: Int, extended: Int) -> String {
        switch number {
        case ..<0: ""
        case 0..<8: ";\(low + Int(number))"
        case 8..<16: ";\(bright + Int(number) - 8)"
        default: ";\(extended);5;\(number)"
        }
    }
}
