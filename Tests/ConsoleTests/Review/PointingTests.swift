import Screen
import Testing

@testable import Console

/// The mouse on the review screen.
@Suite struct PointingTests {
    private func center(_ pane: ReviewPane, _ desk: ReviewDesk) -> (x: Int, y: Int) {
        guard let review = desk.review else { return (0, 0) }
        let body = arrange(desk.state.size, review)[pane].body
        return (body.x + body.width / 2, body.y + body.height / 2)
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)], ReviewPane.allCases)
    func aClickFocusesAPane(size: Size, pane: ReviewPane) {
        var desk = ReviewDesk(size: size)
        let (x, y) = center(pane, desk)
        desk.press(.click(x: x, y: y))
        #expect(desk.review?.focus == pane)
        desk.press(.click(x: 0, y: size.rows - 1))
        #expect(desk.review?.focus == pane, "the last line is no pane")
    }

    @Test func theWheelScrollsWhatIsUnderIt() {
        var desk = ReviewDesk(size: Size(columns: 60, rows: 16))
        desk.press(.tab)
        let (x, y) = center(.evidence, desk)
        desk.press(.wheelDown(x: x, y: y))
        #expect(desk.review?.focus == .reflection)
        #expect(desk.review?.readings[.evidence("e1")]?.top ?? 0 > 0)
        #expect(desk.review?.readings[.reflection]?.top == 0)
        desk.press(.wheelUp(x: x, y: y))
        #expect(desk.review?.readings[.evidence("e1")]?.top == 0)
    }

    @Test func theWheelOutsideOfAllPanesScrollsTheFocusedOne() {
        var desk = ReviewDesk(size: Size(columns: 60, rows: 16))
        desk.press(.wheelDown(x: 0, y: 0))
        #expect(desk.review?.readings[.evidence("e1")]?.top ?? 0 > 0)
    }
}
