import Console
import Core
import Screen
import Support
import Testing

@Suite struct FilterMenuTests {
    @Test func looksAsRecorded() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type("f")
        #expect(run.effects.last == .loadFacets)
        expectSnapshot(run.frame, "filter-80x24")
        run.type("<Tab>j")
        expectSnapshot(run.frame, "filter-second-column")
        run.send(.resized(Size(columns: 40, rows: 10)))
        expectSnapshot(run.frame, "filter-40x10")
    }

    @Test func movingAndEnterTakesThatLineAlone() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type("fj<Enter>")
        #expect(run.state.queue.filter.states == [.claimed])
        #expect(run.state.overlay == nil)
        run.type("f<Tab>jj<Enter>")
        #expect(run.state.queue.filter.microCredential == "data-set")
        run.type("f<S-Tab>j<Enter>")
        #expect(run.state.queue.filter.district == "Breathitt County")
        #expect(run.state.queue.filter.states == [.claimed])
    }

    @Test func spaceMarksSeveral() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type("f<Space>jj<Space>jj<Space><Enter>")
        #expect(run.state.queue.filter.states == [.claimed, .ready])
    }

    @Test func mineShowsEveryStateOfMine() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type("fGk<Enter>")
        #expect(run.state.queue.filter.assessor == "alice")
        #expect(run.state.queue.filter.effectiveStates == SubmissionState.allCases)
        #expect(run.state.queue.rows.allSatisfy { $0.row.claimedBy == "alice" })
    }

    @Test func nothingTouchedChangesNothing() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        let before = run.state.queue.filter
        run.type("f<Enter>")
        #expect(run.state.queue.filter == before)
        run.type("fjjj<Space><Esc>")
        #expect(run.state.queue.filter == before)
    }

    @Test func clearGoesBackToTheUsualAndKeepsTheSearch() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type("/Data<Enter>fj<Enter>fc")
        #expect(run.state.queue.filter.states == QueueFilter.standard(for: Fixtures.alice).states)
        #expect(run.state.queue.filter.search == "Data")
        run.type("c")
        #expect(run.state.queue.filter.search == nil)
    }

    @Test func choicesThatComeLateFindTheMenuOpen() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.isSlow = true
        run.type("f<Tab>G")
        run.send(.facetsLoaded(QueueFacets(districts: ["Pike"], microCredentials: [.init(id: "x", name: "Only one")])))
        run.type("<Enter>")
        #expect(run.state.queue.filter.microCredential == "x")
    }
}

@Suite struct SortMenuTests {
    @Test func looksAsRecorded() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type("s")
        expectSnapshot(run.frame, "sort-80x24")
    }

    @Test func sortsAnewFromTheTop() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.type("jjjsj<Enter>")
        #expect(run.state.queue.sort == .submitted)
        #expect(run.state.queue.selected == 0)
        run.type("s<Esc>")
        #expect(run.state.queue.sort == .submitted)
        run.type("sc")
        #expect(run.state.queue.sort == .due)
    }
}
