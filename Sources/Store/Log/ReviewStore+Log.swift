import Core

extension ReviewStore {
    /// Events in the order they happened, from the first after number `after`; all, or those about one submission.
    package func log(submission: String? = nil, after: Int64? = nil, limit: Int, as caller: Caller) throws -> [LogEvent]
    {
        try caller.require(.seeLog)
        return try driver.read { database in
            var subject: Int64?
            if let submission {
                guard let found = try database.firstInt("SELECT seq FROM submission WHERE id = ?1", .text(submission))
                else { throw ReviewStore.noSuchSubmission(submission) }
                subject = found
            }
            let narrow = subject == nil ? "" : "AND l.subject = ?3"
            let statement = try database.statement(
                """
                SELECT l.n, l.at, l.who, l.what, s.id, l.detail, l.hash, b.hash FROM log l
                LEFT JOIN submission s ON s.seq = l.subject LEFT JOIN log b ON b.n = l.n - 1
                WHERE l.n > ?1 \(narrow) ORDER BY l.n LIMIT ?2
                """)
            defer { statement.close() }
            try statement.open([.int(after ?? 0), .int(max(0, limit))] + (subject.map { [.int($0)] } ?? []))
            var events: [LogEvent] = []
            while try statement.next() { events.append(event(statement)) }
            return events
        }
    }

    /// Walks the whole log.
    package func verifyLog() throws -> LogVerification { try driver.read { try LogWalk($0).verify() } }

    private func event(_ row: any PreparedStatement) -> LogEvent {
        LogEvent(
            n: row.int(0), at: Instant(seconds: row.int(1)), who: row.text(2), what: row.text(3),
            submission: row.maybeText(4), detail: row.text(5),
            previous: hex(row.isNull(7) ? LogChain.start.hash : row.bytes(7)),
            hash: hex(row.bytes(6)))
    }
}

/// Follows the chain from its start.
struct LogWalk {
    let database: any Database

    init(_ database: any Database) { self.database = database }

    /// The first number at which the log is not what was written: an event changed, missing, out of turn, or cut off.
    func verify() throws -> LogVerification {
        let head = try LogBook.head(database)
        let statement = try database.statement(
            """
            SELECT l.n, l.at, l.who, l.what, l.subject, s.id, l.detail, l.hash FROM log l
            LEFT JOIN submission s ON s.seq = l.subject ORDER BY l.n
            """)
        defer { statement.close() }
        try statement.open([])
        var chain = LogChain.start
        while try statement.next() {
            let submission = statement.isNull(4) ? nil : statement.text(5)
            let hash = chain.hash(
                at: statement.int(1), who: statement.text(2), what: statement.text(3), submission: submission,
                detail: statement.text(6))
            if statement.int(0) != chain.n + 1 || statement.bytes(7) != hash {
                return LogVerification(events: head.n, head: hex(head.hash), ok: false, brokenAt: chain.n + 1)
            }
            chain = LogChain(n: chain.n + 1, hash: hash)
        }
        if chain.n == head.n, chain.hash == head.hash {
            return LogVerification(events: chain.n, head: hex(chain.hash), ok: true, brokenAt: nil)
        }
        // Shorter than its head says: the first one cut off. As long, but ending otherwise: the last. Longer: the first too many.
        let broken = chain.n < head.n ? chain.n + 1 : chain.n == head.n ? max(1, chain.n) : head.n + 1
        return LogVerification(events: head.n, head: hex(head.hash), ok: false, brokenAt: broken)
    }
}
