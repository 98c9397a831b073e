import Core

extension ReviewStore {
    /// Who asks, with what they may do. Somebody the store does not know has no role and sees nothing.
    package func caller(_ id: String) throws -> Caller {
        try driver.read { database in
            guard let person = try People.person(id, database) else {
                return Caller(person: Person(id: id, name: id, roles: []))
            }
            return Caller(person: person, isAlone: try People.isAlone(database))
        }
    }

    package func people(as caller: Caller) throws -> [Person] {
        try caller.require(.seePeople)
        return try driver.read { database in
            try database.all("SELECT id FROM person ORDER BY id") { $0.text(0) }
                .compactMap { try People.person($0, database) }
        }
    }

    /// Takes people in, or what is new about them. One that is refused stops none of the others. Nobody takes the admin role
    /// from themselves: a slip in a file would leave them without the means to mend it. So there is always an admin left.
    package func importPeople(_ people: [Person], as caller: Caller, now: Instant, dryRun: Bool = false) throws
        -> [ImportOutcome]
    {
        try caller.require(.importPeople)
        return try change(dryRun: dryRun) { database in
            var log = try LogBook(database)
            var seen: Set<String> = []
            let wasAlone = try People.isAlone(database)
            let outcomes = try people.map { person -> ImportOutcome in
                guard seen.insert(person.id).inserted else { return .refused("\(person.id) is there twice.") }
                if person.id == caller.id, !person.roles.contains(.admin) {
                    return .refused(
                        "\(person.id) is you, and would no longer be admin; keep the role, or let another admin take it from you."
                    )
                }
                return try People.take(person, database, &log, by: caller.id, at: now)
            }
            if wasAlone, try !People.isAlone(database) {
                try ReadChange(database, ReviewStore.policy(database)).run(&log, by: caller.id, at: now)
            }
            try log.close()
            return outcomes
        }
    }
}

/// The table of people.
enum People {
    static func person(_ id: String, _ database: any Database) throws -> Person? {
        let found = try database.first("SELECT seq, name, roles FROM person WHERE id = ?1", .text(id)) {
            ($0.int(0), Person(id: id, name: $0.text(1), roles: roles($0.text(2))))
        }
        guard let (sequence, stored) = found else { return nil }
        var person = stored
        let entries = try database.all(
            "SELECT kind, value FROM person_entry WHERE person = ?1 ORDER BY kind, position", .int(sequence)
        ) { ($0.text(0), $0.text(1)) }
        for (kind, value) in entries {
            switch kind {
            case "district": person.districts.append(value)
            case "conflict": person.conflicts.append(value)
            default: person.keys.append(value)
            }
        }
        return person
    }

    static func isAlone(_ database: any Database) throws -> Bool {
        try database.firstInt("SELECT count(*) FROM (SELECT 1 FROM person LIMIT 2) AS some") == 1
    }

    static func sequence(_ id: String, _ database: any Database) throws -> Int64? {
        try database.firstInt("SELECT seq FROM person WHERE id = ?1", .text(id))
    }

    /// Stores one person, or says why not.
    static func take(_ person: Person, _ database: any Database, _ log: inout LogBook, by who: String, at: Instant)
        throws
        -> ImportOutcome
    {
        guard Person.isIdentifier(person.id) else {
            return .refused("\"\(person.id)\" is no id of a person: 1 to 64 of a-z, 0-9, \".\", \"_\" and \"-\".")
        }
        let known = try self.person(person.id, database)
        if known == person { return .unchanged }
        if known?.roles.contains(.admin) == true, !person.roles.contains(.admin), try admins(database) == 1 {
            return .refused("\(person.id) is the only admin; name another one first.")
        }
        try database.run(
            """
            INSERT INTO person(id, name, roles) VALUES (?1, ?2, ?3)
            ON CONFLICT(id) DO UPDATE SET name = excluded.name, roles = excluded.roles
            """, .text(person.id), .text(person.name), .text(text(person.roles)))
        guard let sequence = try sequence(person.id, database) else { return .refused("\(person.id) was not stored.") }
        try database.run("DELETE FROM person_entry WHERE person = ?1", .int(sequence))
        for (kind, values) in [
            ("district", person.districts), ("conflict", person.conflicts), ("key", person.keys),
        ] {
            for (position, value) in values.enumerated() {
                try database.run(
                    "INSERT INTO person_entry(person, kind, position, value) VALUES (?1, ?2, ?3, ?4)", .int(sequence),
                    .text(kind), .int(position), .text(value))
            }
        }
        try log.write(.importPerson, by: who, at: at) { json in
            json.add("person", person.id)
            json.array("roles") { json in
                for role in Role.allCases where person.roles.contains(role) { json.add(role.rawValue) }
            }
            json.add("keys", person.keys.count)
            json.add("sha256", digest(person))
        }
        return .imported
    }

    /// Hash of all that is kept of a person.
    static func digest(_ person: Person) -> String {
        var packing = Packing("assay/person@1")
        packing.add(person.id)
        packing.add(person.name)
        packing.add(text(person.roles))
        for values in [person.districts, person.conflicts, person.keys] {
            packing.add(values.count)
            for value in values { packing.add(value) }
        }
        return hex(packing.sha256)
    }

    private static func admins(_ database: any Database) throws -> Int {
        try database.all("SELECT roles FROM person") { roles($0.text(0)) }.count { $0.contains(.admin) }
    }

    /// Roles in the contract's order, with a space between.
    private static func text(_ roles: Roles) -> String {
        roles.members.map(\.rawValue).joined(separator: " ")
    }

    private static func roles(_ text: String) -> Roles {
        Roles(text.split(separator: " ").compactMap { Role(rawValue: String($0)) })
    }
}
