import Testing

@testable import Core

@Suite struct ZoneRulesTests {
    private let rules = ZoneRules(before: -300, starts: [100, 200], offsets: [-240, -300])

    @Test func theOffsetIsThatOfTheLastChange() {
        #expect(
            [-1, 99, 100, 199, 200, 9_999].map { rules.offset(at: Instant(seconds: $0)) } == [
                -300, -300, -240, -240, -300, -300,
            ])
        #expect(ZoneRules.utc.offset(at: Instant(seconds: .max)) == 0)
    }

    @Test func whatIsWrittenIsReadBack() {
        #expect(ZoneRules(text: rules.text) == rules)
        #expect(ZoneRules(text: ZoneRules.utc.text) == .utc)
    }

    @Test(arguments: ["", "x", "0;", "0;1", "0;1:", "0;1:2:3", "0;a:b", ";1:2"]) func nonsenseIsRefusedOrEmpty(
        text: String
    ) {
        #expect(ZoneRules(text: text).map { $0.starts.isEmpty } ?? true)
    }
}
