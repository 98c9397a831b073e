import Screen
import Support
import Testing

@testable import Console

/// Which pane has the keys is told without colour.
@Suite struct FocusTests {
    @Test(arguments: [(80, 24), (120, 40), (60, 15), (40, 12)])
    func aSignStandsBeforeTheHeadingOfThePaneThatHasTheKeys(_ size: (Int, Int)) {
        var desk = ReviewDesk(size: Size(columns: size.0, rows: size.1))
        for heading in ["EVIDENCE", "REFLECTION", "RUBRIC", "EVIDENCE"] {
            let headings = desk.picture.matches(of: /[> ─│](EVIDENCE|REFLECTION|RUBRIC)/)
            let focused = headings.filter { $0.output.0.hasPrefix(">") }.map { String($0.output.1) }
            #expect(focused == [heading])
            desk.press(.tab)
        }
    }

    @Test func nothingElseMovesWithTheFocus() {
        var desk = ReviewDesk()
        let before = desk.picture
        desk.press(.tab)
        let after = desk.picture
        #expect(zip(before, after).filter { $0 != $1 }.map { "\($0)\($1)" } == ["> ", " >"])
    }
}
