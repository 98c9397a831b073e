/// When the open queue is clear, and how many will be late by then, if it is worked off in the order of its deadlines as
/// fast as of late. A value with its whole arithmetic in it, so that it can be shown.
///
/// The rate is the mean number of decisions (of any kind: each takes one submission out of the queue) a business day over
/// the last `window` business days before today; what was decided on a weekend between counts as well. Today has room for
/// what is left of one day's rate. What comes in meanwhile is not counted.
package struct Forecast: Equatable, Sendable {
    /// Business days that the rate is taken from.
    package static let window = 10

    /// All that is open and due on one day, in the order in which it is worked off.
    package struct Step: Equatable, Sendable {
        package var due: CivilDate
        package var open: Int
        /// Its deadline has passed already: counted in `lateNow`, never in `willBreach`.
        package var isLate: Bool
        /// How many of the queue the rate reaches by the end of `due`.
        package var reached: Int
        /// How many of these are not yet late and will be when their turn comes.
        package var breaches: Int
        /// When the last of these is decided; nil where nothing is ever decided.
        package var doneOn: CivilDate?
    }

    package var today: CivilDate
    /// The first and last day that the rate was taken from.
    package var from: CivilDate
    package var through: CivilDate
    /// Decisions between them.
    package var decided: Int
    package var decidedToday: Int
    package var open: Int
    package var lateNow: Int
    package var steps: [Step]
    /// Nil where nothing has been decided lately, or it would take until after the year 9999.
    package var clearedOn: CivilDate?
    /// Not late yet, and late before their turn comes.
    package var willBreach: Int

    /// Decisions a business day.
    package var rate: Double { Double(decided) / Double(Forecast.window) }

    /// - Parameters:
    ///   - due: what is open, by the day on which it is due and whether that is over; in the order of deadlines.
    ///   - days: what was decided; a day that is missing had no decision.
    ///   - earliest: the first day that `days` knows.
    package init(
        today: CivilDate, due: [DueCount], days history: [DayCount], earliest: CivilDate, calendar: BusinessCalendar
    ) {
        let yesterday = today.advanced(byDays: -1)
        let from = calendar.day(Forecast.window, businessDaysBefore: today, notBefore: earliest)
        let decided = history.reduce(0) { $1.date >= from && $1.date <= yesterday ? $0 + $1.decided : $0 }
        let decidedToday = history.first { $0.date == today }?.decided ?? 0
        // In tenths of a submission (one a decision of the window), so that nothing is rounded on the way.
        let whole = Forecast.window
        let first = calendar.isBusinessDay(today) ? max(0, decided - whole * decidedToday) : 0

        func day(of submissions: Int) -> CivilDate? {
            let beyondToday = whole * submissions - first
            if submissions == 0 || beyondToday <= 0 { return today }
            if decided == 0 { return nil }
            let days = (beyondToday + decided - 1) / decided
            let end = days > Forecast.longest ? nil : calendar.day(days, businessDaysAfter: today)
            return end.flatMap { $0.parts.year <= 9999 ? $0 : nil }
        }

        var open = 0
        var late = 0
        var breaches = 0
        var steps: [Step] = []
        for count in due where count.n > 0 {
            let days = calendar.businessDays(after: today, through: count.day)
            let (product, overflows) = days.multipliedReportingOverflow(by: decided)
            let reached = overflows ? Int.max : (first + product) / whole
            let onTime = min(max(0, reached - open), count.n)
            let missed = count.isLate ? 0 : count.n - onTime
            open += count.n
            late += count.isLate ? count.n : 0
            breaches += missed
            steps.append(
                Step(
                    due: count.day, open: count.n, isLate: count.isLate, reached: reached, breaches: missed,
                    doneOn: day(of: open)))
        }
        self.today = today
        self.from = from
        through = yesterday
        self.decided = decided
        self.decidedToday = decidedToday
        self.open = open
        lateNow = late
        self.steps = steps
        clearedOn = day(of: open)
        willBreach = breaches
    }

    /// Business days until about the year 9999; more would only overflow.
    private static let longest = 2_200_000
}
