/// Reads an object key by key. What is wrong is noted, a stand-in is returned and reading goes on, so that one reading tells
/// everything; whoever reads an item asks the notes at the end whether it may be used.
struct Record {
    let fields: [Written.Field]
    let trail: Trail
    let line: Int
    let notes: Notes

    /// - Parameter keys: All the keys this object may have; others are warned of by name.
    init?(_ written: Written, _ trail: Trail, keys: [String], notes: Notes) {
        guard case .record(let fields) = written.value else {
            notes.problem(trail, line: written.line, "found \(written.found), expected an object")
            return nil
        }
        self.fields = fields
        self.trail = trail
        self.line = written.line
        self.notes = notes
        warnOfStrangers(keys)
    }

    private func warnOfStrangers(_ keys: [String]) {
        var strangers: [Written.Field] = []
        for (index, field) in fields.enumerated() {
            if !keys.contains(field.key) { strangers.append(field) }
            if fields[..<index].contains(where: { $0.key == field.key }) {
                notes.warn(trail(field.key), line: field.line, "the key is there twice; the last one counts")
            }
            // Quadratic from here: a thousand keys where a dozen belong are named no further.
            if index > 1000 { break }
        }
        guard let first = strangers.first else { return }
        let names = strangers.prefix(10).map { quoted(trail($0.key).text) }.joined(separator: ", ")
        let more = strangers.count > 10 ? " and \(strangers.count - 10) more" : ""
        notes.warn(.top, line: first.line, (strangers.count == 1 ? "unknown key " : "unknown keys ") + names + more)
    }

    func trail(_ key: String) -> Trail { .key(trail, key) }

    /// The value of a key; nil where it is absent or nothing. Of a key that is there twice, the last.
    subscript(key: String) -> Written? {
        guard let value = fields.last(where: { $0.key == key })?.value else { return nil }
        if case .nothing = value.value { return nil }
        return value
    }

    /// Notes that a key's value is not what it should be.
    func problem(_ key: String, expected: String) {
        let value = fields.last { $0.key == key }?.value
        notes.problem(
            trail(key), line: value?.line ?? line, "found \(value?.found ?? "nothing"), expected \(expected)")
    }

    func warn(_ key: String, _ text: String) { notes.warn(trail(key), line: self[key]?.line ?? line, text) }
}

// MARK: - Text

extension Record {
    /// Text that must be there; it may be empty unless `blank` is false.
    func text(_ key: String, blank: Bool = true) -> String {
        guard let text = self[key]?.string else {
            problem(key, expected: "text")
            return ""
        }
        if !blank, !text.utf8.contains(where: { $0 > 0x20 }) { problem(key, expected: "text that is not blank") }
        return text
    }

    /// Text that may be left out.
    func optionalText(_ key: String) -> String? {
        guard let value = self[key] else { return nil }
        if value.string == nil { problem(key, expected: "text") }
        return value.string
    }

    func id(_ key: String, _ shape: IDShape) -> String {
        guard let text = self[key]?.string, shape.fits(text) else {
            problem(key, expected: shape.words)
            return ""
        }
        return text
    }

    func optionalID(_ key: String, _ shape: IDShape) -> String? { self[key] == nil ? nil : id(key, shape) }

    /// One of a closed set of words.
    func choice<Word: RawRepresentable & CaseIterable>(_ key: String, _ words: Word.Type) -> Word?
    where Word.RawValue == String {
        if let word = self[key]?.string.flatMap(Word.init(rawValue:)) { return word }
        problem(key, expected: "one of " + words.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    /// The format line: this reader reads this one and no other.
    func format(_ name: String) {
        if self["format"]?.string != name { problem("format", expected: quoted(name)) }
    }
}

// MARK: - Lists and objects

extension Record {
    /// The values of a list, each with its trail; empty where the key is left out.
    func list(_ key: String) -> [(value: Written, trail: Trail)] {
        guard let value = self[key] else { return [] }
        guard case .list(let values) = value.value else {
            problem(key, expected: "a list")
            return []
        }
        let parent = trail(key)
        return values.enumerated().map { ($0.element, .index(parent, $0.offset)) }
    }

    func texts(_ key: String) -> [String] {
        list(key).compactMap { value, trail in
            if let text = value.string { return text }
            notes.problem(trail, line: value.line, "found \(value.found), expected text")
            return nil
        }
    }

    /// The objects of a list.
    func records(_ key: String, keys: [String]) -> [Record] {
        list(key).compactMap { Record($0.value, $0.trail, keys: keys, notes: notes) }
    }

    /// An object that may be left out.
    func record(_ key: String, keys: [String]) -> Record? {
        self[key].flatMap { Record($0, trail(key), keys: keys, notes: notes) }
    }

    /// Notes every value that occurs a second time.
    func unique(_ key: String, _ records: [Record], by id: String, _ values: [String]) {
        var seen: Set<String> = []
        for (record, value) in zip(records, values) where !value.isEmpty && !seen.insert(value).inserted {
            record.problem(id, expected: "one that \(key) has only once")
        }
    }
}
