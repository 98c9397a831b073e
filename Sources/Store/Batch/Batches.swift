import Core

/// The tables of approval sessions.
struct Batches {
    let database: any Database

    struct Kept {
        var sequence: Int64
        var session: BatchSession
    }

    func find(_ name: String) throws -> Kept {
        let found = try database.first(Batches.sql + " WHERE b.name = ?1", .text(name), row: Batches.read)
        guard let found else { throw Refusal.rule("There is no batch session \(name).") }
        return found
    }

    /// Newest first. Sessions are sittings of people: a list of all is short.
    func all() throws -> [BatchSession] {
        try database.all(Batches.sql + " ORDER BY b.seq DESC LIMIT 10000", row: Batches.read).map(\.session)
    }

    private static let sql = """
        SELECT b.seq, b.name, p.id, b.at, b.planned_at, b.selection, b.items, b.held, b.signed, b.version
        FROM batch b JOIN person p ON p.seq = b.person
        """

    private static func read(_ row: any PreparedStatement) throws -> Kept {
        Kept(
            sequence: row.int(0),
            session: BatchSession(
                name: row.text(1), madeBy: row.text(2), madeAt: Instant(seconds: row.int(3)),
                plannedAt: Instant(seconds: row.int(4)), selection: row.text(5), items: Int(row.int(6)),
                held: Int(row.int(7)), signed: Int(row.int(8)), version: Int(row.int(9))))
    }

    /// Signing can do more than before: whoever was asked must be asked again.
    func widen(_ batch: Int64) throws {
        try database.run("UPDATE batch SET version = version + 1 WHERE seq = ?1", .int(batch))
    }

    /// Another policy may let any session do more.
    func widenAll() throws { try database.run("UPDATE batch SET version = version + 1") }

    /// Takes a submission for changed in every plan that is not signed: a change that was taken back leaves no trace in its
    /// state and its cards.
    func markChanged(_ submission: Int64) throws {
        try database.run(
            "UPDATE batch_item SET versions = -1 WHERE submission = ?1 AND signed_at IS NULL", .int(submission))
    }

    /// The session that has signed it, if one has; such an award is never taken back.
    func signing(_ submission: Int64) throws -> String? {
        try database.first(
            """
            SELECT b.name FROM batch_item i JOIN batch b ON b.seq = i.batch
            WHERE i.submission = ?1 AND i.signed_at IS NOT NULL
            """, .int(submission)
        ) { $0.text(0) }
    }

    // MARK: - Items

    /// What of an item the rules go by.
    struct Entry {
        var position: Int
        var submission: Int64
        var id: String
        var facts: BatchFacts
    }

    /// Items from a position on, forwards or backwards, until `body` says no.
    /// - Parameter person: who asks; 0 for nobody.
    func walk(
        _ batch: Int64, from position: Int, ascending: Bool = true, person: Int64, _ body: (Entry) throws -> Bool
    ) throws {
        let order = ascending ? "i.position >= ?2 ORDER BY i.position" : "i.position <= ?2 ORDER BY i.position DESC"
        let statement = try database.statement(
            Batches.itemSQL + " WHERE i.batch = ?1 AND " + order)
        defer { statement.close() }
        try statement.open([.int(batch), .int(position), .int(person)])
        while try statement.next() {
            if try !body(Batches.entry(statement)) { return }
        }
    }

    /// The first item beyond a position that is neither signed nor held.
    func nextOpen(_ batch: Int64, after position: Int, person: Int64) throws -> Entry? {
        try database.first(
            Batches.itemSQL + """
                 WHERE i.batch = ?1 AND i.position > ?2 AND i.signed_at IS NULL AND i.hold_reason IS NULL
                ORDER BY i.position LIMIT 1
                """, .int(batch), .int(position), .int(person), row: Batches.entry)
    }

    private static let itemSQL = """
        SELECT i.position, i.submission, s.id, i.state, i.cards, i.versions, s.state,
            (SELECT count(*) FROM scorecard k WHERE k.submission = i.submission),
            (SELECT coalesce(sum(k.version), 0) FROM scorecard k WHERE k.submission = i.submission)
                + (SELECT count(*) FROM adjudication a WHERE a.submission = i.submission),
            (SELECT count(*) FROM scorecard k WHERE k.submission = i.submission AND k.state = 'submitted'),
            (SELECT count(*) FROM scorecard k WHERE k.submission = i.submission AND k.person = ?3),
            i.meets, i.adjudicated, i.near_pass, s.attempt, s.due_at, i.hold_reason, i.signed_at,
            (SELECT count(*) FROM leak l WHERE l.submission = i.submission)
        FROM batch_item i JOIN submission s ON s.seq = i.submission
        """

    private static func entry(_ row: any PreparedStatement) throws -> Entry {
        Entry(
            position: Int(row.int(0)), submission: row.int(1), id: row.text(2),
            facts: BatchFacts(
                planned: BatchFingerprint(
                    state: try SubmissionState(code: row.int(3)), cards: Int(row.int(4)), versions: Int(row.int(5))),
                current: BatchFingerprint(
                    state: try SubmissionState(code: row.int(6)), cards: Int(row.int(7)), versions: Int(row.int(8))),
                reads: Int(row.int(9)),
                reading: BatchReading(
                    meets: row.int(11) != 0, isAdjudicated: row.int(12) != 0, isNearPass: row.int(13) != 0),
                isScoredByCaller: row.int(10) > 0, isLeakReported: row.int(18) > 0, attempt: Int(row.int(14)),
                dueAt: Instant(seconds: row.int(15)), held: row.maybeText(16), isSigned: !row.isNull(17)))
    }
}

/// A submission as a plan takes it down: its cards, and what they say.
struct BatchLook {
    let database: any Database
    let now: Instant
    /// Plans are made of thousands of submissions of a few micro-credentials.
    private var known: [String: MicroCredential] = [:]

    init(database: any Database, now: Instant) {
        self.database = database
        self.now = now
    }

    mutating func microCredential(_ id: String, _ version: Int) throws -> MicroCredential {
        let key = "\(version) \(id)"
        if let found = known[key] { return found }
        guard let found = try MicroCredentials.find(id, version, database) else {
            throw DatabaseFault(kind: .damaged, message: "version \(version) of \(id) is missing")
        }
        known[key] = found
        return found
    }

    mutating func look(_ submission: Int64) throws -> (BatchFingerprint, BatchReading) {
        let head = try database.first(
            """
            SELECT s.id, c.id, s.version, s.state FROM submission s JOIN credential c ON c.seq = s.credential
            WHERE s.seq = ?1
            """, .int(submission)
        ) {
            (
                id: $0.text(0), credential: $0.text(1), version: Int($0.int(2)),
                state: try SubmissionState(code: $0.int(3))
            )
        }
        guard let head else {
            throw DatabaseFault(kind: .damaged, message: "submission \(submission) is missing")
        }
        let rubric = try microCredential(head.credential, head.version).rubric
        let cards = try Scorecards(database: database).all(submission, id: head.id, rubric: rubric)
        let adjudication = try Adjudications(database: database).find(submission, rubric)
        let versions = cards.reduce(adjudication == nil ? 0 : 1) { $0 + $1.version }
        return (
            BatchFingerprint(state: head.state, cards: cards.count, versions: versions),
            BatchReading(cards, adjudication, rubric: rubric)
        )
    }
}
