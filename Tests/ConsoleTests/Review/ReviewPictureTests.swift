import Core
import Screen
import Support
import Testing

@testable import Console

/// The review as a person sees it.
@Suite struct ReviewPictureTests {
    private func frame(_ desk: ReviewDesk) -> Frame {
        var frame = Frame(size: desk.state.size)
        render(desk.state, into: &frame)
        return frame
    }

    private func desk(_ columns: Int, _ rows: Int, rubric: Rubric = ReviewFixture.rubric) -> ReviewDesk {
        ReviewDesk(size: Size(columns: columns, rows: rows), opening: ReviewFixture.opening(rubric: rubric))
    }

    /// Two criteria scored, one with a comment and lines cited, the third current.
    private func begun(_ columns: Int, _ rows: Int) -> ReviewDesk {
        var desk = desk(columns, rows)
        desk.press("3", "c")
        desk.type("Both checks name the goal they serve.")
        desk.press(.escape, "J", "1", "v", "j", .enter, "2", "J")
        return desk
    }

    @Test(arguments: [(80, 24), (100, 30), (120, 40), (160, 50), (200, 60), (59, 14), (60, 15), (30, 8)])
    func atEverySizeItIsDesignedFor(_ size: (Int, Int)) {
        expectSnapshot(frame(begun(size.0, size.1)), "review-\(size.0)x\(size.1)")
    }

    @Test func afterAScore() {
        var desk = begun(80, 24)
        desk.press("K", "1")
        expectSnapshot(frame(desk), "review-scored-80x24")
    }

    @Test(arguments: [(80, 24), (120, 40), (59, 14)])
    func writing(_ size: (Int, Int)) {
        var desk = begun(size.0, size.1)
        desk.press("c")
        desk.type("You changed the next lesson, not this one: what would it have taken to stop in minute eight?")
        desk.press(.enter)
        desk.type("Say so in the log.")
        expectSnapshot(frame(desk), "review-writing-\(size.0)x\(size.1)")
    }

    @Test func choosingAPhrase() {
        var desk = begun(80, 24)
        desk.press("2", "m", "j")
        expectSnapshot(frame(desk), "review-phrases-80x24")
    }

    @Test func marking() {
        var desk = begun(80, 24)
        desk.press("v", "j", "v", "j")
        expectSnapshot(frame(desk), "review-marking-80x24")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func manyLevels(_ size: (Int, Int)) {
        var desk = desk(size.0, size.1, rubric: ReviewFixture.wide)
        desk.press("J", "J", "5")
        expectSnapshot(frame(desk), "review-nine-levels-\(size.0)x\(size.1)")
    }

    @Test func comparing() {
        var desk = begun(120, 40)
        desk.press("D")
        var previous = ReviewFixture.opening(attempt: 1, previous: nil).detail
        previous.row.id = "eec-2026-000101"
        previous.scorecards = [
            Scorecard(
                submission: previous.row.id, assessor: "carol", state: .submitted,
                scores: [Score(criterion: "c1", level: "not-met"), Score(criterion: "c2", level: "developing")])
        ]
        desk.send(
            .previousLoaded(previous, documents: [.reflection: ReviewFixture.document(["What I wrote at first."])]))
        expectSnapshot(frame(desk), "review-compare-120x40")
    }

    /// Setting a level changes the strip, the name, the mark before the level, the outcome and the message: nothing else.
    @Test func aScoreChangesFewCells() {
        var desk = begun(80, 24)
        desk.press("1")
        let before = frame(desk)
        desk.press("3")
        let after = frame(desk)
        let cells = zip(before.cells, after.cells).filter { $0.0 != $0.1 }.count
        #expect(cells < 170, "\(cells) cells")
        #expect(changedRows(before, after).count <= 6)
        #expect(isWellFormed(after))
    }
}
