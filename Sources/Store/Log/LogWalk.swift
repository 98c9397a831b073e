/// Follows the chain from its start.
struct LogWalk {
    /// How far it is whole.
    struct Chain {
        /// The last event that fits.
        var end: LogChain
        /// The first number at which the log is not what was written: an event changed, missing, out of turn, or cut off.
        var brokenAt: Int64?
        /// One sentence, where it is broken.
        var fault: String?
    }
    let database: any Database

    init(_ database: any Database) { self.database = database }

    /// - Parameter visit: is shown every event about no submission, also behind a break.
    func walk(_ visit: (AuditEvent) -> Void) throws -> Chain {
        let head = try LogWalk.head(database)
        let statement = try database.statement(
            """
            SELECT l.n, l.at, l.who, l.what, l.subject, s.id, l.detail, l.hash FROM log l
            LEFT JOIN submission s ON s.seq = l.subject ORDER BY l.n
            """)
        defer { statement.close() }
        try statement.open([])
        var chain = Chain(end: .start)
        while try statement.next() {
            let isAbout = !statement.isNull(4)
            if chain.brokenAt == nil { step(&chain, statement) }
            if isAbout { continue }
            visit(
                AuditEvent(
                    n: statement.rawInt(0), at: statement.rawInt(1), who: statement.text(2),
                    kind: LogKind(rawValue: statement.text(3)), detail: statement.bytes(6)))
        }
        if chain.brokenAt == nil { compare(&chain, head) }
        return chain
    }

    static func head(_ database: any Database) throws -> LogChain {
        try database.first("SELECT n, hash FROM log_head WHERE one = 1") {
            LogChain(n: $0.rawInt(0), hash: $0.bytes(1))
        } ?? .start
    }

    private func step(_ chain: inout Chain, _ row: any PreparedStatement) {
        let n = chain.end.n + 1
        let hash = chain.end.hash(
            at: row.rawInt(1), who: row.text(2), what: row.text(3), submission: row.isNull(4) ? nil : row.text(5),
            detail: row.text(6))
        if row.rawInt(0) == n, row.bytes(7) == hash {
            chain.end = LogChain(n: n, hash: hash)
            return
        }
        chain.brokenAt = n
        chain.fault =
            if row.rawInt(0) != n {
                row.rawInt(0) > n ? "Event \(n) is missing." : "The event numbered \(row.rawInt(0)) belongs to no log."
            } else if !row.isNull(4), row.isNull(5) {
                "The submission that event \(n) is about is not in the store."
            } else {
                "Event \(n) is not what was written."
            }
    }

    /// Shorter than its head says: the first one cut off. As long, but ending otherwise: the last. Longer: the first too many.
    private func compare(_ chain: inout Chain, _ head: LogChain) {
        let n = chain.end.n
        if n == head.n, chain.end.hash == head.hash { return }
        if n < head.n {
            chain.brokenAt = n + 1
            chain.fault = "The log ends at event \(n); its head says \(head.n)."
        } else if n > head.n {
            chain.brokenAt = max(0, head.n) + 1
            chain.fault = "The log goes on to event \(n); its head says \(head.n)."
        } else {
            chain.brokenAt = max(1, n)
            chain.fault = "The last event, \(n), is not the one that its head names."
        }
    }
}
