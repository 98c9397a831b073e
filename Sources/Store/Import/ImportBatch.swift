import Core

/// One transaction of an import: what it has looked up, and the counts it will write at its end.
struct ImportBatch {
    /// What the store knows of one micro-credential.
    struct Known {
        var sequence: Int64
        var newest: Int?
        /// Name of each version that may be submitted to.
        var titles: [Int: String]
    }
    let database: any Database
    var log: LogBook
    var tally = TallyChanges()
    var days: DayTally
    var deadlines: Deadlines
    var nextSequence: Int64
    var count = 0
    var bytes = 0
    private var credentials: [String: Known?] = [:]
    private var districts: [String: Int64] = [:]

    /// - Parameter announced: micro-credentials that a dry run would have stored before: they are stored in this
    ///   transaction, and taken back with it.
    init(_ database: any Database, announced: [MicroCredential]) throws {
        self.database = database
        for microCredential in announced { _ = try MicroCredentials.store(microCredential, database) }
        log = try LogBook(database)
        let rules = try ReviewStore.zoneRules(database)
        days = DayTally(rules)
        deadlines = Deadlines(try ReviewStore.policy(database)) { rules.offset(at: $0) }
        nextSequence = (try database.firstInt("SELECT max(seq) FROM submission") ?? 0) + 1
    }

    /// The last writes of the transaction.
    mutating func finish() throws {
        try tally.write(database)
        try days.write(database)
        try log.close()
    }

    mutating func credential(_ id: String) throws -> Known? {
        if let known = credentials[id] { return known }
        var known: Known?
        if let sequence = try database.firstInt("SELECT seq FROM credential WHERE id = ?1", .text(id)) {
            let versions = try database.all(
                "SELECT version, name, status FROM credential_version WHERE credential = ?1 ORDER BY version",
                .int(sequence)
            ) { (Int($0.int(0)), $0.text(1), MicroCredential.Status(rawValue: $0.text(2))) }
            let out = versions.filter { $0.2 == .published || $0.2 == .retired }
            known = Known(
                sequence: sequence, newest: versions.last { $0.2 == .published }?.0,
                titles: Dictionary(out.map { ($0.0, $0.1) }) { first, _ in first })
        }
        credentials[id] = .some(known)
        return known
    }

    mutating func district(_ name: String) throws -> Int64 {
        if let known = districts[name] { return known }
        try database.run("INSERT INTO district(name) VALUES (?1) ON CONFLICT(name) DO NOTHING", .text(name))
        let sequence = try database.firstInt("SELECT seq FROM district WHERE name = ?1", .text(name)) ?? 0
        districts[name] = sequence
        return sequence
    }

    /// What was looked up may have been taken back.
    mutating func forget() {
        credentials.removeAll()
        districts.removeAll()
    }
}
