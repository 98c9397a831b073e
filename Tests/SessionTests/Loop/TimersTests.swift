import Testing

@testable import Session

@Suite struct TimersTests {
    @Test func runOutInTheOrderTheyAreDue() {
        var timers = Timers()
        #expect(timers.untilNext(now: 0) == nil)
        timers.start(.placeIdle, milliseconds: 500, now: 1000)
        timers.start(.commentIdle, milliseconds: 200, now: 1100)
        #expect(timers.untilNext(now: 1100) == 200)
        #expect(timers.takeDue(now: 1299).isEmpty)
        #expect(timers.takeDue(now: 1500) == [.commentIdle, .placeIdle])
        #expect(timers.takeDue(now: 9999).isEmpty && timers.untilNext(now: 9999) == nil)
    }

    @Test func startingAgainStartsAnew() {
        var timers = Timers()
        timers.start(.commentIdle, milliseconds: 100, now: 0)
        timers.start(.commentIdle, milliseconds: 100, now: 50)
        #expect(timers.takeDue(now: 120).isEmpty)
        #expect(timers.untilNext(now: 120) == 30)
        #expect(timers.untilNext(now: 1000) == 0, "late, but never negative")
        #expect(timers.takeDue(now: 150) == [.commentIdle])
    }
}
