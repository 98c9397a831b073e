import Core

/// What is counted by the day on which it happened. The number stands for it in the store: never renumbered.
enum DayKind: Hashable {
    /// Handed in by the earner.
    case submitted
    /// A scorecard was handed in.
    case scored
    case decided(Decision.Kind)

    static let all: [DayKind] = [.submitted, .scored] + Decision.Kind.allCases.map(DayKind.decided)

    var code: Int64 {
        switch self {
        case .submitted: 0
        case .scored: 1
        case .decided(.award): 2
        case .decided(.return): 3
        case .decided(.incomplete): 4
        case .decided(.deny): 5
        }
    }
}

/// Changes of `day_tally`, gathered so that each count is written once a transaction.
struct DayTally {
    struct Cell: Hashable {
        /// Days since 1970 on the clocks of the policy's zone.
        var day: Int
        var kind: Int64
    }
    private let rules: ZoneRules
    private var counts: [Cell: Int64] = [:]

    init(_ rules: ZoneRules) { self.rules = rules }

    /// - Parameter change: -1 for what is taken back.
    mutating func count(_ kind: DayKind, at instant: Instant, _ change: Int64 = 1) {
        counts[Cell(day: rules.day(of: instant).daysSince1970, kind: kind.code), default: 0] += change
    }

    /// Writes what has gathered, and forgets it.
    mutating func write(_ database: any Database) throws {
        for (cell, change) in counts where change != 0 {
            let key: [Value] = [.int(cell.day), .int(cell.kind)]
            try database.statement(
                """
                INSERT INTO day_tally(day, kind, n) VALUES (?1, ?2, ?3)
                ON CONFLICT(day, kind) DO UPDATE SET n = day_tally.n + excluded.n
                """
            ).run(key + [.int(change)])
            if change > 0 { continue }
            try database.statement("DELETE FROM day_tally WHERE day = ?1 AND kind = ?2 AND n = 0").run(key)
        }
        counts.removeAll(keepingCapacity: true)
    }

    // MARK: - Counting again

    /// What the counts must be. Reads all submissions, cards and decisions.
    static func recount(_ database: any Database, _ rules: ZoneRules) throws -> [Cell: Int64] {
        var counts: [Cell: Int64] = [:]
        // By quarters of an hour, at which the clocks of every zone change, so that a large store is few rows.
        func add(_ kind: DayKind, _ column: String, _ from: String) throws {
            let quarter = "(\(column) - ((\(column) % 900) + 900) % 900)"
            for (start, n) in try database.all(
                "SELECT \(quarter) AS quarter, count(*) FROM \(from) GROUP BY 1", row: { ($0.int(0), $0.int(1)) })
            {
                let day = rules.day(of: Instant(seconds: start)).daysSince1970
                counts[Cell(day: day, kind: kind.code), default: 0] += n
            }
        }
        try add(.submitted, "submitted_at", "submission")
        try add(.scored, "changed_at", "scorecard WHERE state = 'submitted'")
        for kind in Decision.Kind.allCases {
            try add(.decided(kind), "at", "decision WHERE kind = '\(kind.rawValue)'")
        }
        return counts
    }

    /// Counts all anew: for a store from before there were such counts, and where the zone's clocks are others than before.
    static func refill(_ database: any Database) throws {
        try database.run("DELETE FROM day_tally")
        for (cell, n) in try recount(database, try ReviewStore.zoneRules(database)) {
            try database.run(
                "INSERT INTO day_tally(day, kind, n) VALUES (?1, ?2, ?3)", .int(cell.day), .int(cell.kind), .int(n))
        }
    }

    /// Counts that are kept otherwise than they should be.
    static func wrongCells(_ database: any Database) throws -> Int {
        var expected = try recount(database, try ReviewStore.zoneRules(database))
        var wrong = 0
        for (cell, n) in try database.all(
            "SELECT day, kind, n FROM day_tally",
            row: { (Cell(day: Int($0.int(0)), kind: $0.int(1)), $0.int(2)) })
        where expected.removeValue(forKey: cell) != n {
            wrong += 1
        }
        return wrong + expected.count
    }
}

extension ZoneRules {
    /// The day on the zone's clocks.
    func day(of instant: Instant) -> CivilDate { instant.advanced(bySeconds: Int64(offset(at: instant))).utcDate }
}
