import Core

extension ReviewStore {
    /// What of a submission others can change, for the caller. Of scorecards only the caller's own is in it, so no seal is touched.
    package func liveDetail(of id: String, as caller: Caller, now: Instant) throws -> LiveDetail {
        try caller.require(.seeSubmission)
        return try driver.read { database in try Details(database: database, now: now).live(id, of: caller.id) }
    }
}

extension Details {
    func live(_ id: String, of person: String) throws -> LiveDetail {
        guard let row = try QueueRows(database: database, now: now).row(id: id) else {
            throw ReviewStore.noSuchSubmission(id)
        }
        guard let microCredential = try MicroCredentials.find(row.microCredential, row.version, database) else {
            throw DatabaseFault(kind: .damaged, message: "the micro-credential of \(id) is missing")
        }
        let own = try Scorecards(database: database).all(row.sequence, id: id, rubric: microCredential.rubric)
            .first { $0.assessor == person }
        return LiveDetail(
            state: row.state, scorecard: own ?? Scorecard(submission: id, assessor: person),
            claim: try claim(row.sequence, of: id))
    }

    /// Nil where nobody holds a live one.
    func claim(_ sequence: Int64, of id: String) throws -> Claim? {
        let claim = try database.first(
            "SELECT p.id, k.expires_at FROM claim k JOIN person p ON p.seq = k.person WHERE k.submission = ?1",
            .int(sequence)
        ) { Claim(submission: id, assessor: $0.text(0), expiresAt: Instant(seconds: $0.int(1))) }
        return claim.flatMap { $0.isLive(at: now) ? $0 : nil }
    }
}
