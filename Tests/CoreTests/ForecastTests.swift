import Support
import Testing

@testable import Core

@Suite struct ForecastTests {
    /// Thursday 1 October 2026.
    private let today = CivilDate(daysSince1970: 20_727)
    private let calendar = BusinessCalendar()

    private func due(_ inDays: Int, _ n: Int, isLate: Bool? = nil) -> DueCount {
        let day = today.advanced(byDays: inDays)
        return DueCount(
            dueAt: Instant(seconds: Int64(day.daysSince1970 + 1) * 86_400 - 1), day: day, n: n,
            isLate: isLate ?? (inDays < 0))
    }

    /// `perDay` decisions on each of the last so many business days before today.
    private func history(_ perDay: Int, days: Int = 10) -> [CivilDate: Int] {
        var history: [CivilDate: Int] = [:]
        var day = today
        while history.count < days {
            day = day.advanced(byDays: -1)
            if calendar.isBusinessDay(day) { history[day] = perDay }
        }
        return history
    }

    private func forecast(_ due: [DueCount], _ decided: [CivilDate: Int], calendar: BusinessCalendar? = nil) -> Forecast
    {
        Forecast(
            today: today, due: due, days: decided.map { DayCount(date: $0, decided: $1) },
            earliest: today.advanced(byDays: -89), calendar: calendar ?? self.calendar)
    }

    @Test func theRateIsTheMeanOfTenBusinessDays() {
        let found = forecast([due(20, 95)], history(10))
        #expect(found.from.text == "2026-09-17")
        #expect(found.through.text == "2026-09-30")
        #expect(found.decided == 100 && found.rate == 10)
        // Ten today, then nine business days of which the last has five to do.
        #expect(found.clearedOn?.text == "2026-10-14")
        #expect(found.willBreach == 0 && found.open == 95)
    }

    @Test func weekendsCountAndWhatIsOlderDoesNot() {
        var days = history(1)
        days[today.advanced(byDays: -4)] = 30  // a Sunday
        days[today.advanced(byDays: -15)] = 1_000
        #expect(forecast([], days).decided == 40)
    }

    @Test func todayHasRoomForWhatIsLeftOfTheRate() {
        var days = history(10)
        #expect(forecast([due(5, 10)], days).clearedOn == today)
        days[today] = 4
        #expect(forecast([due(5, 6)], days).clearedOn == today)
        #expect(forecast([due(5, 7)], days).clearedOn?.text == "2026-10-02")
        days[today] = 50
        #expect(forecast([due(5, 1)], days).clearedOn?.text == "2026-10-02")
    }

    @Test func nothingOpenIsClearToday() {
        #expect(forecast([], [:]).clearedOn == today)
        #expect(forecast([due(1, 0)], history(3)).clearedOn == today)
        #expect(forecast([], [:]).steps == [])
    }

    @Test func withoutDecisionsItIsNeverClear() {
        let found = forecast([due(-3, 2), due(0, 1), due(9, 4)], [:])
        #expect(found.clearedOn == nil)
        #expect(found.lateNow == 2)
        #expect(found.willBreach == 5)
        #expect(found.steps.map(\.doneOn) == [nil, nil, nil])
    }

    @Test func whatIsLateIsWorkedOffFirst() {
        // Ten a day: the 15 late ones take today and half of Friday, so that 5 of the 15 due on Friday come too late.
        let found = forecast([due(-2, 15), due(1, 10), due(4, 1)], history(10))
        #expect(found.lateNow == 15)
        #expect(found.willBreach == 5)
        #expect(found.steps.map(\.breaches) == [0, 5, 0])
        #expect(found.steps.map(\.reached) == [10, 20, 30])
        #expect(found.steps.map { $0.doneOn?.text } == ["2026-10-02", "2026-10-05", "2026-10-05"])
    }

    @Test func aRateBelowOneADay() {
        let found = forecast([due(30, 3)], [today.advanced(byDays: -1): 5])
        #expect(found.rate == 0.5)
        // Half of one is left today; 2.5 more take five business days.
        #expect(found.clearedOn?.text == "2026-10-08")
    }

    @Test func holidaysAreNoWorkingDays() {
        let holidays = BusinessCalendar(holidays: Set(["2026-10-01", "2026-10-05"].compactMap { CivilDate(text: $0) }))
        let found = forecast([due(4, 20), due(5, 10)], history(10), calendar: holidays)
        // Today is none and neither is Monday: ten on Friday, ten on Tuesday, ten on Wednesday.
        #expect(found.clearedOn?.text == "2026-10-07")
        #expect(found.willBreach == 10 + 10)
    }

    @Test func aQueueForEverIsNone() {
        let found = forecast([due(1, 1_000_000_000)], [today.advanced(byDays: -1): 1])
        #expect(found.clearedOn == nil)
    }

    /// The same by working it off day by day.
    @Test(arguments: Seeded.seeds) func theArithmeticIsThatOfADiary(seed: UInt64) {
        var random = Seeded(seed: seed)
        for round in 0..<60 {
            let holidays = Set((0..<random.below(6)).map { _ in today.advanced(byDays: random.number(in: -5...40)) })
            let calendar = BusinessCalendar(holidays: holidays)
            let queue = (0..<random.below(12)).map { _ in random.number(in: -9...40) }.sorted()
                .map { due($0, random.below(9)) }
            var days: [CivilDate: Int] = [:]
            for back in 0..<20 { days[today.advanced(byDays: -back)] = random.below(5) }
            let found = forecast(queue, days, calendar: calendar)
            guard found.decided > 0 else { continue }

            var waiting = queue.flatMap { Array(repeating: $0, count: $0.n) }
            var day = today
            var tenths = calendar.isBusinessDay(day) ? max(0, found.decided - 10 * found.decidedToday) : 0
            var missed = 0
            while !waiting.isEmpty {
                while tenths >= 10, !waiting.isEmpty {
                    let next = waiting.removeFirst()
                    if !next.isLate, next.day < day { missed += 1 }
                    tenths -= 10
                }
                if waiting.isEmpty { break }
                day = calendar.day(1, businessDaysAfter: day)
                tenths += found.decided
            }
            #expect(found.clearedOn == day && found.willBreach == missed, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: Seeded.seeds) func businessDaysBetweenAreThoseOfTheCalendar(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let holidays = Set((0..<random.below(9)).map { _ in today.advanced(byDays: random.number(in: -30...60)) })
            let calendar = BusinessCalendar(holidays: holidays)
            let first = today.advanced(byDays: random.number(in: -40...40))
            let last = today.advanced(byDays: random.number(in: -40...90))
            let naive =
                last <= first
                ? 0
                : (first.daysSince1970 + 1...last.daysSince1970).count {
                    calendar.isBusinessDay(CivilDate(daysSince1970: $0))
                }
            #expect(calendar.businessDays(after: first, through: last) == naive)
            let count = random.below(8)
            let before = calendar.day(count, businessDaysBefore: last, notBefore: last.advanced(byDays: -400))
            #expect(
                calendar.businessDays(after: before.advanced(byDays: -1), through: last.advanced(byDays: -1)) == count)
        }
    }
}

@Suite struct StatusReportTests {
    @Test func soonIsWithinTwoBusinessDays() {
        // Thursday: today, Friday and Monday are soon.
        let today = CivilDate(daysSince1970: 20_727)
        let due = (-1...6).map { offset in
            let day = today.advanced(byDays: offset)
            return DueCount(
                dueAt: Instant(seconds: Int64(day.daysSince1970 + 1) * 86_400 - 1), day: day, n: 1, isLate: offset < 0)
        }
        let report = StatusReport(
            now: Instant(seconds: 20_727 * 86_400), today: today, states: [.pending: 8], due: due,
            ages: [], grouping: .district, groups: [], days: [DayCount(date: today, decided: 2)], claims: [],
            claimCount: 0,
            calendar: BusinessCalendar())
        #expect(report.soonThrough.text == "2026-10-05")
        #expect(report.dueSoon == 5 && report.overdue == 1 && report.open == 8)
        #expect(report.oldestDueAt == due[0].dueAt)
        #expect(report.throughput.count == 90)
        #expect(report.throughput.last == DayCount(date: today, decided: 2))
        #expect(report.throughput.first?.date == today.advanced(byDays: -89))
    }
}
