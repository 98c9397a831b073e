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

    /// Walks the whole log, and compares it with the tables.
    /// - Parameter progress: is told how many events of how many are read.
    package func verifyLog(progress: @escaping (Int, Int) -> Void = { _, _ in }) throws -> LogVerification {
        try driver.read { try LogAudit($0, progress: progress).verify() }
    }

    private func event(_ row: any PreparedStatement) -> LogEvent {
        LogEvent(
            n: row.int(0), at: Instant(seconds: row.int(1)), who: row.text(2), what: row.text(3),
            submission: row.maybeText(4), detail: row.text(5),
            previous: hex(row.isNull(7) ? LogChain.start.hash : row.bytes(7)),
            hash: hex(row.bytes(6)))
    }
}
