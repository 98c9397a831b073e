import Testing

@testable import Core

@Suite struct ReadAgreementTests {
    /// The example of Cohen's kappa that textbooks share: 20 both yes, 5 and 10 apart, 15 both no; kappa 0.4.
    @Test func theTextbooksExample() throws {
        var agreement = ReadAgreement()
        for (count, first, second) in [(20, "yes", "yes"), (5, "yes", "no"), (10, "no", "yes"), (15, "no", "no")] {
            for _ in 0..<count { agreement.add([(first, second)]) }
        }
        #expect(agreement.percent == 0.7)
        #expect(abs(try #require(agreement.cohenKappa) - 0.4) < 1e-12)
        #expect(agreement.unanimous == 35 && agreement.submissions == 50)
    }

    @Test func undefinedIsNil() {
        var agreement = ReadAgreement()
        #expect(agreement.percent == nil && agreement.cohenKappa == nil)
        agreement.add([])
        #expect(agreement.submissions == 0)
        agreement.add([("a", "a"), ("a", "a")])
        #expect(agreement.percent == 1 && agreement.cohenKappa == nil)
    }
}

@Suite struct BusinessDayCountTests {
    @Test func itCountsAsDayByDayDoes() throws {
        let holidays = ["2025-12-25", "2026-01-01", "2026-02-28", "2026-07-03"].compactMap(CivilDate.init(text:))
        let calendar = BusinessCalendar(holidays: Set(holidays))
        for start in [CivilDate(daysSince1970: -20), try #require(CivilDate(text: "2025-12-20"))] {
            for offset in 0..<14 {
                let first = start.advanced(byDays: offset)
                var count = 0
                for length in 1..<60 {
                    if calendar.isBusinessDay(first.advanced(byDays: length)) { count += 1 }
                    #expect(calendar.businessDays(after: first, through: first.advanced(byDays: length)) == count)
                }
                #expect(calendar.businessDays(after: first, through: first) == 0)
                #expect(calendar.businessDays(after: first, through: first.advanced(byDays: -9)) == 0)
            }
        }
    }

    @Test func theDeadlineIsItsOwnCount() {
        let calendar = BusinessCalendar(holidays: Set([CivilDate(text: "2026-11-26")].compactMap(\.self)))
        for day in 20_700..<20_720 {
            let first = CivilDate(daysSince1970: day)
            #expect(calendar.businessDays(after: first, through: calendar.day(14, businessDaysAfter: first)) == 14)
        }
    }
}
