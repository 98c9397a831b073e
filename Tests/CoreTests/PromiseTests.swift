import Testing

@testable import Core

@Suite struct PromiseTests {
    private let holidays = ["2026-12-25", "2026-11-26", "2026-12-25"].compactMap { CivilDate(text: $0) }

    @Test func theTextIsReadBack() {
        for promise in [
            Promise(businessDays: 14, calendar: BusinessCalendar(holidays: holidays)), Promise(businessDays: 0),
        ] {
            #expect(Promise(text: promise.text) == promise)
        }
        #expect(Promise(businessDays: 14, calendar: BusinessCalendar(holidays: holidays)).text == "14 20783 20812")
    }

    @Test(arguments: ["", "x", "14 ", "14  20783", "14 x", " 14", "14,20783"]) func anythingElseIsNone(text: String) {
        #expect(Promise(text: text) == nil)
    }

    /// The last day is the day of the deadline that the policy gives.
    @Test func theLastDayIsThatOfTheDeadline() {
        var deadline = Policy.Deadline()
        deadline.holidays = holidays
        let promise = Promise(deadline)
        for day in 20_700..<20_900 {
            let handedIn = CivilDate(daysSince1970: day)
            let due = deadline.due(submitted: Instant(seconds: Int64(day) * 86_400 + 43_200)) { _ in 0 }
            #expect(promise.lastDay(handedIn: handedIn) == due.utcDate)
        }
    }
}
