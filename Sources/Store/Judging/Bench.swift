import Core

/// One submission on the table of one person, inside a transaction that writes: what is known of it, and the changes that all
/// judging is made of.
struct Bench {
    let database: any Database
    let caller: Caller
    let person: Int64
    let now: Instant
    let policy: Policy
    private(set) var log: LogBook
    private var tally = TallyChanges()
    private var days: DayTally?

    /// The roles are asked for again: a person may have lost one since the console was opened.
    init(_ database: any Database, caller asked: Caller, now: Instant) throws {
        self.database = database
        self.now = now
        guard let person = try People.person(asked.id, database),
            let sequence = try People.sequence(asked.id, database)
        else {
            throw Refusal.role(person: asked.id, action: .seeSubmission)
        }
        caller = Caller(person: person, isAlone: try People.isAlone(database))
        self.person = sequence
        policy = try ReviewStore.policy(database)
        log = try LogBook(database)
        try tidy()
    }

    /// The last writes of the transaction.
    mutating func finish() throws {
        try tally.write(database)
        try days?.write(database)
        try log.close()
    }

    // MARK: - Looking

    func record(_ id: String) throws -> SubmissionRecord {
        guard let record = try SubmissionRecord(id: id, database) else { throw ReviewStore.noSuchSubmission(id) }
        return record
    }

    /// Who holds it now; whatever had lapsed is gone already.
    func holder(_ record: SubmissionRecord) throws -> (person: Int64, id: String, expiresAt: Instant)? {
        try database.first(
            """
            SELECT k.person, p.id, k.expires_at FROM claim k JOIN person p ON p.seq = k.person WHERE k.submission = ?1
            """, .int(record.sequence)
        ) { (person: $0.int(0), id: $0.text(1), expiresAt: Instant(seconds: $0.int(2))) }
    }

    // MARK: - Changing

    mutating func write(
        _ what: LogKind, _ record: SubmissionRecord, by who: String? = nil, detail: (inout JSONText) -> Void = { _ in }
    ) throws {
        let subject = LogBook.Subject(sequence: record.sequence, id: record.id)
        try log.write(what, by: who ?? caller.id, at: now, subject: subject, detail: detail)
    }

    /// An event that is about no one submission.
    mutating func note(_ what: LogKind, detail: (inout JSONText) -> Void) throws {
        try log.write(what, by: caller.id, at: now, detail: detail)
    }

    /// Moves a submission, and its counts with it.
    mutating func move(
        _ record: inout SubmissionRecord, to state: SubmissionState, assessor: Int64?, scorer: Int64?
    ) throws {
        let before = record.standing
        record.standing.state = state
        record.standing.assessor = assessor
        let isNewScorer = scorer != record.scorer
        record.scorer = scorer
        if record.standing == before, !isNewScorer { return }
        try database.run(
            "UPDATE submission SET state = ?2, assessor = ?3, scorer = ?4 WHERE seq = ?1", .int(record.sequence),
            .int(state.code), .maybe(assessor), .maybe(scorer))
        tally.leave(before)
        tally.enter(record.standing)
    }

    var lease: Instant { now.advanced(bySeconds: Int64(policy.claim.leaseMinutes) * 60) }

    /// Puts the claim in place, or moves its end; the caller's, where no other holder is named.
    func hold(_ record: SubmissionRecord, by holder: Int64? = nil, until expiry: Instant) throws {
        try database.run(
            """
            INSERT INTO claim(submission, person, expires_at, since) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT(submission) DO UPDATE SET person = excluded.person, expires_at = excluded.expires_at,
                since = CASE WHEN claim.person = excluded.person THEN claim.since ELSE excluded.since END
            """, .int(record.sequence), .int(holder ?? person), .int(expiry.seconds), .int(now.seconds))
    }

    /// Counts by its day what happens now, or what happened at `instant`; -1 for what is taken back.
    mutating func count(_ kind: DayKind, at instant: Instant? = nil, _ change: Int64 = 1) throws {
        // The zone's rules are a long line of text, which most changes have no use for.
        var counting = try days ?? DayTally(ReviewStore.zoneRules(database))
        counting.count(kind, at: instant ?? now, change)
        days = counting
    }

    func dropClaim(_ record: SubmissionRecord) throws {
        try database.run("DELETE FROM claim WHERE submission = ?1", .int(record.sequence))
    }

    /// Ends the claim, on the record, and puts the submission back among those that wait: for what the policy in force says
    /// that it waits for.
    mutating func free(
        _ record: inout SubmissionRecord, _ what: LogKind, by who: String? = nil,
        detail: (inout JSONText) -> Void = { _ in }
    ) throws {
        try dropClaim(record)
        let waiting = record.state.afterClaim
        let state = try readCount.place(of: record.sequence, in: waiting)
        try move(&record, to: state, assessor: record.scorer, scorer: record.scorer)
        try write(what, record, by: who, detail: detail)
        if state != waiting { try write(.reroute, record) { $0.add("state", state.rawValue) } }
    }

    var readCount: ReadCount { ReadCount(database: database, policy: policy, isAlone: caller.isAlone) }

    /// Every writer puts away the claims whose lease is over, on the record.
    private mutating func tidy() throws {
        let lapsed = try database.all(
            """
            SELECT s.id, p.id, k.expires_at FROM claim k JOIN submission s ON s.seq = k.submission
            JOIN person p ON p.seq = k.person WHERE k.expires_at <= ?1 ORDER BY k.expires_at, k.submission LIMIT 1000
            """, .int(now.seconds)
        ) { ($0.text(0), $0.text(1), Instant(seconds: $0.int(2))) }
        for (id, holder, expiry) in lapsed {
            var record = try record(id)
            try free(&record, .lapse, by: holder) { $0.add("expiredAt", expiry.rfc3339) }
        }
    }
}

/// What the rules of judging ask of a submission, as it is stored.
struct SubmissionRecord {
    var sequence: Int64
    var id: String
    var microCredential: String
    var version: Int
    var districtName: String
    var standing: Standing
    var scorer: Int64?

    var state: SubmissionState { standing.state }

    init?(id: String, _ database: any Database) throws {
        let found = try database.first(
            """
            SELECT s.seq, c.id, s.version, d.name, s.assessor, s.state, s.district, s.credential, s.due_at, s.scorer,
                s.submitted_at
            FROM submission s JOIN credential c ON c.seq = s.credential JOIN district d ON d.seq = s.district
            WHERE s.id = ?1
            """, .text(id)
        ) { try SubmissionRecord(id: id, $0) }
        guard let found else { return nil }
        self = found
    }

    private init(id: String, _ row: any PreparedStatement) throws {
        sequence = row.int(0)
        self.id = id
        microCredential = row.text(1)
        version = Int(row.int(2))
        districtName = row.text(3)
        standing = Standing(
            assessor: row.maybeInt(4), state: try SubmissionState(code: row.int(5), of: id), district: row.int(6),
            credential: row.int(7), dueAt: row.int(8), submittedAt: row.int(10), id: id)
        scorer = row.maybeInt(9)
    }
}
