import Core

extension ReviewStore {
    /// The whole queue at one moment, in counts: what a coordinator asks first. From kept counts only; grows with the
    /// districts, micro-credentials, people and days that the store knows, not with its submissions.
    package func status(by grouping: StatusReport.Grouping, as caller: Caller, now: Instant) throws -> StatusReport {
        try caller.require(.report)
        return try driver.read { database in
            let rules = try ReviewStore.zoneRules(database)
            let promise = try ReviewStore.promise(database)
            let today = rules.day(of: now)
            let reading = StatusReading(
                database: database, now: now, rules: rules, lapsed: try LapsedClaims(database, now: now))
            return StatusReport(
                programme: try ReviewStore.setting("programme", database) ?? "", now: now, today: today,
                states: try reading.states(), due: try reading.due(),
                ages: try reading.ages(today: today, promise), grouping: grouping,
                groups: try reading.groups(grouping),
                days: try reading.days(from: today.advanced(byDays: 1 - StatusReport.days), through: today),
                claims: try reading.claims(), claimCount: try reading.claimCount(),
                calendar: promise.calendar)
        }
    }

    /// How many are open and past their deadline, for whoever may report.
    package func overdue(as caller: Caller, now: Instant) throws -> Int {
        try caller.require(.report)
        return try driver.read { database in
            var late = Selection(states: SubmissionState.allCases.filter(\.isOpen))
            late.overdueBefore = now.seconds
            return Int(try Tally(database: database).count(late))
        }
    }
}

/// The parts of a report, each read from its kept counts at one moment.
struct StatusReading {
    let database: any Database
    let now: Instant
    let rules: ZoneRules
    let lapsed: LapsedClaims

    private static let open = "0, 1, 2, 3, 4"

    func states() throws -> StateCounts {
        let tally = Tally(database: database)
        var states = StateCounts()
        for state in SubmissionState.allCases {
            let selection = Selection(states: [state])
            states[state] = Int(try tally.count(selection) + lapsed.correction(selection))
        }
        return states
    }

    /// A lapsed claim changes the state, never the deadline, of what stays open: nothing to correct.
    func due() throws -> [DueCount] {
        // A run for each state, each in order: cheaper to merge here than for SQLite to sort.
        var found = try database.all(
            """
            SELECT due_at, n FROM due_tally
            WHERE assessor = 0 AND state IN (\(StatusReading.open)) AND district = 0 AND credential = 0
            """, row: { (dueAt: Instant(seconds: $0.int(0)), n: Int($0.int(1))) })
        found.sort { $0.dueAt < $1.dueAt }
        var counts: [DueCount] = []
        for (dueAt, n) in found {
            if counts.last?.dueAt == dueAt {
                counts[counts.count - 1].n += n
            } else {
                counts.append(DueCount(dueAt: dueAt, day: rules.day(of: dueAt), n: n, isLate: dueAt < now))
            }
        }
        return counts
    }

    /// The oldest first.
    func ages(today: CivilDate, _ promise: Promise) throws -> [AgeCount] {
        try database.all("SELECT day, n FROM age_tally WHERE n > 0 ORDER BY day") { row in
            AgeCount(
                handedIn: CivilDate(daysSince1970: Int(row.int(0))), n: Int(row.int(1)), today: today, promise: promise)
        }
    }

    func days(from first: CivilDate, through last: CivilDate) throws -> [DayCount] {
        var days: [Int: DayCount] = [:]
        for (day, kind, n) in try database.all(
            "SELECT day, kind, n FROM day_tally WHERE day >= ?1 AND day <= ?2", .int(first.daysSince1970),
            .int(last.daysSince1970), row: { (Int($0.int(0)), $0.int(1), Int($0.int(2))) })
        {
            var count = days[day] ?? DayCount(date: CivilDate(daysSince1970: day))
            switch kind {
            case DayKind.submitted.code: count.submitted += n
            case DayKind.scored.code: count.scored += n
            default: count.decided += n
            }
            days[day] = count
        }
        return Array(days.values)
    }

    /// Those held longest first.
    func claims() throws -> [HeldClaim] {
        try database.all(
            """
            SELECT s.id, p.id, k.expires_at, k.since FROM claim k JOIN submission s ON s.seq = k.submission
            JOIN person p ON p.seq = k.person WHERE k.expires_at > ?1 ORDER BY k.since, k.submission LIMIT ?2
            """, .int(now.seconds), .int(StatusReport.mostClaims)
        ) { row in
            let claim = Claim(
                submission: row.text(0), assessor: row.text(1), expiresAt: Instant(seconds: row.int(2)))
            return HeldClaim(claim: claim, since: Instant(seconds: row.int(3)))
        }
    }

    /// Grows with the claims, which are as many as people have work at hand.
    func claimCount() throws -> Int {
        Int(try database.firstInt("SELECT count(*) FROM claim WHERE expires_at > ?1", .int(now.seconds)) ?? 0)
    }
}
