import Support
import Testing

@testable import Core

@Suite struct DeadlineTests {
    /// New York in 2026, by hand: clocks go to -4 h on March 8 at 07:00Z and back to -5 h on November 1 at 06:00Z.
    private let newYork: ZoneOffset = { instant in
        let spring: Int64 = 1_772_953_200
        let autumn: Int64 = 1_793_512_800
        return instant.seconds >= spring && instant.seconds < autumn ? -4 * 3600 : -5 * 3600
    }

    private func due(_ submitted: String, days: Int = 14, holidays: [String] = []) throws -> String {
        var deadline = Policy.Deadline()
        deadline.businessDays = days
        deadline.holidays = holidays.compactMap { CivilDate(text: $0) }
        let instant = try #require(Instant(rfc3339: submitted))
        return deadline.due(submitted: instant, offset: newYork).rfc3339
    }

    @Test func fourteenBusinessDaysFromAThursday() throws {
        // 2026-10-01 is a Thursday; the 14th business day after it is Wednesday the 21st, whose last second is 03:59:59Z.
        #expect(try due("2026-10-01T14:03:00Z") == "2026-10-22T03:59:59Z")
    }

    @Test func theLocalDayCountsNotTheUTCDay() throws {
        // Two in the morning UTC on Friday is still Thursday evening in New York.
        #expect(try due("2026-10-02T02:00:00Z") == "2026-10-22T03:59:59Z")
        #expect(try due("2026-10-02T04:00:00Z") == "2026-10-23T03:59:59Z")
    }

    @Test(arguments: ["2026-10-02T15:00:00Z", "2026-10-03T15:00:00Z", "2026-10-04T15:00:00Z"])
    func aWeekendCountsFromMonday(submitted: String) throws {
        // Friday, Saturday and Sunday: the first business day after each is Monday the 5th.
        #expect(try due(submitted, days: 1) == "2026-10-06T03:59:59Z")
    }

    @Test func holidaysDoNotCount() throws {
        #expect(try due("2026-11-25T15:00:00Z", days: 1) == "2026-11-27T04:59:59Z")
        #expect(try due("2026-11-25T15:00:00Z", days: 1, holidays: ["2026-11-26"]) == "2026-11-28T04:59:59Z")
        #expect(
            try due("2026-11-25T15:00:00Z", days: 1, holidays: ["2026-11-26", "2026-11-27"]) == "2026-12-01T04:59:59Z")
        // A holiday on a Saturday changes nothing.
        #expect(try due("2026-11-25T15:00:00Z", days: 3, holidays: ["2026-11-28"]) == "2026-12-01T04:59:59Z")
    }

    @Test func clocksThatChangeBetween() throws {
        // Handed in before March 8 in winter time, due after it in summer time, and the other way round on November 1.
        #expect(try due("2026-03-06T15:00:00Z", days: 1) == "2026-03-10T03:59:59Z")
        #expect(try due("2026-03-05T15:00:00Z", days: 1) == "2026-03-07T04:59:59Z")
        #expect(try due("2026-10-30T15:00:00Z", days: 1) == "2026-11-03T04:59:59Z")
        #expect(try due("2026-10-29T15:00:00Z", days: 1) == "2026-10-31T03:59:59Z")
    }

    @Test func theYearEnds() throws {
        #expect(try due("2026-12-30T15:00:00Z", days: 2, holidays: ["2027-01-01"]) == "2027-01-05T04:59:59Z")
    }

    @Test func noDaysAtAllIsTheSameEvening() throws {
        #expect(try due("2026-10-01T14:03:00Z", days: 0) == "2026-10-02T03:59:59Z")
    }

    @Test(arguments: Seeded.seeds) func countingByWeeksIsCountingByDays(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let start = CivilDate(daysSince1970: random.number(in: 20_000...21_000))
            let holidays = (0..<random.number(in: 0...6)).map { _ in start.advanced(byDays: random.number(in: -5...60))
            }
            let calendar = BusinessCalendar(holidays: Set(holidays))
            let count = random.number(in: 0...80)
            var naive = start
            var left = count
            while left > 0 {
                naive = naive.advanced(byDays: 1)
                if calendar.isBusinessDay(naive) { left -= 1 }
            }
            #expect(calendar.day(count, businessDaysAfter: start) == naive)
        }
    }

    @Test func aMillionBusinessDaysAreCountedAtOnce() {
        let day = BusinessCalendar().day(1_000_000_000, businessDaysAfter: CivilDate(daysSince1970: 0))
        #expect(day.daysSince1970 == 1_400_000_000)
    }
}
