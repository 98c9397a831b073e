import Core
import Screen
import Support
import Testing

@testable import Console

@Suite struct LeakingTests {
    @Test func oneLineAsksAndReports() {
        var desk = ReviewDesk()
        desk.press("L")
        #expect(desk.picture.hasSuffix("What gives the earner away:"))
        desk.type("  Her name   is in e2. ")
        #expect(desk.picture.hasSuffix("What gives the earner away:   Her name   is in e2."))
        desk.press(.enter)
        #expect(desk.effects.contains(.reportLeak("eec-2026-000123", reason: "Her name is in e2.")))
        #expect(desk.message == "The leak is reported; the coordinators see it.")
        #expect(desk.review?.mode == .reading)
        #expect(desk.picture.split(separator: "\n").first?.contains("leak reported") == true)
        // Once a person.
        desk.press("L")
        #expect(desk.review?.mode == .reading && desk.message == "You have reported a leak here already.")
        // Nothing of the scorecard was touched.
        #expect(desk.card == Scorecard(submission: "eec-2026-000123", assessor: "alice"))
    }

    @Test func escGivesUpAndNothingIsNoReason() {
        var desk = ReviewDesk()
        desk.press("L", .enter, " ", .enter)
        #expect(desk.review?.mode != .reading)
        desk.press(.escape)
        #expect(desk.message == "No leak was reported." && desk.review != nil)
        #expect(!desk.effects.contains { if case .reportLeak = $0 { true } else { false } })
    }

    @Test func whatWasTypedIsKeptWhereItIsRefused() {
        var desk = ReviewDesk()
        desk.refusal = .store("The disk is full.")
        desk.press("L")
        desk.type("Page two.")
        desk.press(.enter)
        #expect(desk.message == "! The disk is full." && desk.picture.hasSuffix("The disk is full."))
        desk.press(.end)
        #expect(desk.picture.hasSuffix("What gives the earner away: Page two."))
        desk.press(.enter)
        #expect(desk.message == "The leak is reported; the coordinators see it.")
    }

    @Test func aPastedTextIsOneLineOfWhatAReasonHolds() {
        var desk = ReviewDesk()
        desk.press("L", .paste("page\ntwo " + String(repeating: "x", count: 2_000)), .enter)
        let reasons = desk.effects.compactMap { if case .reportLeak(_, let reason) = $0 { reason } else { nil } }
        #expect(reasons.map(\.count) == [1_000] && reasons[0].hasPrefix("page two x"))
        // More scalars than a reason holds, in fewer characters: refused before it is lost.
        desk = ReviewDesk()
        desk.press("L", .paste(String(repeating: "e\u{301}", count: 600)), .enter)
        #expect(desk.message == "! The reason of a leak holds 1000 characters; this one has 1200.")
        #expect(desk.review?.mode != .reading)
    }

    /// An approver reads too, and knows the earner anyway.
    @Test func whoDoesNotAssessIsTold() {
        var desk = ReviewDesk()
        desk.state.caller = Caller(person: Person(id: "olu", name: "Olu", roles: [.approver]))
        desk.press("L")
        #expect(desk.message == "! olu may not report a leak: that needs the role assessor.")
        #expect(desk.review?.mode == .reading)
    }

    @Test func itFitsEverySize() {
        for (columns, rows) in [(0, 0), (1, 1), (9, 2), (30, 8), (300, 90)] {
            var desk = ReviewDesk(size: Size(columns: columns, rows: rows))
            desk.press("L")
            desk.type("x")
            #expect(!desk.picture.isEmpty || columns == 0 || rows < 2)
            desk.press(.enter)
            _ = desk.picture
        }
    }
}
