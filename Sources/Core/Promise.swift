/// What is promised of a submission: a decision within so many business days. The part of a policy's deadline that needs no
/// zone, kept with the policy as plain numbers so that nobody who reads a date needs to decode a policy.
package struct Promise: Equatable, Sendable {
    package let businessDays: Int
    package let calendar: BusinessCalendar

    package init(businessDays: Int, calendar: BusinessCalendar = BusinessCalendar()) {
        self.businessDays = businessDays
        self.calendar = calendar
    }

    package init(_ deadline: Policy.Deadline) {
        self.init(businessDays: deadline.businessDays, calendar: BusinessCalendar(holidays: deadline.holidays))
    }

    /// The last day for what was handed in on `day`.
    package func lastDay(handedIn day: CivilDate) -> CivilDate { calendar.day(businessDays, businessDaysAfter: day) }

    /// As one line, for the store: the business days, then each holiday in days since 1970.
    package var text: String { calendar.holidays.reduce(into: String(businessDays)) { $0 += " \($1.daysSince1970)" } }

    /// Reads what `text` wrote; nil for anything else.
    package init?(text: String) {
        let numbers = text.split(separator: " ", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = numbers.first, let businessDays = first else { return nil }
        var holidays: [CivilDate] = []
        for number in numbers.dropFirst() {
            guard let number else { return nil }
            holidays.append(CivilDate(daysSince1970: number))
        }
        self.init(businessDays: businessDays, calendar: BusinessCalendar(holidays: holidays))
    }
}
