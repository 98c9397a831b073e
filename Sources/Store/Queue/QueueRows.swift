import Core

/// The lines of a window, each read by its key.
struct QueueRows {
    let database: any Database
    let now: Instant
    /// Nil in a store in which nothing was ever assigned: its rows don't ask.
    private let assignments: Assignments?
    private let afterClaims: AfterClaims

    init(database: any Database, now: Instant) throws {
        self.database = database
        self.now = now
        afterClaims = AfterClaims(database)
        let isUsed = try database.firstInt("SELECT 1 FROM assignment_run LIMIT 1") != nil
        assignments = isUsed ? Assignments(database: database, now: now) : nil
    }

    func row(_ sequence: Int64) throws -> QueueRow {
        guard let row = try database.first(QueueRows.sql + " WHERE s.seq = ?1", .int(sequence), row: read) else {
            throw DatabaseFault(kind: .damaged, message: "an index names submission \(sequence), which is not there")
        }
        return row
    }

    func row(id: String) throws -> QueueRow? {
        try database.first(QueueRows.sql + " WHERE s.id = ?1", .text(id), row: read)
    }

    private static let sql = """
        SELECT s.seq, s.id, c.id, s.version, v.name, s.attempt, s.state, d.name, s.submitted_at, s.due_at,
            s.evidence_count, k.expires_at, p.id
        FROM submission s
        JOIN credential c ON c.seq = s.credential
        JOIN credential_version v ON v.credential = s.credential AND v.version = s.version
        JOIN district d ON d.seq = s.district
        LEFT JOIN claim k ON k.submission = s.seq
        LEFT JOIN person p ON p.seq = k.person
        """

    private func read(_ row: any PreparedStatement) throws -> QueueRow {
        let state = try SubmissionState(code: row.int(6), of: row.text(1))
        let expiry = row.maybeInt(11).map(Instant.init(seconds:))
        let isLive = expiry.map { now < $0 } ?? false
        // A lease that is over is no claim, whether or not a writer has tidied it yet.
        let standing =
            expiry == nil || isLive ? state : try afterClaims.place(of: row.int(0), in: state)
        let isFree = standing == .pending || standing == .secondRead
        return QueueRow(
            sequence: row.int(0), id: row.text(1), microCredential: row.text(2), version: Int(row.int(3)),
            title: row.text(4), attempt: Int(row.int(5)),
            state: standing, district: row.text(7),
            submittedAt: Instant(seconds: row.int(8)), dueAt: Instant(seconds: row.int(9)),
            claimedBy: isLive ? row.maybeText(12) : nil, evidenceCount: Int(row.int(10)),
            assignedTo: isFree ? try assignments?.holder(row.int(0)) : nil)
    }
}
