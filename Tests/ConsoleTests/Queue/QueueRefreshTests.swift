import Console
import Core
import Screen
import Support
import Testing

/// Other people's changes, as they come in without a key.
@Suite struct QueueRefreshTests {
    private func id(_ run: KeyScriptRun) -> String { run.state.queue.selectedRow?.id ?? "" }

    @Test func anothersClaimShowsWithoutAKey() {
        var run = KeyScriptRun(rows: (0..<50).map { Fixtures.row($0) })
        run.type("jj")
        run.shelf.claim("eec-2026-000005", by: "ben")
        run.send(.storeChanged)
        #expect(run.screen.line(7).hasSuffix("claimed ben"))
        #expect(id(run) == "eec-2026-000002")
    }

    @Test func theSelectedRowKeepsItsLine() {
        var run = KeyScriptRun(rows: (0..<300).map { Fixtures.row($0) })
        run.type("<PgDn><PgDn><PgDn>jjjjj")
        let before = run.screen.selectedRows
        run.shelf.rows.removeAll { (55...61).contains($0.sequence) }
        run.send(.storeChanged)
        #expect(id(run) == "eec-2026-000065")
        #expect(run.screen.selectedRows == before)
    }

    @Test func whenTheSelectedRowGoesTheNearestIsSelected() {
        var run = KeyScriptRun(rows: (0..<50).map { Fixtures.row($0) })
        run.type("jjjjj")
        run.shelf.rows.removeAll { (5...6).contains($0.sequence) }
        run.send(.storeChanged)
        #expect(id(run) == "eec-2026-000007")
        run.shelf.rows.removeAll { $0.sequence >= 7 }
        run.send(.storeChanged)
        #expect(id(run) == "eec-2026-000004")
        run.shelf.rows = []
        run.send(.storeChanged)
        #expect(run.state.queue.selectedRow == nil)
        run.type("jkGg<PgDn><Enter>o")
    }

    @Test func newUrgentRowsShowAtTheBeginning() {
        var run = KeyScriptRun(rows: (0..<50).map { Fixtures.row($0) })
        run.shelf.rows.append(Fixtures.row(900, dueInDays: -20))
        run.send(.storeChanged)
        #expect(run.screen.line(2).contains("20 d late"))
        #expect(id(run) == "eec-2026-000000")
        #expect(run.screen.selectedRows == [3])
    }

    @Test func allFromHereOnGone() {
        var run = KeyScriptRun(rows: (0..<300).map { Fixtures.row($0) })
        run.type("G")
        run.shelf.rows.removeAll { $0.sequence >= 100 }
        run.send(.storeChanged)
        #expect(id(run) == "eec-2026-000099")
        #expect(run.screen.line(22).hasSuffix("81-100/100"))
    }

    @Test func onlyTheNewestAnswerCounts() {
        var run = KeyScriptRun(rows: (0..<50).map { Fixtures.row($0) })
        run.isSlow = true
        let page = run.shelf.page(QueueRequest(limit: 60))
        run.send(.storeChanged)
        let old = run.state.queue
        run.send(.queueLoaded(page, request: 1))
        #expect(run.state.queue == old)
    }

    @Test func aChangeHeardWhileReadingOnIsNotForgotten() {
        var run = KeyScriptRun(rows: (0..<500).map { Fixtures.row($0) })
        run.isSlow = true
        run.shelf.claim("eec-2026-000061", by: "ben")
        run.send(.storeChanged)
        // Needs rows that are not there: the question for them overtakes the refresh.
        run.type("<PgDn><PgDn><PgDn>")
        run.answerAll()
        #expect(run.screen.line(3).hasSuffix("claimed ben"))
        #expect(id(run) == "eec-2026-000060")
    }

    @Test func movingOutOfWhatIsReadAnewIsNoJump() {
        var run = KeyScriptRun(rows: (0..<500).map { Fixtures.row($0) })
        run.type("<PgDn><PgDn><PgDn><PgDn>")
        run.isSlow = true
        run.send(.storeChanged)
        run.type("<PgUp><PgUp>")
        run.answerAll()
        #expect(id(run) == "eec-2026-000040")
        #expect(run.screen.line(22).hasSuffix("41-60/500"))
    }

    @Test func underAReviewTheListWaits() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        let asked = run.effects.count
        run.send(.clock(Fixtures.now.advanced(bySeconds: 60)))
        #expect(run.effects.count == asked + 2)  // claims are listed: their leases may have run out
    }
}
