import Testing

@testable import Core

@Suite struct CivilDateTests {
    /// Counts on day by day, as one would on paper, from a Monday: 1900-01-01.
    @Test func everyDayOfTwoCenturies() {
        var (year, month, day, weekday) = (1900, 1, 1, 0)
        var number = -25_567
        var wrong: [String] = []
        while year <= 2100 {
            let date = CivilDate(daysSince1970: number)
            let isSame = CivilDate(year: year, month: month, day: day) == date && date.weekday == weekday
            if date.parts != (year, month, day) || !isSame || CivilDate(text: date.text) != date {
                wrong.append(date.text)
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (day, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
            weekday = (weekday + 1) % 7
            number += 1
        }
        #expect(wrong == [])
        #expect(number - -25_567 == 73_414)
    }

    @Test(arguments: [
        "2026-2-03", "2026-02-30", "2026-02-3", "26-02-03", "2026-02-031", "2026_02_03", "", "abcd-ef-gh",
    ])
    func refuses(text: String) {
        #expect(CivilDate(text: text) == nil)
    }

    @Test func orderIsThatOfTheCalendar() throws {
        let eve = try #require(CivilDate(text: "2026-12-31"))
        let day = try #require(CivilDate(text: "2027-01-01"))
        #expect(eve < day && eve.advanced(byDays: 1) == day)
        #expect(day.weekday == 4, "a Friday")
    }
}
