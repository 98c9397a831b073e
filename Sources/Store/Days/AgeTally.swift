import Core

/// Changes of `age_tally`, which counts what is open by the day on which it was handed in, on the clocks of the policy's
/// zone: as many rows as there are days of which something is left, however long the store has been there.
struct AgeTally {
    /// By quarters of an hour, at which the clocks of every zone change; the days follow when they are written.
    private var quarters: [Int64: Int64] = [:]

    mutating func count(submittedAt: Int64, _ change: Int64) {
        quarters[submittedAt - ((submittedAt % 900) + 900) % 900, default: 0] += change
    }

    /// Writes what has gathered, and forgets it.
    mutating func write(_ database: any Database) throws {
        let moved = quarters.filter { $0.value != 0 }
        quarters.removeAll(keepingCapacity: true)
        // Most changes move something from one open state to another: nothing to look up.
        if moved.isEmpty { return }
        let rules = try ReviewStore.zoneRules(database)
        var days: [Int: Int64] = [:]
        for (quarter, change) in moved { days[rules.dayNumber(quarter), default: 0] += change }
        for (day, change) in days where change != 0 {
            try database.statement(
                """
                INSERT INTO age_tally(day, n) VALUES (?1, ?2) ON CONFLICT(day) DO UPDATE SET n = age_tally.n + excluded.n
                """
            ).run([.int(day), .int(change)])
            if change > 0 { continue }
            try database.statement("DELETE FROM age_tally WHERE day = ?1 AND n = 0").run([.int(day)])
        }
    }

    // MARK: - Counting again

    /// What the counts must be. Reads all open submissions.
    private static func recount(_ database: any Database) throws -> [Int: Int64] {
        let rules = try ReviewStore.zoneRules(database)
        var days: [Int: Int64] = [:]
        for (quarter, n) in try database.all(
            """
            SELECT submitted_at - ((submitted_at % 900) + 900) % 900 AS quarter, count(*) FROM submission
            WHERE state <= ?1 GROUP BY 1
            """, .int(SubmissionState.ready.code), row: { ($0.int(0), $0.int(1)) })
        {
            days[rules.dayNumber(quarter), default: 0] += n
        }
        return days
    }

    /// Counts all anew: for a store from before there were such counts, and where the zone's clocks are others than before.
    static func refill(_ database: any Database) throws {
        let days = try recount(database)
        try database.run("DELETE FROM age_tally")
        for (day, n) in days { try database.run("INSERT INTO age_tally(day, n) VALUES (?1, ?2)", .int(day), .int(n)) }
    }

    /// Counts that are kept otherwise than they should be.
    static func wrongDays(_ database: any Database) throws -> Int {
        var expected = try recount(database)
        var wrong = 0
        for (day, n) in try database.all("SELECT day, n FROM age_tally", row: { (Int($0.int(0)), $0.int(1)) })
        where expected.removeValue(forKey: day) != n {
            wrong += 1
        }
        return wrong + expected.count
    }
}

extension ZoneRules {
    fileprivate func dayNumber(_ seconds: Int64) -> Int { day(of: Instant(seconds: seconds)).daysSince1970 }
}
