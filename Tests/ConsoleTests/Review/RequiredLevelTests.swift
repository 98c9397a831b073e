import Core
import Screen
import Support
import Testing

@testable import Console

/// What is required of the current criterion is on the screen, whichever pane has the keys.
@Suite struct RequiredLevelTests {
    /// Levels that take three lines each, and a description of two.
    private func desk(_ columns: Int, _ rows: Int) -> ReviewDesk {
        let words = "Students put rows into words with their units, notice odd values, and say how they came to be. "
        var rubric = ReviewFixture.rubric
        for index in rubric.criteria.indices {
            rubric.criteria[index].description = words
            for level in rubric.criteria[index].levels.indices {
                rubric.criteria[index].levels[level].description = words + words
            }
        }
        return ReviewDesk(
            size: Size(columns: columns, rows: rows), opening: ReviewFixture.opening(rubric: rubric))
    }

    @Test(arguments: [(80, 24), (100, 30), (120, 40), (70, 18), (40, 12)])
    func isInView(_ size: (Int, Int)) {
        for criterion in 0..<4 {
            var desk = desk(size.0, size.1)
            for _ in 0..<criterion { desk.press("J") }
            desk.press(.tab, .tab)
            #expect(desk.picture.contains(", required"), "criterion \(criterion)\n\(desk.picture)")
            desk.press(.tab, .backTab)
            #expect(desk.picture.contains(", required"), "criterion \(criterion), gone back to")
        }
    }

    @Test func theWholeCriterionIsShownWhereItFits() {
        var desk = ReviewDesk(size: Size(columns: 80, rows: 24))
        desk.press("J", .tab, .tab)
        for words in ["> 2 Checks are run", "Both checks target", "1 Not Met", "3 Demonstrated, required"] {
            #expect(desk.picture.contains(words), "\(desk.picture)")
        }
    }
}
