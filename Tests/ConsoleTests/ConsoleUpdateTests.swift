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
        #expect(run.screen.line(23).hasSuffix(" o looks at it."))
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

    @Test func keysTypedWhileOpeningAreForWhatOpens() {
        var run = KeyScriptRun(rows: Fixtures.rows(10))
        run.type("<Enter>?")
        #expect(run.state.overlay == nil)
        run.send(.opened(Fixtures.opening()))
        #expect(run.state.overlay == .help(HelpPage(scope: .review)))
        #expect(run.screen.line(0).hasPrefix("Keys   Review"))
    }

    @Test func backFromAReviewLooksAgain() {
        var run = KeyScriptRun(rows: Fixtures.rows(10))
        run.type("jj<Enter>")
        run.send(.opened(Fixtures.opening(Fixtures.row(2))))
        run.send(.storeChanged)
        run.shelf.claim("eec-2026-000002", by: "alice")
        run.type("q")
        #expect(run.state.review == nil)
        #expect(run.effects.last == .loadSummary)
        #expect(run.screen.line(4).hasSuffix("claimed you"))
        #expect(run.state.queue.selectedRow?.sequence == 2)
    }

    @Test(arguments: ["", "?", ":x", "/x", "f", "s", "<Enter>"]) func repaintWorksWhateverIsOpen(script: String) {
        var run = KeyScriptRun(rows: Fixtures.rows(10))
        run.type(script + "<C-l>")
        #expect(run.effects.last == .repaint)
        run = KeyScriptRun(rows: Fixtures.rows(10))
        run.send(.opened(Fixtures.opening()))
        run.type("c<C-l>")
        #expect(run.effects.last == .repaint)
    }

    @Test func leavingFromAReviewLeaves() {
        var run = KeyScriptRun(rows: Fixtures.rows(10))
        run.type("<Enter>")
        run.send(.opened(Fixtures.opening()))
        run.type(":leave<Enter>")
        #expect(run.effects.last == .quit)
    }

    @Test func aLongErrorIsShownWhole() {
        var run = KeyScriptRun(rows: Fixtures.rows(10), columns: 60)
        let sentence = "This store was written by a newer assay (schema 9; this one knows 1): install that version."
        run.send(.refused(.store(sentence), .summary))
        #expect(run.screen.line(22) + " " + run.screen.line(23) == sentence)
        run.type("j")
        #expect(run.screen.line(22) == String(repeating: " ", count: 53) + "1-10/10")
    }

    @Test func noCountIsShownBeforeItIsKnown() {
        var run = KeyScriptRun(state: Fixtures.console(), shelf: Shelf(rows: Fixtures.rows(10)), isSlow: true)
        #expect(run.screen.line(0) == "assay")
        run.answerOne()
        #expect(run.screen.line(0) == "assay")
        run.answerOne()
        #expect(run.screen.line(0).hasPrefix("assay   7 pending"))
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
