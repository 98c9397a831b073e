/// A value as somebody wrote it, in JSON or in YAML, with the line it stands on.
///
/// Both formats are read into this one tree and from there by one reader (`Record`), so that a fault in either says the same
/// things in the same words.
struct Written {
    enum Value {
        /// JSON `null`; YAML `null`, `~` or nothing after the colon.
        case nothing
        case truth(Bool)
        /// As it was spelled.
        case number(String)
        case text(String)
        /// A YAML scalar without quotes: text, number or truth, as the reader expects. So `None` can be a name.
        case plain(String)
        case list([Written])
        case record([Field])
    }
    struct Field {
        var key: String
        var line: Int
        var value: Written
    }
    var value: Value
    /// From 1.
    var line: Int

    /// The value of a key; of a key that is there twice, the last.
    subscript(key: String) -> Written? {
        guard case .record(let fields) = value else { return nil }
        return fields.last { $0.key == key }?.value
    }

    var string: String? {
        switch value {
        case .text(let text), .plain(let text): text
        default: nil
        }
    }

    /// What to call it in a message.
    var found: String {
        switch value {
        case .nothing: "nothing"
        case .truth(let truth): truth ? "true" : "false"
        case .number(let text): text
        case .text(let text), .plain(let text): quoted(text)
        case .list: "a list"
        case .record: "an object"
        }
    }
}

/// Text in quotes for a message, cut to a length that leaves the message readable.
func quoted(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(60)
    let isWhole = start.endIndex == text.unicodeScalars.endIndex
    return "\"" + String(start) + (isWhole ? "" : "\u{2026}") + "\""
}

/// The text is not of its format at all.
struct SyntaxFault: Error {
    var line: Int?
    var reason: String
}
