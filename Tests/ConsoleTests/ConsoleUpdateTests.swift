import Console
import Core
import Screen
import Support
import Testing

/// What each key asks of the world: a table.
@Suite struct ConsoleUpdateTests {
    @Test func startsWithTheListAndTheCounts() {
        var state = Fixtures.console()
        let standard = QueueFilter.standard(for: Fixtures.alice)
        #expect(
            state.start() == [
                .loadQueue(QueueRequest(filter: standard, sort: .due, anchor: .first, limit: 60), request: 1),
                .loadSummary,
            ])
        #expect(standard.effectiveStates == [.pending, .claimed, .secondRead])
    }

    @Test(arguments: [
        ("<Enter>", [Effect.open("eec-2026-000000", claiming: true)]),
        ("o", [.open("eec-2026-000000", claiming: false)]), ("n", [.openNext]), ("q", [.quit]), ("<Esc>", [.quit]),
        ("<C-l>", [.repaint]), ("f", [.loadFacets]), ("s", []), ("/", []), ("?", []), (":", []), ("d", []), ("b", []),
        ("x", []), ("<Tab>", []), ("?<C-l>", [.repaint]), (":leave<Enter>", [.quit]),
    ])
    func keysAsk(script: String, effects: [Effect]) {
        var run = KeyScriptRun(rows: Fixtures.rows(10))
        let before = run.effects.count
        run.type(script)
        #expect(Array(run.effects[before...]) == effects)
    }

    @Test func whatCantBeClaimedOpensToBeRead() {
        var run = KeyScriptRun(rows: [Fixtures.row(3, state: .awarded)])
        run.state.queue.filter.states = [.awarded]
        run.send(.storeChanged)
        run.type("<Enter>")
        #expect(run.effects.last == .open("eec-2026-000003", claiming: false))
    }

    @Test(arguments: ["<Enter>", "n"]) func whoMayNotClaimIsToldWhatTheyCanDo(key: String) {
        var run = KeyScriptRun(rows: Fixtures.rows(10), caller: Fixtures.carol)
        let before = run.effects.count
        run.type(key)
        #expect(run.effects.count == before)
        #expect(run.screen.line(23).hasPrefix("carol may not claim a submission: that needs the role assessor."))
        #expect(run.screen.text(in: .error).count == 1)
        run.type("o")
        #expect(run.effects.last == .open("eec-2026-000000", claiming: false))
    }

    @Test func aRefusalIsOneSentenceUntilTheNextKey() {
        var run = KeyScriptRun(rows: Fixtures.rows(10))
        run.type("<Enter>")
        run.send(.refused(.rule("ben holds it until 10:30.\u{1B}[2J"), .open))
        #expect(run.screen.line(23) == "ben holds it until 10:30.\u{241B}[2J")
        run.send(.storeChanged)
        #expect(run.screen.line(23).hasPrefix("ben holds"))
        run.type("j")
        #expect(run.screen.line(23).hasPrefix("Enter claim and open"))
    }

    @Test func keysTypedWhileOpeningAreNotForTheQueue() {
        var run = KeyScriptRun(rows: Fixtures.rows(10))
        run.type("<Enter>jjn")
        #expect(run.effects.last == .open("eec-2026-000000", claiming: true))
        run.send(.refused(.rule("ben holds it."), .open))
        // They were meant for a screen that did not come: nothing is claimed or moved instead.
        #expect(run.state.queue.selected == 0)
        #expect(run.effects.last == .open("eec-2026-000000", claiming: true))
        run.type("<Enter>jj<Esc>j")
        #expect(run.state.queue.selected == 1)
    }

    @Test func theLastLineShowsWholeHintsOnly() {
        for columns in 0...120 {
            let line = KeyScriptRun(rows: Fixtures.rows(10), columns: columns).screen.line(23)
            let whole = ["Enter claim and open", "o look", "n next due", "/ search", "f filter", "s sort", "? help"]
            var rest = Substring(line)
            for hint in whole where rest.hasPrefix(hint) { rest = rest.dropFirst(hint.count).drop { $0 == " " } }
            #expect(rest.isEmpty, "\(columns): \(line)")
            if columns >= 6 { #expect(line.hasSuffix("? help")) }
        }
    }

    @Test func equalStatesDrawEqualFrames() {
        var one = KeyScriptRun(rows: Fixtures.rows(100))
        var other = KeyScriptRun(rows: Fixtures.rows(100))
        one.type("jj<PgDn>?jq")
        other.type("<PgDn>jj?q")
        #expect(one.frame == other.frame)
    }
}
