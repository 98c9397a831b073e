/// How many open submissions are due at one moment.
package struct DueCount: Equatable, Sendable {
    package var dueAt: Instant
    /// The local day at whose end that is.
    package var day: CivilDate
    package var n: Int
    /// The moment is over.
    package var isLate: Bool

    package init(dueAt: Instant, day: CivilDate, n: Int, isLate: Bool) {
        self.dueAt = dueAt
        self.day = day
        self.n = n
        self.isLate = isLate
    }
}

/// What happened on one local day.
package struct DayCount: Equatable, Sendable {
    package var date: CivilDate
    /// Handed in by their earners that day, whenever they were imported.
    package var submitted: Int
    /// Scorecards handed in.
    package var scored: Int
    /// Decisions of any kind.
    package var decided: Int

    package init(date: CivilDate, submitted: Int = 0, scored: Int = 0, decided: Int = 0) {
        self.date = date
        self.submitted = submitted
        self.scored = scored
        self.decided = decided
    }
}

/// A live claim, and since when one person has held it without a break.
package struct HeldClaim: Equatable, Sendable {
    package var claim: Claim
    package var since: Instant

    package init(claim: Claim, since: Instant) {
        self.claim = claim
        self.since = since
    }
}

/// What a coordinator asks first: the whole queue at one moment, in counts.
package struct StatusReport: Equatable, Sendable {
    /// By what the table of the report is divided.
    package enum Grouping: String, CaseIterable, Sendable {
        case district
        case microCredential = "micro-credential"
        /// Who holds the claim, or else scored last; what nobody has touched is in no row.
        case assessor
        case state
    }
    /// One row of the table. Strings are hostile.
    package struct Group: Equatable, Sendable {
        /// What `queue` takes to list it: a district, a micro-credential's id, a person's id, a state.
        package var key: String
        /// For people: a micro-credential's or a person's name.
        package var name: String
        package var states: StateCounts
        package var overdue: Int

        package init(key: String, name: String, states: StateCounts = StateCounts(), overdue: Int = 0) {
            self.key = key
            self.name = name
            self.states = states
            self.overdue = overdue
        }

        package func count(_ state: SubmissionState) -> Int { states[state] }
        package var isEmpty: Bool { overdue == 0 && states.isZero }
    }

    /// Days of `throughput`.
    package static let days = 90
    /// What is due within so many business days, today among them, is due soon.
    package static let soonDays = 2
    /// Claims listed, those held longest first.
    package static let mostClaims = 100

    package var programme: String
    package var now: Instant
    package var today: CivilDate
    package var states: StateCounts
    /// What is open, by deadline, the earliest first.
    package var due: [DueCount]
    /// What is open, by the day on which it was handed in, the oldest first.
    package var ages: [AgeCount]
    /// The last day that is soon.
    package var soonThrough: CivilDate
    package var grouping: Grouping
    package var groups: [Group]
    /// The last `days` days, today the last.
    package var throughput: [DayCount]
    package var claims: [HeldClaim]
    /// Live claims in all.
    package var claimCount: Int
    package var forecast: Forecast

    /// - Parameters:
    ///   - days: those of `throughput` that are not all zero, in any order.
    package init(
        programme: String = "", now: Instant, today: CivilDate, states: StateCounts, due: [DueCount],
        ages: [AgeCount], grouping: Grouping, groups: [Group], days: [DayCount], claims: [HeldClaim], claimCount: Int,
        calendar: BusinessCalendar
    ) {
        self.programme = programme
        self.now = now
        self.today = today
        self.states = states
        self.due = due
        self.ages = ages
        soonThrough = calendar.day(StatusReport.soonDays, businessDaysAfter: today)
        self.grouping = grouping
        self.groups = groups
        let first = today.advanced(byDays: 1 - StatusReport.days)
        throughput = (0..<StatusReport.days).map { DayCount(date: first.advanced(byDays: $0)) }
        for day in days {
            let offset = day.date.daysSince1970 - first.daysSince1970
            if throughput.indices.contains(offset) { throughput[offset] = day }
        }
        self.claims = claims
        self.claimCount = claimCount
        forecast = Forecast(today: today, due: due, days: throughput, earliest: first, calendar: calendar)
    }

    package func count(_ state: SubmissionState) -> Int { states[state] }
    package var open: Int { forecast.open }
    package var overdue: Int { forecast.lateNow }
    /// Open, not late, and due within `soonDays` business days.
    package var dueSoon: Int { due.reduce(0) { !$1.isLate && $1.day <= soonThrough ? $0 + $1.n : $0 } }
    /// What is open by the day at whose end it is due, the earliest first; negative days are late.
    package var deadlines: [(day: CivilDate, daysLeft: Int, n: Int)] {
        var days: [(day: CivilDate, daysLeft: Int, n: Int)] = []
        for count in due where count.n > 0 {
            // Deadlines of a day may lie at two moments, where the policy's zone has changed.
            if let last = days.last, last.day == count.day {
                days[days.count - 1].n += count.n
            } else {
                days.append((count.day, count.day.daysSince1970 - today.daysSince1970, count.n))
            }
        }
        return days
    }
    package var oldestDueAt: Instant? { due.first { $0.n > 0 }?.dueAt }
}
