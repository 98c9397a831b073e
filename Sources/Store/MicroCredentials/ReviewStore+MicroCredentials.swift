import Core

extension ReviewStore {
    /// All versions, by id and version.
    package func microCredentials(as caller: Caller) throws -> [MicroCredential] {
        try caller.require(.seeMicroCredentials)
        return try driver.read { database in
            try database.all(
                """
                SELECT v.body FROM credential c JOIN credential_version v ON v.credential = c.seq
                ORDER BY c.id, v.version
                """
            ) { try JSONBody.value(MicroCredential.self, $0.text(0)) }
        }
    }

    /// One version, or the newest published one.
    package func microCredential(_ id: String, version: Int?) throws -> MicroCredential? {
        try driver.read { database in
            guard let version = try version ?? MicroCredentials.newestPublished(id, database) else { return nil }
            return try MicroCredentials.find(id, version, database)
        }
    }

    /// Takes one version in. Before it is published it may be replaced; afterwards only its status may change.
    package func importMicroCredential(
        _ microCredential: MicroCredential, as caller: Caller, now: Instant, dryRun: Bool = false
    ) throws -> ImportOutcome {
        try caller.require(.importMicroCredentials)
        return try change(dryRun: dryRun) { database in
            if let fault = MicroCredentials.fault(microCredential) { return .refused(fault) }
            let known = try MicroCredentials.find(microCredential.id, microCredential.version, database)
            if let known {
                if known == microCredential { return .unchanged }
                if let fault = MicroCredentials.fault(replacing: known, by: microCredential) { return .refused(fault) }
            }
            var log = try LogBook(database)
            let digest = try MicroCredentials.store(microCredential, database)
            try log.write(.importMicroCredential, by: caller.id, at: now) { json in
                json.add("microCredential", microCredential.id)
                json.add("version", microCredential.version)
                json.add("status", microCredential.status.rawValue)
                json.add("sha256", digest)
            }
            try log.close()
            return .imported
        }
    }
}

/// The tables of micro-credentials.
enum MicroCredentials {
    static func find(_ id: String, _ version: Int, _ database: any Database) throws -> MicroCredential? {
        try database.first(
            """
            SELECT v.body FROM credential c JOIN credential_version v ON v.credential = c.seq
            WHERE c.id = ?1 AND v.version = ?2
            """, .text(id), .int(version)
        ) { try JSONBody.value(MicroCredential.self, $0.text(0), "version \(version) of the micro-credential \(id)") }
    }

    static func newestPublished(_ id: String, _ database: any Database) throws -> Int? {
        try database.firstInt(
            """
            SELECT v.version FROM credential c JOIN credential_version v ON v.credential = c.seq
            WHERE c.id = ?1 AND v.status = 'published' ORDER BY v.version DESC LIMIT 1
            """, .text(id)
        ).map { Int($0) }
    }

    /// Answers the digest of what was stored.
    static func store(_ microCredential: MicroCredential, _ database: any Database) throws -> String {
        let body = try JSONBody.text(microCredential)
        try database.run("INSERT INTO credential(id) VALUES (?1) ON CONFLICT(id) DO NOTHING", .text(microCredential.id))
        try database.run(
            """
            INSERT INTO credential_version(credential, version, status, name, body)
            VALUES ((SELECT seq FROM credential WHERE id = ?1), ?2, ?3, ?4, ?5)
            ON CONFLICT(credential, version)
            DO UPDATE SET status = excluded.status, name = excluded.name, body = excluded.body
            """, .text(microCredential.id), .int(microCredential.version), .text(microCredential.status.rawValue),
            .text(microCredential.name), .text(body))
        var packing = Packing("assay/micro-credential@1", capacity: body.utf8.count + 64)
        packing.add(body)
        return hex(packing.sha256)
    }

    /// Why `new` may not take the place of `old`.
    static func fault(replacing old: MicroCredential, by new: MicroCredential) -> String? {
        let isOut: Set<MicroCredential.Status> = [.published, .retired]
        guard isOut.contains(old.status) else { return nil }
        var same = new
        same.status = old.status
        if same == old, isOut.contains(new.status) { return nil }
        let name = "\(old.id) version \(old.version)"
        return same == old
            ? "\(name) is \(old.status.rawValue); it can't become \(new.status.rawValue) again."
            : "\(name) is \(old.status.rawValue) with other content; give the new content a new version."
    }

    /// What no scorecard could be made for. Whoever read the file has said it with a line number; this is the last guard.
    static func fault(_ microCredential: MicroCredential) -> String? {
        let id = microCredential.id.utf8
        guard (1...64).contains(id.count),
            id.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return "\"\(microCredential.id)\" is no id of a micro-credential: 1 to 64 of a-z, 0-9 and \"-\"." }
        if microCredential.version < 1 { return "version is \(microCredential.version); expected 1 or more." }
        let criteria = microCredential.rubric.criteria
        if criteria.isEmpty { return "The rubric has no criteria." }
        if Set(criteria.map(\.id)).count < criteria.count { return "Two criteria have the same id." }
        for criterion in criteria {
            if Set(criterion.levels.map(\.id)).count < criterion.levels.count {
                return "Two levels of \(criterion.id) have the same id."
            }
            if criterion.rank(of: criterion.required) == nil {
                return "\(criterion.id) requires \(criterion.required), which is none of its levels."
            }
        }
        return nil
    }
}
