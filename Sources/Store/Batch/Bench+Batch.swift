import Core

extension Bench {
    /// Makes a session of what the filter holds now, nearest deadline first.
    mutating func makeBatch(_ name: String, _ filter: QueueFilter, _ search: SearchQuery?) throws -> BatchSession {
        try caller.require(.prepareBatch)
        guard BatchSession.isName(name) else {
            throw Refusal.rule("A session's name is one line of 1 to 64 characters.")
        }
        if try database.firstInt("SELECT 1 FROM batch WHERE name = ?1", .text(name)) != nil {
            throw Refusal.rule("There is a batch session \(name) already.")
        }
        let listing = try QueueListing(database, filter: filter, sort: .due, search: search, window: 512, now: now)
        let items = try listing.read(from: nil, ascending: true, limit: max(1, try listing.countAll()))
        if items.isEmpty {
            throw Refusal.rule(
                filter == .allReady
                    ? "Nothing is ready for a decision; no session was made."
                    : "No submission is like that; no session was made.")
        }
        try database.run(
            """
            INSERT INTO batch(name, person, at, planned_at, selection, items, held, signed)
            VALUES (?1, ?2, ?3, ?3, ?4, ?5, 0, 0)
            """, .text(name), .int(person), .int(now.seconds), .text(filter.words), .int(items.count))
        let kept = try Batches(database: database).find(name)
        var look = BatchLook(database: database, now: now)
        for (index, item) in items.enumerated() {
            let (fingerprint, reading) = try look.look(item.sequence)
            try database.run(
                """
                INSERT INTO batch_item(batch, position, submission, state, cards, versions, meets, adjudicated, near_pass)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """, .int(kept.sequence), .int(index + 1), .int(item.sequence), .int(fingerprint.state.code),
                .int(fingerprint.cards), .int(fingerprint.versions), .int(reading.meets ? 1 : 0),
                .int(reading.isAdjudicated ? 1 : 0), .int(reading.isNearPass ? 1 : 0))
        }
        try note(.batchNew) { json in
            json.add("batch", name)
            json.add("selection", filter.words)
            json.add("items", items.count)
        }
        return kept.session
    }

    /// Takes what has changed since into the plan. Nothing is added, nothing is left out.
    mutating func planAgain(_ name: String) throws -> Int {
        try caller.require(.prepareBatch)
        let kept = try Batches(database: database).find(name)
        var changed: [Batches.Entry] = []
        try Batches(database: database).walk(kept.sequence, from: 1, person: person) { entry in
            if !entry.facts.isSigned, entry.facts.planned != entry.facts.current { changed.append(entry) }
            return true
        }
        var look = BatchLook(database: database, now: now)
        for entry in changed {
            let (fingerprint, reading) = try look.look(entry.submission)
            try database.run(
                """
                UPDATE batch_item SET state = ?3, cards = ?4, versions = ?5, meets = ?6, adjudicated = ?7, near_pass = ?8
                WHERE batch = ?1 AND position = ?2
                """, .int(kept.sequence), .int(entry.position), .int(fingerprint.state.code), .int(fingerprint.cards),
                .int(fingerprint.versions), .int(reading.meets ? 1 : 0), .int(reading.isAdjudicated ? 1 : 0),
                .int(reading.isNearPass ? 1 : 0))
        }
        try database.run("UPDATE batch SET planned_at = ?2 WHERE seq = ?1", .int(kept.sequence), .int(now.seconds))
        if !changed.isEmpty { try Batches(database: database).widen(kept.sequence) }
        try note(.batchPlan) { json in
            json.add("batch", name)
            json.add("changed", changed.count)
        }
        return changed.count
    }

    /// Keeps marked items back from signing, or (without a reason) lets them go again.
    /// - Returns: how many that changed.
    mutating func hold(_ marks: BatchMarks, in name: String, reason: String?) throws -> Int {
        try caller.require(.prepareBatch)
        if let reason { try Refusal.requireReason(reason, for: "Holding") }
        let kept = try Batches(database: database).find(name)
        guard let bounds = marks.bounds else { return 0 }
        let rules = BatchRules(policy: policy, isAlone: caller.isAlone)
        var entries: [Batches.Entry] = []
        try Batches(database: database).walk(kept.sequence, from: bounds.lowerBound, person: person) { entry in
            guard entry.position <= bounds.upperBound else { return false }
            let facts = entry.facts
            if !facts.isSigned, facts.held != reason,
                marks.contains(entry.position, rules.verdict(facts), rules.flags(facts, now: now))
            {
                entries.append(entry)
            }
            return true
        }
        for entry in entries {
            try database.run(
                "UPDATE batch_item SET hold_reason = ?3 WHERE batch = ?1 AND position = ?2", .int(kept.sequence),
                .int(entry.position), .maybe(reason))
            try write(reason == nil ? .batchUnhold : .batchHold, try record(entry.id)) { json in
                json.add("batch", name)
                json.add("reason", maybe: reason)
            }
        }
        let more = reason == nil ? -entries.count : entries.count { $0.facts.held == nil }
        try database.run("UPDATE batch SET held = held + ?2 WHERE seq = ?1", .int(kept.sequence), .int(more))
        if reason == nil, !entries.isEmpty { try Batches(database: database).widen(kept.sequence) }
        return entries.count
    }

    /// The position of a submission in a session, for one who names it.
    func position(of id: String, in name: String) throws -> Int {
        let kept = try Batches(database: database).find(name)
        let found = try database.first(
            "SELECT i.position, i.signed_at FROM batch_item i WHERE i.submission = ?1 AND i.batch = ?2",
            .int(try record(id).sequence), .int(kept.sequence)
        ) { (position: Int($0.int(0)), isSigned: !$0.isNull(1)) }
        guard let found else { throw Refusal.rule("\(id) is not in the batch session \(name).") }
        if found.isSigned { throw Refusal.rule("\(id) is signed already.") }
        return found.position
    }

    /// What one transaction of a signing has done.
    enum SigningStep {
        case signed(position: Int)
        case refused(position: Int, BatchPlan.Refused)
        case done
    }

    /// Signs the first item beyond a position that is neither signed nor held, or says why it is not to be signed.
    /// - Parameter base: the version of the session that the person has agreed to sign; nil for whatever it is.
    mutating func signNext(in name: String, after position: Int, base: Int?) throws -> SigningStep {
        try caller.require(.signBatch)
        let batches = Batches(database: database)
        let kept = try batches.find(name)
        if let base, base != kept.session.version {
            throw Refusal.rule("The plan of \(name) is not what it was when you were asked; look at it again.")
        }
        guard var entry = try batches.nextOpen(kept.sequence, after: position, person: person) else { return .done }
        entry.facts.isInConflict = try Conflicts(of: caller.person, database).with(entry.submission) != nil
        let (id, place) = (entry.id, entry.position)
        func refused(_ refusal: BatchRefusal) -> SigningStep {
            .refused(position: place, BatchPlan.Refused(id: id, refusal: refusal))
        }
        if case .refused(let refusal) = BatchRules(policy: policy, isAlone: caller.isAlone).verdict(entry.facts) {
            return refused(refusal)
        }
        // The plan remembers what the cards say; an award looks at the cards themselves.
        var look = BatchLook(database: database, now: now)
        let (fingerprint, reading) = try look.look(entry.submission)
        if fingerprint != entry.facts.planned { return refused(.changed) }
        if !reading.meets { return refused(.notMet) }
        var record = try record(entry.id)
        _ = try carryOut(.award, &record, reason: "Signed in the batch session \(name).", batch: name)
        try database.run(
            "UPDATE batch_item SET signed_at = ?3 WHERE batch = ?1 AND position = ?2", .int(kept.sequence),
            .int(entry.position), .int(now.seconds))
        try database.run("UPDATE batch SET signed = signed + 1 WHERE seq = ?1", .int(kept.sequence))
        return .signed(position: entry.position)
    }
}
