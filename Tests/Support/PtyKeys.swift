/// A key script in bytes, as a terminal of the xterm family in keypad mode sends them.
package enum PtyKeys {
    package static func bytes(_ script: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = script[...]
        while let first = rest.first {
            if first == "<", let end = rest.firstIndex(of: ">"),
                let key = named(rest[rest.index(after: rest.startIndex)..<end])
            {
                bytes += key.utf8
                rest = rest[rest.index(after: end)...]
            } else {
                bytes += String(first).utf8
                rest.removeFirst()
            }
        }
        return bytes
    }

    private static func named(_ name: Substring) -> String? {
        if let known = names[name] { return known }
        if name.hasPrefix("C-"), let letter = name.utf8.last { return String(Unicode.Scalar(letter & 0x1F)) }
        if name.hasPrefix("A-") { return "\u{1B}" + name.dropFirst(2) }
        return nil
    }

    private static let names: [Substring: String] = [
        "Enter": "\r", "Tab": "\t", "Esc": "\u{1B}", "Space": " ", "BS": "\u{7F}", "lt": "<",
        "Up": "\u{1B}OA", "Down": "\u{1B}OB", "Right": "\u{1B}OC", "Left": "\u{1B}OD", "Home": "\u{1B}OH",
        "End": "\u{1B}OF",
        "PgUp": "\u{1B}[5~", "PgDn": "\u{1B}[6~", "Ins": "\u{1B}[2~", "Del": "\u{1B}[3~", "S-Tab": "\u{1B}[Z",
        "C-Left": "\u{1B}[1;5D", "C-Right": "\u{1B}[1;5C", "F1": "\u{1B}OP", "F5": "\u{1B}[15~", "F12": "\u{1B}[24~",
    ]
}
