import Screen
import Testing

@testable import Console

/// Marking lines: every key says what it does, or that it does nothing.
@Suite struct MarkingTests {
    private func marking(_ desk: ReviewDesk) -> Marking? {
        guard case .marking(let marking)? = desk.review?.mode else { return nil }
        return marking
    }

    @Test func aKeyThatDoesNothingSaysSo() {
        for key: Key in ["1", "c", "S", .tab, .control("r"), .function(3)] {
            var desk = ReviewDesk()
            desk.press("v")
            let before = marking(desk)
            desk.press(key)
            #expect(desk.message.hasSuffix(" does nothing while lines are marked: Enter cites them, Esc leaves."))
            #expect(marking(desk) == before && before != nil)
            #expect(desk.card.scores.isEmpty)
        }
    }

    @Test func itMovesAsReadingDoes() {
        var desk = ReviewDesk()
        desk.press("v", "G")
        #expect(marking(desk)?.cursor == 9)
        desk.press("g")
        #expect(marking(desk)?.cursor == 1)
        desk.press(.pageDown)
        #expect(marking(desk)?.cursor == 9)
        desk.press(.pageUp, "j", "k", "j")
        #expect(marking(desk)?.lines == 1...3)
        desk.press(.escape)
        #expect(desk.review?.mode == .reading)
        #expect(desk.message == "Nothing was marked.")
    }

    @Test func anotherItemIsMarkedWhereItWasLeft() {
        var desk = ReviewDesk()
        desk.press("v", "]")
        #expect(desk.review?.evidenceIndex == 1)
        #expect(desk.message == "It is still being read: v then marks lines of it.")
        desk.send(.documentLoaded(ReviewFixture.plan, source: .evidence("e2")))
        desk.press("v", "[")
        #expect(marking(desk)?.source == .evidence("e1"))
        #expect(marking(desk)?.lines == 1...1)
        desk.press("[")
        #expect(desk.message == "This is the first evidence item.")
        #expect(marking(desk) != nil)
    }
}
