import Core
import Testing

@testable import Console

@Suite struct ForecastWordsTests {
    private let today = CivilDate(daysSince1970: 20_727)

    private func forecast(decided: Int) -> Forecast {
        let due = DueCount(
            dueAt: Instant(seconds: 20_730 * 86_400), day: today.advanced(byDays: 2), n: 40, isLate: false)
        return Forecast(
            today: today, due: [due], days: [DayCount(date: today.advanced(byDays: -1), decided: decided)],
            earliest: today.advanced(byDays: -89), calendar: BusinessCalendar(holidays: []))
    }

    /// How many will be late is the last thing to go.
    @Test(arguments: [0, 20]) func whatMattersIsSaidInEveryWidth(decided: Int) {
        let forecast = forecast(decided: decided)
        #expect(forecast.sentence(in: 200) == forecast.sentence)
        for width in 12...100 {
            let text = forecast.sentence(in: width)
            #expect(text.width <= width)
            #expect(text.string.contains("\(forecast.willBreach) more"), "\(width): \(text.string)")
        }
    }

    @Test func whatWasDecidedTodayIsNoContradiction() {
        #expect(forecast(decided: 0).sentence.string.contains("in the 10 business days before today"))
    }
}
