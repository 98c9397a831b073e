/// The `format` key, by which a file says what it holds.
enum FormatLine {
    /// Ours begin so.
    static func isOurs(_ format: String?) -> Bool { format?.hasPrefix("assay/") ?? false }

    /// What is wrong with the format of a YAML file that no reader here reads.
    static func wanted(_ format: Written?) -> String {
        let expected = [PolicyFile.format, PeopleFile.format, MicroCredentialFile.format].map(quoted)
        return "format: found \(format?.found ?? "nothing"), expected one of " + expected.joined(separator: ", ")
    }

    /// The format of a YAML file; nil where there is none to be found. The usual spelling, a line that begins with `format:`,
    /// is found without parsing the rest.
    static func format(ofYAML path: String, limits: IntakeLimits) -> String? {
        guard let file = try? OpenFile.open(path: path), let bytes = try? file.readAll(limit: limits.yaml) else {
            return nil
        }
        for line in bytes.prefix(65_536).split(separator: 0x0A) where line.starts(with: "format:".utf8) {
            let words = String(decoding: line.dropFirst(7), as: UTF8.self).split {
                $0 == " " || $0 == "\t" || $0 == "\r"
            }
            if let word = words.first, !word.hasPrefix("#") { return String(word.filter { $0 != "\"" && $0 != "'" }) }
        }
        return (try? YAMLText.read(bytes))?["format"]?.string
    }
}
