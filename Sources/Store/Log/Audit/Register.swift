import Core

/// What the events about no one submission say must be in the store: its policies, people, micro-credentials and sessions.
/// Few, however many submissions there are.
struct Register {
    private struct PersonEntry: Equatable {
        var n: Int64
        var roles: [String]
        var keys: Int64
        /// Nil in an event of before there was one.
        var sha256: String?
    }
    private struct VersionEntry {
        var n: Int64
        var status: String
        var sha256: String
    }
    private struct SessionEntry {
        var n: Int64
        var at: Int64
        var who: String
        var selection: String
        var items: Int64
        var planned: (n: Int64, at: Int64)
    }
    private var programme: (n: Int64, name: String)?
    private var policies: [(n: Int64, at: Int64, who: String, sha256: String)] = []
    private var people: [String: PersonEntry] = [:]
    private var versions: [String: VersionEntry] = [:]
    private var sessions: [String: SessionEntry] = [:]

    mutating func take(_ event: AuditEvent) {
        guard let kind = event.kind, let fields = event.fields else { return }
        func text(_ key: String) -> String { fields[key]?.text ?? "" }
        switch kind {
        case .create: programme = (event.n, text("programme"))
        case .importPolicy: policies.append((event.n, event.at, event.who, text("sha256")))
        case .importPerson:
            people[text("person")] = PersonEntry(
                n: event.n, roles: fields["roles"]?.items?.compactMap(\.text) ?? [], keys: fields["keys"]?.number ?? 0,
                sha256: fields["sha256"]?.text)
        case .importMicroCredential:
            let name = "\(text("microCredential")) version \(fields["version"]?.number ?? 0)"
            versions[name] = VersionEntry(n: event.n, status: text("status"), sha256: text("sha256"))
        case .batchNew:
            sessions[text("batch")] = SessionEntry(
                n: event.n, at: event.at, who: event.who, selection: text("selection"),
                items: fields["items"]?.number ?? 0, planned: (event.n, event.at))
        case .batchPlan: sessions[text("batch")]?.planned = (event.n, event.at)
        default: break
        }
    }

    /// Every row has its event, and every event its row.
    func compare(_ database: any Database, _ problems: inout AuditProblems) throws {
        try compareProgramme(database, &problems)
        try comparePolicies(database, &problems)
        try comparePeople(database, &problems)
        try compareVersions(database, &problems)
        try compareSessions(database, &problems)
    }

    private func compareProgramme(_ database: any Database, _ problems: inout AuditProblems) throws {
        let stored = try ReviewStore.setting("programme", database)
        guard let programme else { return problems.missing("The log does not tell of the store's making.") }
        if stored != programme.name {
            problems.contradicts(programme.n, "The programme's name is not the one of event \(programme.n).")
        }
    }

    private func comparePolicies(_ database: any Database, _ problems: inout AuditProblems) throws {
        var left = policies[...]
        let rows = try database.all("SELECT at, who, body, blind FROM policy ORDER BY n") {
            (at: $0.rawInt(0), who: $0.text(1), body: $0.text(2), blind: $0.rawInt(3) != 0)
        }
        for (index, row) in rows.enumerated() {
            guard let event = left.popFirst() else {
                problems.missing("The log has no event for policy \(index + 1) of the store.")
                continue
            }
            var packing = Packing("assay/policy@1")
            packing.add(row.body)
            let isBlind = (try? JSONBody.value(row.body, over: Policy()))?.scoring.blind
            if hex(packing.sha256) != event.sha256 || row.at != event.at || row.who != event.who || row.blind != isBlind
            {
                problems.contradicts(event.n, "Policy \(index + 1) of the store is not the one of event \(event.n).")
            }
        }
        if let gone = left.first { problems.isStale(gone.n, "The policy of event \(gone.n) is not in the store.") }
    }

    private func comparePeople(_ database: any Database, _ problems: inout AuditProblems) throws {
        var left = people
        for id in try database.all("SELECT id FROM person ORDER BY id", row: { $0.text(0) }) {
            guard let event = left.removeValue(forKey: id) else {
                problems.missing("The log has no event for the person \(id).")
                continue
            }
            guard let person = try People.person(id, database) else { continue }
            let roles = person.roles.members.map(\.rawValue)
            if Set(roles) != Set(event.roles) {
                let named = event.roles.isEmpty ? "none" : event.roles.joined(separator: " ")
                problems.isStale(event.n, "The roles of \(id) are not those of event \(event.n): \(named).")
            } else if person.keys.count != event.keys {
                problems.isStale(
                    event.n, "\(id) has \(person.keys.count) keys; event \(event.n) gave them \(event.keys).")
            } else if let sha256 = event.sha256, sha256 != People.digest(person) {
                problems.isStale(event.n, "What is kept of \(id) is not what event \(event.n) took in.")
            }
        }
        problems.gone(left, \.n) { "The person \($0) of event \($1) is not in the store." }
    }

    private func compareVersions(_ database: any Database, _ problems: inout AuditProblems) throws {
        var left = versions
        let rows = try database.all(
            """
            SELECT c.id, v.version, v.status, v.name, v.body FROM credential c
            JOIN credential_version v ON v.credential = c.seq ORDER BY c.id, v.version
            """
        ) { (name: "\($0.text(0)) version \($0.rawInt(1))", status: $0.text(2), title: $0.text(3), body: $0.text(4)) }
        for row in rows {
            guard let event = left.removeValue(forKey: row.name) else {
                problems.missing("The log has no event for the micro-credential \(row.name).")
                continue
            }
            var packing = Packing("assay/micro-credential@1", capacity: row.body.utf8.count + 64)
            packing.add(row.body)
            let title = (try? JSONBody.value(MicroCredential.self, row.body))?.name
            if hex(packing.sha256) != event.sha256 || row.status != event.status || row.title != title {
                problems.isStale(event.n, "The micro-credential \(row.name) is not the one of event \(event.n).")
            }
        }
        problems.gone(left, \.n) { "The micro-credential \($0) of event \($1) is not in the store." }
    }

    private func compareSessions(_ database: any Database, _ problems: inout AuditProblems) throws {
        var left = sessions
        let rows = try database.all(
            """
            SELECT b.name, p.id, b.at, b.planned_at, b.selection,
                (SELECT count(*) FROM batch_item i WHERE i.batch = b.seq)
            FROM batch b LEFT JOIN person p ON p.seq = b.person ORDER BY b.seq
            """
        ) {
            (
                name: $0.text(0), who: $0.text(1), at: $0.rawInt(2), planned: $0.rawInt(3), selection: $0.text(4),
                items: $0.rawInt(5)
            )
        }
        for row in rows {
            guard let event = left.removeValue(forKey: row.name) else {
                problems.missing("The log has no event for the batch session \(row.name).")
                continue
            }
            if row.who != event.who || row.at != event.at || row.selection != event.selection
                || row.items != event.items
            {
                problems.contradicts(event.n, "The batch session \(row.name) is not the one of event \(event.n).")
            } else if row.planned != event.planned.at {
                problems.isStale(
                    event.planned.n, "The batch session \(row.name) was not planned when event \(event.planned.n) says."
                )
            }
        }
        problems.gone(left, \.n) { "The batch session \($0) of event \($1) is not in the store." }
    }
}
