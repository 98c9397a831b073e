extension KeyList {
    /// The tables of keys in README.
    package static func markdown(keymap: Keymap = Keymap()) -> String {
        sections(keymap: keymap).map { section in
            let lines = section.lines.map { line in
                let keys = line.keys.map { "`" + $0 + "`" }.joined(separator: " ")
                return "| \(keys) | \(line.help) | `\(line.command.name)` |\n"
            }
            return "**\(section.title)**\n\n| key | does | name |\n| --- | --- | --- |\n" + lines.joined()
        }.joined(separator: "\n")
    }

    /// The section KEYS of the man page, in roff with the mdoc macros, as the rest of that page.
    package static func roff(keymap: Keymap = Keymap()) -> String {
        var text = ".Sh KEYS\n"
        for section in sections(keymap: keymap) {
            text += ".Ss \(section.title)\n.Bl -tag -width 14n\n"
            for line in section.lines {
                let keys = line.keys.map { "\\fB" + escaped($0) + "\\fR" }.joined(separator: ", ")
                text += ".It " + (keys.isEmpty ? escaped(":" + line.command.name) : keys) + "\n" + escaped(line.help) + ".\n"
            }
            text += ".El\n"
        }
        return text
    }

    /// A backslash and a hyphen mean something to roff, as do a dot and a quote that begin a line.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\": out += "\\e"
            case "-": out += "\\-"
            default: out.append(character)
            }
        }
        return out.hasPrefix(".") || out.hasPrefix("'") ? "\\&" + out : out
    }
}
