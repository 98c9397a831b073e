import Core
import Screen
import Support
import Testing
import Text

@testable import Console

@Suite struct DashboardUpdateTests {
    private func run(_ script: String = "d", caller: Caller = Fixtures.carol) -> KeyScriptRun {
        var run = KeyScriptRun(rows: Fixtures.rows(60), columns: 100, height: 30, caller: caller)
        run.type(script)
        return run
    }

    @Test func oneQuestionOpensIt() {
        let run = run()
        #expect(run.effects.last == .loadDashboard(.district))
        #expect(run.state.showsDashboard && run.state.scope == .dashboard)
        #expect(run.screen.line(0).hasPrefix("Dashboard"))
    }

    @Test func whoMayNotReportIsToldSo() {
        let run = run(caller: Fixtures.alice)
        #expect(run.state.dashboard == nil)
        #expect(run.screen.line(29) == "alice may not report: that needs the role coordinator.")
        #expect(!run.effects.contains { if case .loadDashboard = $0 { true } else { false } })
    }

    @Test(arguments: ["q", "<Esc>", "d"]) func backIsTheQueue(key: String) {
        var run = run()
        run.type(key)
        #expect(run.state.dashboard == nil && !run.effects.contains(.quit))
        #expect(run.screen.line(0).hasPrefix("assay"))
        // What changed meanwhile is read.
        if case .loadQueue = run.effects[run.effects.count - 2] {} else { Issue.record("the queue is not read again") }
        run.type("q")
        #expect(run.effects.last == .quit)
    }

    @Test func tabTurnsTheTable() {
        var run = run()
        for grouping in [StatusReport.Grouping.microCredential, .assessor, .district] {
            run.type("<Tab>")
            #expect(run.state.dashboard?.grouping == grouping)
            #expect(run.effects.last == .loadDashboard(grouping))
            #expect(run.state.dashboard?.report?.grouping == grouping)
        }
        run.type("<S-Tab>")
        #expect(run.state.dashboard?.grouping == .assessor)
    }

    @Test func anAnswerForAnotherTableIsDropped() {
        var run = run()
        run.isSlow = true
        run.type("<Tab>")
        run.send(.dashboardLoaded(run.shelf.report(by: .district)))
        #expect(run.state.dashboard?.rows == [])
        run.answerAll()
        #expect(run.state.dashboard?.rows.map(\.key).sorted() == Fixtures.kinds.map(\.id).sorted())
    }

    @Test func sSortsByTheNextColumn() {
        var run = run()
        func values() -> [Int] { run.state.dashboard.map { board in board.rows.map(board.column.value) } ?? [] }
        #expect(run.state.dashboard?.column == .overdue)
        var seen: Set<SafeText> = []
        for _ in 0..<DashboardColumns(width: 100).kinds.count {
            #expect(values() == values().sorted(by: >))
            seen.insert(run.state.dashboard?.column.heading ?? .empty)
            run.type("s")
        }
        #expect(run.state.dashboard?.column == .overdue)
        #expect(seen.count == DashboardColumns(width: 100).kinds.count)
        while run.state.dashboard?.column != .name { run.type("s") }
        let names = run.state.dashboard?.rows.map(\.name.string) ?? []
        #expect(names == names.sorted())
    }

    @Test(arguments: [("d", "district"), ("d<Tab>", "micro-credential"), ("d<Tab><Tab>", "assessor")])
    func enterListsTheRow(script: String, grouping: String) throws {
        var run = run(script + "j")
        let row = try #require(run.state.dashboard?.selectedRow)
        let before = run.state.queue.filter
        run.type("<Enter>")
        #expect(!run.state.showsDashboard)
        let filter = run.state.queue.filter
        switch grouping {
        case "district": #expect(filter.district == row.key)
        case "micro-credential": #expect(filter.microCredential == row.key)
        default: #expect(filter.assessor == row.key)
        }
        let open = SubmissionState.allCases.filter(\.isOpen).reduce(0) { $0 + row.group.count($1) }
        #expect(run.state.queue.total == open, "the row's counts are the list's")
        // Back to where the person was, and the queue to what it was.
        run.type("q")
        #expect(run.state.showsDashboard && run.state.dashboard?.selectedRow?.key == row.key)
        #expect(run.state.queue.filter == before && !run.effects.contains(.quit))
        run.type("qq")
        #expect(run.effects.last == .quit)
    }

    @Test func othersWorkIsShown() {
        var run = run("djj")
        let key = run.state.dashboard?.selectedRow?.key
        run.shelf.rows.removeAll { $0.district == run.state.dashboard?.rows[0].key }
        run.send(.storeChanged)
        #expect(run.effects.last == .loadDashboard(.district))
        #expect(run.state.dashboard?.rows.count == 4)
        #expect(run.state.dashboard?.selectedRow?.key == key)
        run.send(.clock(run.state.now.advanced(bySeconds: 60)))
        #expect(run.effects.last == .loadDashboard(.district))
    }

    @Test func theArithmeticOpensScrollsAndCloses() {
        var run = run("d=")
        #expect(run.screen.description.contains("10 business days"))
        run.type("GGjj<PgDn>")
        let atEnd = run.frame
        run.type("j")
        #expect(run.frame == atEnd)
        run.type("=")
        #expect(run.state.overlay == nil && run.state.showsDashboard)
        run.type("=q")
        #expect(run.state.overlay == nil && run.state.showsDashboard)
    }

    @Test func aRefusalIsSaid() {
        var run = KeyScriptRun(rows: Fixtures.rows(9), caller: Fixtures.carol)
        run.isSlow = true
        run.type("d")
        run.send(.refused(.store("The store can't be reached."), .dashboard))
        #expect(run.screen.description.contains("The store can't be reached."))
        run.answerAll()
        #expect(!run.screen.line(10).contains("can't"))
        run.type("j")
        #expect(!run.screen.description.contains("can't be reached"))
    }

    @Test func aClickSelects() {
        var run = run()
        let list = arrangeDashboard(run.state.size).list
        run.send(.key(.click(x: 5, y: list.y + 2)))
        #expect(run.state.dashboard?.selected == 2)
        run.send(.key(.wheelUp(x: 0, y: 0)))
        #expect(run.state.dashboard?.selected == 0)
    }

    /// Random keys, answers late, other people's changes, sizes: the cursor stays on the table, and frames stay whole.
    @Test(arguments: 0..<8) func nothingIsEverLost(seed: UInt64) {
        var random = Seeded(seed: seed)
        var run = KeyScriptRun(
            state: Fixtures.console(columns: 100, rows: 30, caller: Fixtures.carol),
            shelf: Shelf(rows: Fixtures.rows(80), caller: Fixtures.carol), isSlow: true)
        let keys = [
            "d", "d", "j", "k", "<Tab>", "<S-Tab>", "s", "=", "<Esc>", "<Enter>", "q", "G", "g", "<PgDn>", "?",
            "<WheelDown>", "f", ":",
        ]
        for step in 0..<400 {
            switch random.below(8) {
            case 0: run.answerAll()
            case 1: run.answer(at: random.below(max(1, run.waiting.count)))
            case 2: run.send(.resized(Size(columns: random.below(130), rows: random.below(45))))
            case 3:
                if !run.shelf.rows.isEmpty, random.once(in: 2) { run.shelf.rows.removeFirst() }
                run.shelf.rows.append(Fixtures.row(1_000 + step, dueInDays: random.below(30) - 9))
                run.send(.storeChanged)
            default: run.type(random.pick(keys))
            }
            let place: Comment = "seed \(seed), step \(step)"
            let frame = run.frame
            #expect(isWellFormed(frame) && frame.size == run.state.size, place)
            guard let board = run.state.dashboard else { continue }
            let page = max(1, arrangeDashboard(run.state.size).list.height)
            #expect(board.rows.isEmpty ? board.selected == 0 : board.rows.indices.contains(board.selected), place)
            #expect(board.top <= board.selected && board.selected < board.top + page, place)
            if random.once(in: 15) {
                run.answerAll()
                if run.state.showsDashboard {
                    #expect(run.state.dashboard?.report == run.shelf.report(by: board.grouping), place)
                }
            }
        }
    }
}
