import Console
import Core
import Screen
import Support
import Testing

/// Long random runs against a naive model: keys, answers late and out of order, other people's changes, new sizes.
@Suite struct QueueModelTests {
    private static let keys = [
        "j", "k", "<PgDn>", "<PgUp>", "g", "G", "j", "k", "<PgDn>", "<Down>", "<Up>", "o", "<Enter>", "n", "f", "<Tab>",
        "<Space>", "<Esc>", "/", "a", "s", "c", "?", ":", "<BS>", "<C-l>", "<WheelDown>", "<WheelUp>",
    ]

    @Test(arguments: 0..<12) func nothingIsEverLost(seed: UInt64) {
        var random = Seeded(seed: seed)
        var run = KeyScriptRun(
            state: Fixtures.console(), shelf: Shelf(rows: Fixtures.rows(random.pick([0, 1, 19, 45, 300]))), isSlow: true
        )
        for step in 0..<300 {
            perform(&run, &random)
            if step % 3 == 0 { check(run, "seed \(seed), step \(step)") }
            if random.once(in: 20) {
                settle(&run)
                checkAtRest(run, "seed \(seed), step \(step), at rest")
                checkThereAndBack(&run, &random, "seed \(seed), step \(step)")
            }
        }
    }

    /// Nobody changes anything: then every rank and every place is exact, whichever way the person came.
    @Test(arguments: 0..<8) func ranksAreExactWhereNothingChanges(seed: UInt64) {
        var random = Seeded(seed: seed)
        var run = KeyScriptRun(
            state: Fixtures.console(), shelf: Shelf(rows: Fixtures.rows(random.pick([25, 100, 400]))), isSlow: true)
        run.answerAll()
        var model = 0
        let count = run.shelf.list(run.state.queue.filter, sort: .due).count
        for step in 0..<200 {
            let key = random.pick(["j", "k", "<PgDn>", "<PgUp>", "g", "G", "j", "j", "<PgDn>"])
            run.type(key)
            switch key {
            case "j": model = min(count - 1, model + 1)
            case "k": model = max(0, model - 1)
            case "<PgDn>": model = min(count - 1, model + 20)
            case "<PgUp>": model = max(0, model - 20)
            case "g": model = 0
            default: model = count - 1
            }
            if random.once(in: 2) { run.answerOne() }
            if random.once(in: 9) {
                run.answerAll()
                let queue = run.state.queue
                #expect((queue.firstIndex ?? -1) + queue.selected == model, "seed \(seed), step \(step)")
            }
        }
    }

    private func perform(_ run: inout KeyScriptRun, _ random: inout Seeded) {
        switch random.below(12) {
        case 0..<6: run.type(random.pick(QueueModelTests.keys))
        case 6, 7: run.answerOne()
        case 8: run.answer(at: random.below(max(1, run.waiting.count)))
        case 9:
            run.send(.resized(Size(columns: random.below(91), rows: random.below(31))))
        case 10:
            change(&run.shelf, &random)
            run.send(.storeChanged)
        default:
            run.send(.clock(run.state.now.advanced(bySeconds: 60)))
        }
        // What was to be opened is refused, sooner or later.
        if run.effects.last.map(QueueModelTests.opens) == true || random.once(in: 30) {
            run.send(.refused(.rule("ben holds it."), .open))
        }
    }

    private static func opens(_ effect: Effect) -> Bool {
        switch effect {
        case .open, .openNext: true
        default: false
        }
    }

    private func change(_ shelf: inout Shelf, _ random: inout Seeded) {
        switch random.below(4) {
        case 0:
            // Far apart, so that a number never comes back.
            let number = 1000 + random.below(1_000_000_000)
            shelf.rows.append(Fixtures.row(number, dueInDays: random.below(90) - 10))
        case 1 where !shelf.rows.isEmpty: shelf.rows.remove(at: random.below(shelf.rows.count))
        case 2: shelf.rows.removeAll { _ in random.once(in: 6) }
        default:
            let n = random.below(max(1, shelf.rows.count))
            if shelf.rows.indices.contains(n) { shelf.claim(shelf.rows[n].id, by: random.pick(["ben", "alice"])) }
        }
    }

    private func settle(_ run: inout KeyScriptRun) {
        run.send(.refused(.rule("ben holds it."), .open))
        while run.state.overlay != nil { run.type("<Esc>") }
        run.answerAll()
        run.send(.refused(.rule("ben holds it."), .open))
    }

    /// Holds at every moment.
    private func check(_ run: KeyScriptRun, _ place: Comment) {
        let queue = run.state.queue
        let page = max(1, arrangeQueue(run.state.size).list.height)
        #expect(queue.rows.isEmpty ? queue.selected == 0 : queue.rows.indices.contains(queue.selected), place)
        #expect(queue.top <= queue.selected && queue.selected < queue.top + page, place)
        #expect(Set(queue.rows.map(\.row.id)).count == queue.rows.count, place)
        let frame = run.frame
        #expect(frame.size == run.state.size && isWellFormed(frame), place)
        if let cursor = frame.cursor { #expect(frame.bounds.contains(x: cursor.x, y: cursor.y), place) }
    }

    /// Holds when every question has been answered: the window is a run of the list, and the screen is full of it.
    private func checkAtRest(_ run: KeyScriptRun, _ place: Comment) {
        let queue = run.state.queue
        let all = run.shelf.list(queue.filter, sort: queue.sort)
        let page = max(1, arrangeQueue(run.state.size).list.height)
        #expect(queue.isLoaded && queue.total == all.count, place)
        guard let first = queue.rows.first else {
            #expect(all.isEmpty, place)
            return
        }
        guard let from = all.firstIndex(of: first.row) else {
            Issue.record("the first row is not in the list", sourceLocation: #_sourceLocation)
            return
        }
        #expect(queue.rows.map(\.row) == Array(all[from...].prefix(queue.rows.count)), place)
        #expect(queue.hasMoreBefore == (from > 0), place)
        #expect(queue.hasMoreAfter == (from + queue.rows.count < all.count), place)
        #expect(min(page, all.count) == min(page, queue.rows.count - queue.top), place)
    }

    /// Down, then up, is nothing.
    private func checkThereAndBack(_ run: inout KeyScriptRun, _ random: inout Seeded, _ place: Comment) {
        let before = run.state.queue.selectedRow
        let isLast = run.state.queue.selected + 1 == run.state.queue.rows.count
        if isLast { return }
        let steps = 1 + random.below(3)
        for _ in 0..<steps { run.type("j") }
        run.answerAll()
        let reached = run.state.queue
        let isEnd = !reached.hasMoreAfter && reached.selected + 1 == reached.rows.count
        for _ in 0..<steps { run.type("k") }
        run.answerAll()
        if !isEnd { #expect(run.state.queue.selectedRow == before, place) }
    }
}

@Suite struct RenderEverySizeTests {
    /// Every screen of the queue, at every small size.
    @Test(arguments: ["", "?", ":", ":so", "/x", "f", "f<Tab>", "s", "/zzz<Enter>", "G"])
    func neverTraps(script: String) {
        var run = KeyScriptRun(rows: Fixtures.rows(60))
        run.type(script)
        for rows in 0...30 {
            for columns in Array(0...40) + Array(stride(from: 41, through: 90, by: 3)) {
                run.send(.resized(Size(columns: columns, rows: rows)))
                let frame = run.frame
                if !isWellFormed(frame) { Issue.record("\(columns)x\(rows) after \(script)") }
                if let cursor = frame.cursor, !frame.bounds.contains(x: cursor.x, y: cursor.y) {
                    Issue.record("the cursor is outside of \(columns)x\(rows) after \(script)")
                }
            }
        }
    }

    @Test(arguments: [Fixtures.stranger, Fixtures.carol]) func neverTraps(caller: Caller) {
        var run = KeyScriptRun(rows: [], caller: caller)
        for rows in 0...30 {
            for columns in Array(0...40) + Array(stride(from: 41, through: 90, by: 3)) {
                run.send(.resized(Size(columns: columns, rows: rows)))
                #expect(isWellFormed(run.frame))
            }
        }
    }
}
