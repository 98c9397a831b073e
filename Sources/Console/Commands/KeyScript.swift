import Screen

/// Keys as text: characters as themselves, the others by name: `jj<Enter>`, `/slope<CR>`, `<C-r>`, `<S-Tab>`.
package enum KeyScript {
    /// What could not be read: the name that is no key's, and where it stands (characters from 0).
    package struct Fault: Error, Equatable, Sendable {
        package var found: String
        package var offset: Int

        package init(found: String, offset: Int) {
            self.found = found
            self.offset = offset
        }

        package var sentence: String {
            "There is no key <\(found)> (at character \(offset + 1)); names are Enter, Tab, S-Tab, Esc, BS, Del, Up, "
                + "Down, Left, Right, Home, End, PgUp, PgDn, Space, lt, F1 and C- or A- before a letter."
        }
    }

    /// A `<` that begins no `<name>` is itself.
    package static func parse(_ text: String) throws(Fault) -> [Key] {
        let scalars = Array(text.unicodeScalars)
        var keys: [Key] = []
        var at = 0
        while at < scalars.count {
            if scalars[at] == "<", let end = scalars[at...].firstIndex(of: ">"), end > at + 1,
                !scalars[at + 1..<end].contains(where: { $0 == " " || $0 == "<" })
            {
                var name = String.UnicodeScalarView()
                name.append(contentsOf: scalars[at + 1..<end])
                guard let key = key(named: String(name)) else { throw Fault(found: String(name), offset: at) }
                keys.append(key)
                at = end + 1
            } else {
                keys.append(literal(scalars[at]))
                at += 1
            }
        }
        return keys
    }

    /// One key: a character, or a name with or without its brackets.
    package static func key(_ text: String) -> Key? {
        let scalars = Array(text.unicodeScalars)
        if scalars.count == 1 { return literal(scalars[0]) }
        if text.hasPrefix("<"), text.hasSuffix(">") { return key(named: String(text.dropFirst().dropLast())) }
        return key(named: text)
    }

    /// The script that `parse` reads back as `keys`; a paste has no notation and is written as its characters.
    package static func print(_ keys: [Key]) -> String {
        keys.map { key in
            if case .paste(let text) = key { return text.map { $0 == "<" ? "<lt>" : String($0) }.joined() }
            return key.notation
        }.joined()
    }

    private static func literal(_ scalar: Unicode.Scalar) -> Key {
        switch scalar {
        case "\n", "\r": .enter
        case "\t": .tab
        case "\u{1B}": .escape
        default: .character(scalar)
        }
    }

    private static func key(named name: String) -> Key? {
        let lower = name.lowercased()
        if let named = Key.names.first(where: { $0.name.lowercased() == lower }) { return named.key }
        let scalars = Array(name.unicodeScalars)
        if scalars.count > 2, scalars[1] == "-", let with = scalar(spelled: name.dropFirst(2)) {
            switch scalars[0] {
            case "C", "c": return .control(with.properties.lowercaseMapping.unicodeScalars.first ?? with)
            case "A", "a", "M", "m": return .alt(with)
            default: return nil
            }
        }
        if scalars.first == "F" || scalars.first == "f", let number = Int(name.dropFirst()), (1...24).contains(number) {
            return .function(number)
        }
        return nil
    }

    /// One character, or the name of one.
    private static func scalar(spelled text: Substring) -> Unicode.Scalar? {
        if text.unicodeScalars.count == 1 { return text.unicodeScalars.first }
        if case .character(let scalar)? = Key.names.first(where: { $0.name.lowercased() == text.lowercased() })?.key {
            return scalar
        }
        return nil
    }
}
