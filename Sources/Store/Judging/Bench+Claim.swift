import Core

extension Bench {
    /// Takes the submission, or keeps it where the caller has it already.
    mutating func claim(_ id: String) throws -> (SubmissionRecord, Claim) {
        try caller.require(.claim)
        var record = try record(id)
        if let holder = try holder(record) {
            guard holder.person == person else {
                throw Refusal.rule("\(id) is claimed by \(holder.id) until \(holder.expiresAt.rfc3339).")
            }
            return (record, try renewed(record))
        }
        guard record.state == .pending || record.state == .secondRead else {
            throw Refusal.rule(
                "\(id) is \(record.state.rawValue); only what is pending or waits for a second read can be claimed.")
        }
        if let fault = try obstacle(record) { throw Refusal.rule(fault) }
        let state: SubmissionState = record.state == .pending ? .claimed : record.state
        try move(&record, to: state, assessor: person, scorer: record.scorer)
        let expiry = lease
        try hold(record, until: expiry)
        try write(.claim, record) { $0.add("expiresAt", expiry.rfc3339) }
        return (record, Claim(submission: id, assessor: caller.id, expiresAt: expiry))
    }

    /// Moves the end of a claim that the caller holds. No event: it says nothing that the claim and its end don't.
    func renewed(_ record: SubmissionRecord) throws -> Claim {
        let expiry = lease
        try hold(record, until: expiry)
        return Claim(submission: record.id, assessor: caller.id, expiresAt: expiry)
    }

    mutating func release(_ id: String) throws {
        try caller.require(.release)
        var record = try record(id)
        guard let holder = try holder(record) else { throw Refusal.rule("\(id) is not claimed.") }
        guard holder.person == person else { throw Refusal.rule("\(id) is claimed by \(holder.id), not by you.") }
        try free(&record, .release)
    }

    /// What is kept for the caller, and then the nearest due that they may judge: first what nobody has read, then second
    /// reads.
    mutating func claimNext() throws -> Claim {
        try caller.require(.claim)
        for id in try Assignments(database: database, now: now).waiting(for: person)
        where try obstacle(try record(id)) == nil { return try claim(id).1 }
        for state in [SubmissionState.pending, .secondRead] {
            if let id = try nextJudgeable(state) { return try claim(id).1 }
        }
        throw Refusal.rule("There is nothing to claim.")
    }

    /// Why the caller must not judge it; nil where nothing stands in the way.
    func obstacle(_ record: SubmissionRecord) throws -> String? {
        if let kept = try Assignments(database: database, now: now).inForce(record.sequence), kept.person != person {
            // Nobody's name: an assessor need not know who else reads.
            return "\(record.id) is assigned to somebody else until \(kept.until.rfc3339)."
        }
        return try obstacle(record, for: caller.person, person) { "You have \($0)" }
    }

    /// The same of anybody; `saying` makes a sentence of what they have.
    func obstacle(
        _ record: SubmissionRecord, for somebody: Person, _ sequence: Int64, saying: (String) -> String
    ) throws -> String? {
        if record.state == .secondRead, !caller.isAlone, try hasSubmitted(record.sequence, sequence) {
            return saying("scored \(record.id) already; its second read is somebody else's.")
        }
        return try conflict(record, of: somebody, saying: saying)
    }

    /// What somebody has against judging it, as a sentence.
    func conflict(_ record: SubmissionRecord, of somebody: Person, saying: (String) -> String) throws -> String? {
        let district = record.districtName
        switch try Conflicts(of: somebody, database).with(record.sequence, district: district) {
        case nil: return nil
        case .district:
            return somebody.id == caller.id
                ? "\(record.id) comes from \(district), with which you have a conflict of interest."
                : saying("a conflict of interest with \(district), from where \(record.id) comes.")
        // Says nothing more: the earner of a blind read has no name.
        case .earner: return saying("a conflict of interest with \(record.id).")
        }
    }

    private func hasSubmitted(_ submission: Int64, _ somebody: Int64) throws -> Bool {
        try database.firstInt(
            "SELECT 1 FROM scorecard WHERE submission = ?1 AND person = ?2 AND state = 'submitted'", .int(submission),
            .int(somebody)) != nil
    }

    // MARK: - Next

    /// Reads the list by deadline until something fits. What is held, or comes from a district that is not the caller's, is
    /// never read: whole streams are left out.
    private func nextJudgeable(_ state: SubmissionState) throws -> String? {
        let scopes = try nextScopes(state)
        if scopes.isEmpty { return nil }
        var walk = QueueWalk(
            database, scopes: scopes, order: QueueOrder(sort: .due, ascending: true, overdueBefore: nil), start: nil,
            lapsed: [], skip: [], probe: nil, window: 8)
        while let item = try walk.next() {
            let id = try database.first(
                """
                SELECT s.id FROM submission s LEFT JOIN claim k ON k.submission = s.seq
                WHERE s.seq = ?1 AND k.submission IS NULL
                """, .int(item.sequence)
            ) { $0.text(0) }
            guard let id, try obstacle(try record(id)) == nil else { continue }
            return id
        }
        return nil
    }

    private func nextScopes(_ state: SubmissionState) throws -> [QueueStream.Scope] {
        let tally = Tally(database: database)
        let conflicts = Set(caller.person.conflicts.map { $0.lowercased() })
        let districts = Set(caller.person.districts.map { $0.lowercased() })
        let all = Selection(states: [state])
        if conflicts.isEmpty, districts.isEmpty {
            return try tally.count(all, state) > 0 ? [QueueStream.Scope(state: state)] : []
        }
        let known = try database.all("SELECT seq, name FROM district") { ($0.int(0), $0.text(1).lowercased()) }
        let mine = known.filter { !conflicts.contains($0.1) && (districts.isEmpty || districts.contains($0.1)) }
        return try mine.flatMap { district, _ in
            try tally.cells(Selection(states: [state], district: district), state).map {
                QueueStream.Scope(state: state, cell: $0)
            }
        }
    }
}
