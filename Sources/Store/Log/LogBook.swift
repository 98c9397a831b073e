import Core

/// Writes events, each in the transaction of the change that it records.
struct LogBook {
    /// The submission an event is about: its place in the store, and its id, which is what is hashed.
    struct Subject {
        var sequence: Int64
        var id: String
    }
    private let database: any Database
    private(set) var head: LogChain

    init(_ database: any Database) throws {
        self.database = database
        head = try LogBook.head(database)
    }

    static func head(_ database: any Database) throws -> LogChain {
        try database.first("SELECT n, hash FROM log_head WHERE one = 1") {
            LogChain(n: $0.int(0), hash: $0.bytes(1))
        } ?? .start
    }

    /// One event. `close` must follow before the transaction ends.
    mutating func write(
        _ what: LogKind, by who: String, at: Instant, subject: Subject? = nil,
        detail: (inout JSONText) -> Void = { _ in }
    ) throws {
        var json = JSONText()
        json.object { detail(&$0) }
        let text = json.text
        let hash = head.hash(at: at.seconds, who: who, what: what.rawValue, submission: subject?.id, detail: text)
        try database.run(
            "INSERT INTO log(n, at, who, what, subject, detail, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            .int(head.n + 1), .int(at.seconds), .text(who), .text(what.rawValue), .maybe(subject?.sequence),
            .text(text), .bytes(hash))
        head = LogChain(n: head.n + 1, hash: hash)
    }

    /// Keeps the head beside the log, so that cutting off its end shows.
    func close() throws {
        try database.run(
            """
            INSERT INTO log_head(one, n, hash) VALUES (1, ?1, ?2)
            ON CONFLICT(one) DO UPDATE SET n = excluded.n, hash = excluded.hash
            """, .int(head.n), .bytes(head.hash))
    }
}
