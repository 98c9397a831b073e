import Core

/// A claim that was taken from somebody.
package struct TakenClaim: Equatable, Sendable {
    package var takenFrom: String
    /// Whose it is now; nil where anybody may claim it.
    package var claim: Claim?

    package init(takenFrom: String, claim: Claim?) {
        self.takenFrom = takenFrom
        self.claim = claim
    }
}

extension Bench {
    /// Takes a decision back, on the record, and puts the submission where the decision found it.
    mutating func undecide(_ id: String, reason: String) throws -> SubmissionState {
        let decision = try database.first(
            """
            SELECT d.kind, d.from_state, d.at FROM decision d JOIN submission s ON s.seq = d.submission WHERE s.id = ?1
            """, .text(id)
        ) { (kind: Decision.Kind(rawValue: $0.text(0)), from: $0.maybeInt(1), at: Instant(seconds: $0.int(2))) }
        // Who may make a decision may take it back.
        try caller.require(decision?.kind == .incomplete ? .markIncomplete : .decide)
        try Refusal.requireReason(reason, for: "Taking a decision back")
        var record = try record(id)
        guard let decision, let kind = decision.kind else { throw Refusal.rule("\(id) is not decided.") }
        let detail = try Details(database: database, now: now).detail(id)
        if bindsAssessors(kind, detail.scorecard(of: caller.id)) {
            throw Refusal.rule("You have scored \(id); its decision is somebody else's to take back.")
        }
        if let batch = try Batches(database: database).signing(record.sequence) {
            throw Refusal.rule("\(id) was signed in the batch session \(batch); it can't be taken back any more.")
        }
        if try Outbox.isOut(record.sequence, database) {
            throw Refusal.rule("The letter about \(id) has gone out; its decision can't be taken back any more.")
        }
        // A claim that the decision ended does not come back, and the policy may ask for another number of reads by now.
        let from = try decision.from.map { try SubmissionState(code: $0).afterClaim } ?? undecidedState(record)
        let found = try readCount.place(of: record.sequence, in: from)
        try database.run("DELETE FROM decision WHERE submission = ?1", .int(record.sequence))
        try move(&record, to: found, assessor: record.scorer, scorer: record.scorer)
        try Batches(database: database).markChanged(record.sequence)
        try count(.decided(kind), at: decision.at, -1)
        try write(.undecide, record) { json in
            json.add("decision", kind.rawValue)
            json.add("reason", reason)
            json.add("state", found.rawValue)
        }
        return found
    }

    /// For a decision made before stores kept where it found its submission: what its cards say.
    private func undecidedState(_ record: SubmissionRecord) throws -> SubmissionState {
        let reads = Int(
            try database.firstInt(
                "SELECT count(*) FROM scorecard WHERE submission = ?1 AND state = 'submitted'", .int(record.sequence))
                ?? 0)
        if record.state == .awarded || record.state == .returned { return .ready }
        if reads == 0 { return .pending }
        return reads < policy.scoring.assessors ? .secondRead : .ready
    }

    /// Ends a claim that somebody else sits on. Their draft is kept, and theirs.
    mutating func takeOver(_ id: String, for name: String?, reason: String) throws -> TakenClaim {
        try caller.require(.takeOverClaim)
        try Refusal.requireReason(reason, for: "Taking over a claim")
        var record = try record(id)
        guard let holder = try holder(record) else { throw Refusal.rule("\(id) is not claimed.") }
        guard let name else {
            try free(&record, .takeOver) { json in
                json.add("from", holder.id)
                json.add("reason", reason)
            }
            return TakenClaim(takenFrom: holder.id, claim: nil)
        }
        guard name != holder.id else { throw Refusal.rule("\(id) is claimed by \(name) already.") }
        guard let somebody = try People.person(name, database), let sequence = try People.sequence(name, database)
        else {
            throw Refusal.rule("There is nobody called \(name).")
        }
        guard Caller(person: somebody, isAlone: caller.isAlone).may(.claim) else {
            throw Refusal.rule("\(name) is no assessor; nothing was taken over.")
        }
        if let fault = try obstacle(record, for: somebody, sequence, saying: { "\(name) has \($0)" }) {
            throw Refusal.rule(fault)
        }
        let expiry = lease
        try move(&record, to: record.state, assessor: sequence, scorer: record.scorer)
        try hold(record, by: sequence, until: expiry)
        try write(.takeOver, record) { json in
            json.add("from", holder.id)
            json.add("to", name)
            json.add("reason", reason)
            json.add("expiresAt", expiry.rfc3339)
        }
        return TakenClaim(
            takenFrom: holder.id, claim: Claim(submission: id, assessor: name, expiresAt: expiry))
    }
}
