import Testing

@testable import Console

@Suite struct SpreadTests {
    @Test func countsStandBetweenTheirBounds() {
        let left = [(-9, 1), (-8, 2), (-7, 3), (-1, 4), (0, 5), (1, 6), (7, 7), (8, 8), (14, 9), (15, 1_000)]
        #expect(
            Spread(left.map { (days: $0.0, n: $0.1) }, .daysLeft).words
                == "late by over 7: 3   late by 1-7: 7   today: 5   1-7: 13   8-14: 17   15 or more: 1,000")
        let old = [(-1, 1), (0, 1), (6, 1), (7, 1), (13, 1), (14, 0), (27, 1), (28, 1), (400, 1)]
        #expect(
            Spread(old.map { (days: $0.0, n: $0.1) }, .daysOld).words == "0-6: 3   7-13: 2   21-27: 1   28 or more: 2")
        #expect(Spread([], .daysOld).words == "")
    }
}
