import Core

/// Reads people out of their YAML. One who can't be read does not keep the others out.
package enum PeopleFile {
    static let format = "assay/people@1"

    /// - Returns: The people, and what is wrong with the others; nil where the file itself is wrong (see `notes`).
    static func read(_ written: Written, path: String, notes: Notes) -> (people: [Person], faults: [Fault])? {
        guard let record = Record(written, .top, keys: ["format", "people"], notes: notes) else { return nil }
        record.format(format)
        if record["people"] == nil { record.problem("people", expected: "a list") }
        let entries = record.list("people")
        guard notes.problems.isEmpty else { return nil }
        var people: [Person] = []
        var faults: [Fault] = []
        var seen: Set<String> = []
        for (value, trail) in entries {
            let own = Notes()
            let person = person(value, trail, notes: own, seen: &seen)
            let id = value["id"]?.string
            notes.adopt(own)
            if let fault = own.fault(path: path, item: id) {
                faults.append(fault)
            } else if let person {
                people.append(person)
            }
        }
        return (people, faults)
    }

    private static func person(_ value: Written, _ trail: Trail, notes: Notes, seen: inout Set<String>) -> Person? {
        let keys = ["id", "name", "roles", "districts", "conflicts", "keys"]
        guard let record = Record(value, trail, keys: keys, notes: notes) else { return nil }
        let id = record.id("id", .person)
        if !id.isEmpty, !seen.insert(id).inserted { record.problem("id", expected: "one that people has only once") }
        let sshKeys = record.list("keys").compactMap { value, trail -> String? in
            if let text = value.string, PublicKeyLine.isValid(text) { return text }
            notes.problem(
                trail, line: value.line,
                "found \(value.found), expected one OpenSSH public key without options, like ssh-ed25519 AAAA... comment"
            )
            return nil
        }
        return Person(
            id: id, name: record.text("name", blank: false), roles: roles(record), districts: record.texts("districts"),
            conflicts: record.texts("conflicts"), keys: sshKeys)
    }

    private static func roles(_ record: Record) -> Roles {
        Roles(
            record.list("roles").compactMap { value, trail in
                if let role = value.string.flatMap(Role.init(rawValue:)) { return role }
                let expected = Role.allCases.map(\.rawValue).joined(separator: ", ")
                record.notes.problem(trail, line: value.line, "found \(value.found), expected one of \(expected)")
                return nil
            })
    }
}
