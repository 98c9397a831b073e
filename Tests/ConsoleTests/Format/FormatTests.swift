import Console
import Core
import Screen
import Support
import Testing

@Suite struct DatesTests {
    private func due(_ days: Int) -> String {
        Dates.due(Fixtures.due(inDays: days), now: Fixtures.now, zoneOffset: Fixtures.zoneOffset).string
    }

    @Test(arguments: [
        (-1, "1 d late"), (-99, "99 d late"), (-100, "14 w late"), (0, "today"), (1, "in 1 d"), (99, "in 99 d"),
        (100, "in 14 w"), (-8000, "999 w late"),
    ])
    func deadlinesAreRelative(days: Int, text: String) { #expect(due(days) == text) }

    @Test func theDayChangesAtLocalMidnight() {
        let due = Fixtures.due(inDays: 0)
        func at(_ seconds: Int64) -> String {
            Dates.due(due, now: due.advanced(bySeconds: seconds), zoneOffset: Fixtures.zoneOffset).string
        }
        #expect(at(0) == "today")
        #expect(at(-86_399) == "today")
        #expect(at(-86_400) == "in 1 d")
        #expect(at(1) == "1 d late")
        #expect(at(86_401) == "2 d late")
    }

    /// In October a deadline in November lies behind the change of clocks: still the same day.
    @Test func aChangeOfClocksMovesNoDeadline() {
        for winter in [3600, -3600] as [Int64] {
            let due = Fixtures.due(inDays: 40).advanced(bySeconds: winter)
            #expect(Dates.due(due, now: Fixtures.now, zoneOffset: Fixtures.zoneOffset) == "in 40 d")
        }
    }

    @Test func shortAndLong() throws {
        let today = try #require(CivilDate(text: "2026-10-01"))
        #expect(Dates.short(today, today: today) == "1 Oct")
        #expect(Dates.long(today, today: today) == "Thu 1 Oct")
        #expect(Dates.short(today.advanced(byDays: 100), today: today) == "9 Jan 2027")
    }

    @Test func timeLeft() {
        func left(_ seconds: Int64) -> String {
            Dates.minutes(from: Fixtures.now, to: Fixtures.now.advanced(bySeconds: seconds)).string
        }
        #expect([left(-5), left(0), left(1), left(1740), left(3900)] == ["0 m", "0 m", "0 m", "29 m", "1 h 5 m"])
    }

    @Test func shortDueFitsItsColumn() {
        for days in [-5000, -99, -1, 0, 1, 45, 5000] {
            let text = Dates.shortDue(Fixtures.due(inDays: days), now: Fixtures.now, zoneOffset: Fixtures.zoneOffset)
            #expect(text.width <= 5)
        }
    }
}

@Suite struct NumbersTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (1_000_000, "1,000,000"), (-12_345, "-12,345"), (10_007, "10,007"),
    ])
    func grouped(number: Int, text: String) { #expect(Numbers.grouped(number).string == text) }

    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (1023, "1,023 bytes"), (1024, "1 KiB"), (4300, "4.1 KiB"), (65_536, "64 KiB"),
        (64 << 20, "64 MiB"), (Int.max, "8,388,607 TiB"),
    ])
    func sizes(bytes: Int, text: String) { #expect(Numbers.size(bytes).string == text) }

    @Test func counted() {
        #expect(Numbers.counted(1, "line", "lines") == "1 line")
        #expect(Numbers.counted(1200, "line", "lines") == "1,200 lines")
    }
}

@Suite struct LevelStripTests {
    @Test(
        arguments: [(nil, 3, "..."), (0, 3, "*.."), (2, 3, "***"), (9, 3, "***"), (nil, 0, ""), (0, 0, "")]
            as [(Int?, Int, String)])
    func reads(rank: Int?, levels: Int, text: String) {
        #expect(LevelStrip(rank: rank, of: levels).text.string == text)
    }
}
