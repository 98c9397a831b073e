import Console
import Core
import Screen
import Support
import Testing

@Suite struct QueueMovingTests {
    private func selected(_ run: KeyScriptRun) -> Int { Int(run.state.queue.selectedRow?.sequence ?? -1) }
    private func status(_ run: KeyScriptRun) -> String {
        String(run.screen.line(22).drop { $0 == " " })
    }

    @Test(arguments: [
        ("", 0), ("j", 1), ("jjjk", 2), ("k", 0), ("<Down><Down><Up>", 1), ("<PgDn>", 20), ("<PgDn>j<PgUp>", 1),
        ("G", 213), ("Gk", 212), ("Gg", 0), ("<End><Home>j", 1), ("Gj", 213), ("<PgDn><PgDn><PgDn>", 60),
        ("G<PgUp>", 193), ("<PgUp>", 0),
    ])
    func keysLandOn(script: String, row: Int) {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type(script)
        #expect(selected(run) == row)
        // The same, however slow the answers are.
        var slow = KeyScriptRun(state: Fixtures.console(), shelf: Shelf(rows: Fixtures.rows(214)), isSlow: true)
        slow.type(script)
        slow.answerAll()
        #expect(selected(slow) == row)
    }

    @Test(arguments: [
        ("", "1-20/214"), ("<PgDn>", "21-40/214"), ("G", "195-214/214"), ("G<PgUp>", "175-194/214"),
        ("G<PgUp>g", "1-20/214"), ("<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgUp>", "101-120/214"),
    ])
    func placeIsCounted(script: String, place: String) {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type(script)
        #expect(status(run) == place)
    }

    @Test func aSearchTooLargeToCountSaysSo() {
        var run = KeyScriptRun(rows: Fixtures.rows(100))
        run.isSlow = true
        run.type("/e<Enter>")
        let rows = (0..<60).map { Fixtures.row($0) }
        run.send(.queueLoaded(QueuePage(rows: rows, total: nil, hasMoreBefore: false, hasMoreAfter: true), request: 2))
        #expect(run.screen.line(22).hasSuffix("1-20/many"))
        run.type("G")
        let last = (900..<960).map { Fixtures.row($0) }
        run.send(.queueLoaded(QueuePage(rows: last, total: nil, hasMoreBefore: true, hasMoreAfter: false), request: 3))
        #expect(run.screen.line(22).hasSuffix("last 20"))
        #expect(run.screen.selectedRows == [21])
    }

    @Test func everyRowIsReachedInOrder() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        for expected in 1..<214 {
            run.type("j")
            #expect(selected(run) == expected)
        }
        for expected in (0..<213).reversed() {
            run.type("k")
            #expect(selected(run) == expected)
        }
    }

    @Test func theWindowStaysSmall() {
        var run = KeyScriptRun(rows: Fixtures.rows(5000))
        for _ in 0..<200 {
            run.type("<PgDn>")
            #expect(run.state.queue.rows.count <= 7 * 20)
        }
        #expect(selected(run) == 4000)
        for _ in 0..<200 { run.type("<PgUp>") }
        #expect(selected(run) == 0)
        #expect(run.state.queue.rows.count <= 7 * 20)
    }

    @Test func typingAheadOfTheRowsLosesNothing() {
        var run = KeyScriptRun(rows: Fixtures.rows(1000))
        run.isSlow = true
        run.type("<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>jj")
        #expect(!run.waiting.isEmpty)
        run.answerAll()
        #expect(selected(run) == 122)
    }

    @Test func openWaitsForTheRowItMeans() {
        var run = KeyScriptRun(rows: Fixtures.rows(1000))
        run.isSlow = true
        run.type("Go")
        #expect(!run.effects.contains { if case .open = $0 { true } else { false } })
        run.answerAll()
        #expect(run.effects.last == .open("eec-2026-000999", claiming: false))
    }

    @Test func readingAheadIsDoneBeforeTheEdge() {
        var run = KeyScriptRun(rows: Fixtures.rows(1000))
        let asked = run.effects.count
        run.isSlow = true
        run.type("<PgDn><PgDn>")
        #expect(run.effects.count == asked + 1)
        #expect(selected(run) == 40)
    }

    @Test func theMouseSelectsAndScrolls() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.send(.key(.click(x: 10, y: 7)))
        #expect(selected(run) == 5)
        run.send(.key(.click(x: 10, y: 0)))
        #expect(selected(run) == 5)
        run.send(.key(.wheelDown(x: 10, y: 7)))
        #expect(selected(run) == 8)
        run.send(.key(.wheelUp(x: 10, y: 7)))
        #expect(selected(run) == 5)
    }

    @Test func aNewSizeKeepsTheSelectionOnTheScreen() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type("<PgDn>jjjjjjjjjjjjjjj")
        for rows in [60, 5, 1, 0, 24, 200, 3] {
            run.send(.resized(Size(columns: 80, rows: rows)))
            #expect(selected(run) == 35)
            if rows > 0 { #expect(run.screen.selectedRows.count == 1, "\(rows) rows") }
        }
    }
}
