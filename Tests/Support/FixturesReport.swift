import Console
import Core

extension Shelf {
    /// The report of a naive store: every row counted anew. What happened on the days before is made up, the same each time.
    package func report(by grouping: StatusReport.Grouping) -> StatusReport {
        let today = Dates.day(of: now, zoneOffset: Fixtures.zoneOffset)
        var groups: [String: StatusReport.Group] = [:]
        for row in rows {
            let key: String?
            let name: String?
            switch grouping {
            case .district: (key, name) = (row.district, row.district)
            case .microCredential: (key, name) = (row.microCredential, row.title)
            case .assessor: (key, name) = (row.claimedBy, row.claimedBy.map { "\($0.capitalized) Moore" })
            case .state: (key, name) = (row.state.rawValue, row.state.rawValue)
            }
            guard let key, let name else { continue }
            var group = groups[key] ?? StatusReport.Group(key: key, name: name)
            group.states[row.state] += 1
            if row.isOverdue(at: now) { group.overdue += 1 }
            groups[key] = group
        }
        let open = rows.filter(\.state.isOpen)
        let due = Dictionary(grouping: open, by: \.dueAt).map { dueAt, rows in
            DueCount(
                dueAt: dueAt, day: Dates.dueDay(of: dueAt, zoneOffset: Fixtures.zoneOffset), n: rows.count,
                isLate: dueAt < now)
        }
        let ages = Dictionary(grouping: open) { Dates.day(of: $0.submittedAt, zoneOffset: Fixtures.zoneOffset) }
            .map { AgeCount(handedIn: $0, n: $1.count, today: today, promise: Promise(businessDays: 14)) }
        let held = rows.filter { $0.claimedBy != nil }.enumerated().map { index, row in
            HeldClaim(
                claim: Claim(
                    submission: row.id, assessor: row.claimedBy ?? "", expiresAt: now.advanced(bySeconds: 900)),
                since: now.advanced(bySeconds: -(9_000 - Int64(index) * 700 % 9_000)))
        }
        return StatusReport(
            programme: "Example Cooperative", now: now, today: today,
            states: rows.reduce(into: StateCounts()) { $0[$1.state] += 1 }, due: due.sorted { $0.dueAt < $1.dueAt },
            ages: ages.sorted { $0.handedIn < $1.handedIn }, grouping: grouping,
            groups: groups.values.sorted { $0.key < $1.key }, days: Shelf.days(through: today),
            claims: held.sorted { $0.since < $1.since }, claimCount: held.count, calendar: BusinessCalendar())
    }

    /// A quiet summer, a busy start of school, nothing at weekends.
    private static func days(through today: CivilDate) -> [DayCount] {
        var random = Seeded(seed: 90)
        return (0..<StatusReport.days).map { back in
            let date = today.advanced(byDays: -back)
            let height = back < 45 ? 12 : 3
            if date.weekday >= 5 { return DayCount(date: date, submitted: random.below(3)) }
            return DayCount(
                date: date, submitted: random.number(in: height / 2...height),
                scored: random.number(in: height / 3...height), decided: back == 0 ? 1 : random.number(in: 2...height))
        }
    }
}
