/// A month of the calendar.
package struct CivilMonth: Hashable, Comparable, Sendable {
    package var year: Int
    package var month: Int

    package init(_ day: CivilDate) { (year, month, _) = day.parts }

    /// `YYYY-MM`.
    package var text: String { String((CivilDate(year: year, month: month, day: 1)?.text ?? "").prefix(7)) }

    package static func < (left: CivilMonth, right: CivilMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}

/// What a report tells a superintendent or a state: sums over decisions, nobody's name. Filled one decision at a time, so that
/// it grows with districts, months and micro-credentials and not with submissions.
package struct ReportFigures: Equatable, Sendable {
    /// A submission that was decided.
    package struct Decided: Sendable {
        package var district: String
        package var microCredential: String
        package var attempt: Int
        package var submittedAt: Instant
        package var dueAt: Instant
        package var kind: Decision.Kind
        package var decidedAt: Instant
        package var credit: [MicroCredential.Credit]

        package init(
            district: String, microCredential: String, attempt: Int, submittedAt: Instant, dueAt: Instant,
            kind: Decision.Kind, decidedAt: Instant, credit: [MicroCredential.Credit]
        ) {
            self.district = district
            self.microCredential = microCredential
            self.attempt = attempt
            self.submittedAt = submittedAt
            self.dueAt = dueAt
            self.kind = kind
            self.decidedAt = decidedAt
            self.credit = credit
        }
    }

    package struct Place: Hashable, Sendable {
        package var district: String
        package var month: CivilMonth

        package init(district: String, month: CivilMonth) {
            self.district = district
            self.month = month
        }
    }

    package struct CreditKind: Hashable, Sendable {
        package var unit: String
        package var authority: String
    }

    /// Decisions of each kind.
    package struct Counts: Equatable, Sendable {
        package private(set) var byKind: [Decision.Kind: Int] = [:]
        package private(set) var credit: [CreditKind: Double] = [:]

        package init() {}

        package subscript(kind: Decision.Kind) -> Int { byKind[kind] ?? 0 }
        package var all: Int { byKind.values.reduce(0, +) }
        /// Awarded of those that were judged: neither incomplete nor denied. Nil where none was.
        package var passRate: Double? {
            let judged = self[.award] + self[.return]
            return judged == 0 ? nil : Double(self[.award]) / Double(judged)
        }

        package mutating func add(_ decided: Decided) {
            byKind[decided.kind, default: 0] += 1
            guard decided.kind == .award else { return }
            for item in decided.credit {
                credit[CreditKind(unit: item.unit, authority: item.authority), default: 0] += item.amount
            }
        }
    }

    /// A micro-credential's decisions on first, second, ... tries.
    package struct Try: Hashable, Sendable {
        package var microCredential: String
        package var attempt: Int

        package init(microCredential: String, attempt: Int) {
            self.microCredential = microCredential
            self.attempt = attempt
        }
    }

    package private(set) var places: [Place: Counts] = [:]
    package private(set) var districts: [String: Counts] = [:]
    package private(set) var months: [CivilMonth: Counts] = [:]
    package private(set) var tries: [Try: Counts] = [:]
    /// Over all micro-credentials.
    package private(set) var attempts: [Int: Counts] = [:]
    package private(set) var total = Counts()
    /// How many were decided after so many business days.
    package private(set) var turnaround: [Int: Int] = [:]
    /// Decided by their deadline.
    package private(set) var inTime = 0
    package var agreement = ReadAgreement()
    /// Names of micro-credentials by id.
    package var names: [String: String] = [:]

    package let programme: String
    /// What was promised, in business days.
    package let promise: Int
    package let madeOn: CivilDate
    private let zone: ZoneRules
    private let calendar: BusinessCalendar
    private struct Days: Hashable {
        var first: CivilDate
        var last: CivilDate
    }
    private var known: [Days: Int] = [:]

    package init(programme: String, policy: Policy, zone: ZoneRules, now: Instant) {
        self.programme = programme
        self.zone = zone
        promise = policy.deadline.businessDays
        calendar = BusinessCalendar(holidays: policy.deadline.holidays)
        madeOn = now.advanced(bySeconds: Int64(zone.offset(at: now))).utcDate
    }

    package mutating func add(_ decided: Decided) {
        let day = local(decided.decidedAt)
        let month = CivilMonth(day)
        places[Place(district: decided.district, month: month), default: Counts()].add(decided)
        districts[decided.district, default: Counts()].add(decided)
        months[month, default: Counts()].add(decided)
        tries[Try(microCredential: decided.microCredential, attempt: decided.attempt), default: Counts()].add(decided)
        attempts[decided.attempt, default: Counts()].add(decided)
        total.add(decided)
        turnaround[businessDays(after: local(decided.submittedAt), through: day), default: 0] += 1
        if decided.decidedAt <= decided.dueAt { inTime += 1 }
    }

    /// Most pairs of days come again and again.
    private mutating func businessDays(after first: CivilDate, through last: CivilDate) -> Int {
        let pair = Days(first: first, last: last)
        if let known = known[pair] { return known }
        let count = calendar.businessDays(after: first, through: last)
        known[pair] = count
        return count
    }

    private func local(_ instant: Instant) -> CivilDate {
        instant.advanced(bySeconds: Int64(zone.offset(at: instant))).utcDate
    }
}

extension ReportFigures {
    /// Share decided by the deadline; nil where nothing was decided.
    package var shareInTime: Double? { total.all == 0 ? nil : Double(inTime) / Double(total.all) }

    /// So many business days within which the given share was decided; nil where nothing was.
    package func businessDays(forShare share: Double) -> Int? {
        var seen = 0
        for (days, count) in turnaround.sorted(by: { $0.key < $1.key }) {
            seen += count
            if Double(seen) >= share * Double(total.all) { return days }
        }
        return nil
    }

    /// Every kind of credit that was earned, in a fixed order.
    package var creditKinds: [CreditKind] {
        total.credit.keys.sorted { ($0.unit, $0.authority) < ($1.unit, $1.authority) }
    }

    /// From the first month with a decision to the last, without gaps.
    package var span: [CivilMonth] {
        guard let first = months.keys.min(), let last = months.keys.max() else { return [] }
        var all = [first]
        while let month = all.last, month < last {
            var next = month
            next.month = month.month % 12 + 1
            next.year += month.month == 12 ? 1 : 0
            all.append(next)
        }
        return all
    }
}
