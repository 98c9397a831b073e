import Core
import Screen
import Support
import Testing

@testable import Console

@Suite struct BatchScreenTests {
    @Test(arguments: [(80, 24), (100, 30), (120, 40), (60, 12), (30, 8)])
    func aPlanLooksAsRecorded(columns: Int, rows: Int) {
        var desk = BatchDesk(columns: columns, rows: rows)
        desk.type("b<Enter>jV3jV")
        expectSnapshot(desk.frame, "batch-plan-\(columns)x\(rows)")
    }

    @Test func theOthersLookAsRecorded() {
        var desk = BatchDesk(rows: 20)
        desk.type("b")
        expectSnapshot(desk.frame, "batch-sessions")
        desk.type("<Enter>W")
        expectSnapshot(desk.frame, "batch-dry-run")
        desk.type("Wf")
        expectSnapshot(desk.frame, "batch-views")
        desk.type("<Esc>x")
        expectSnapshot(desk.frame, "batch-holding")
        desk.type("<Esc>Sy")
        desk.slice(12)
        expectSnapshot(desk.frame, "batch-signing")
        var none = BatchDesk(items: 0, rows: 20)
        none.type("b")
        expectSnapshot(none.frame, "batch-none")
    }

    @Test func everySizeIsLegal() {
        for keys in [
            "b", "b<Enter>", "b<Enter>W", "b<Enter>x", "b<Enter>f", "b<Enter>S", "b<Enter>Sy", "bn", "b<Enter>V",
        ] {
            for (columns, rows) in [(0, 0), (1, 1), (2, 3), (5, 4), (11, 6), (19, 9), (40, 16), (300, 100)] {
                var desk = BatchDesk()
                desk.type(keys)
                desk.send(.resized(Size(columns: columns, rows: rows)))
                desk.type("jG")
                #expect(desk.frame.size == Size(columns: columns, rows: rows))
            }
        }
    }

    @Test func lineDownTouchesTwoRows() {
        var desk = BatchDesk()
        desk.type("b<Enter>")
        let before = desk.frame
        desk.type("j")
        let after = desk.frame
        let changed = (0..<30).filter { before.row($0) != after.row($0) }
        #expect(changed == [2, 3])
    }
}
