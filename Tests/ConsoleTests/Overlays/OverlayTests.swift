import Console
import Core
import Screen
import Support
import Testing

@Suite struct HelpPageTests {
    @Test func showsEveryKeyOfTheScope() {
        var run = KeyScriptRun(rows: Fixtures.rows(50), columns: 100, height: 50)
        run.type("?")
        expectSnapshot(run.frame, "help-queue-100x50")
        for line in KeyList.sections(in: .queue, keymap: Keymap()).flatMap(\.lines) {
            #expect(run.screen.description.contains(line.help))
        }
    }

    @Test func scrollsAndStopsAtTheEnd() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type("?")
        expectSnapshot(run.frame, "help-queue-80x24")
        let first = run.frame
        run.type("jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj")
        let last = run.frame
        #expect(first != last)
        run.type("G<PgDn>jj")
        #expect(run.frame == last)
        run.type("g")
        #expect(run.frame == first)
        run.send(.resized(Size(columns: 80, rows: 200)))
        run.send(.resized(Size(columns: 80, rows: 24)))
        #expect(run.frame == first)
    }

    @Test(arguments: ["q", "<Esc>", "?"]) func closesToWhereItWas(key: String) {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type("jj")
        let before = run.frame
        run.type("?" + key)
        #expect(run.frame == before)
        #expect(!run.effects.contains(.quit))
    }
}

@Suite struct PaletteTests {
    @Test func findsByNameAndRuns() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type(":")
        expectSnapshot(run.frame, "palette-80x24")
        run.type("bott<Enter>")
        #expect(run.state.queue.selectedRow?.sequence == 49)
        #expect(run.state.overlay == nil)
    }

    @Test(arguments: [
        ("sort", Command.sort), ("look", .look), ("due", .next), ("pd", .pageDown), ("anew", .repaint),
        ("leave", .leave),
    ])
    func bestMatch(query: String, command: Command) {
        var palette = Palette(scope: .queue)
        palette.input = LineInput(query)
        #expect(palette.matches.first == command)
    }

    @Test func whatIsCalledLikeNothingSaysSo() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type(":zzz")
        #expect(run.screen.description.contains("No command is called that."))
        run.type("<Enter>")
        #expect(run.state.overlay == nil)
    }

    @Test func listsOnlyWhatMeansSomethingHere() {
        #expect(!Palette(scope: .queue).matches.contains(.submit))
        #expect(Palette(scope: .review).matches.contains(.submit))
        #expect(!Palette(scope: .review).matches.contains(.sort))
    }

    @Test func theCursorMovesThroughTheMatches() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type(":page<Down><Down><Down><Up><Enter>")
        #expect(run.effects.last == .loadSummary)  // page-up at the top: nothing asked
        run.type(":<Esc>")
        #expect(run.state.overlay == nil)
        run.type(":<BS>")
        #expect(run.state.overlay == nil)
    }
}

@Suite struct SearchTests {
    @Test func searchesOnEnter() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type("/Mind")
        #expect(run.screen.line(23) == "/Mind")
        #expect(run.frame.cursor == Frame.Point(x: 5, y: 23))
        #expect(run.state.queue.filter.search == nil)
        run.type("<Enter>")
        #expect(run.state.queue.filter.search == "Mind")
        #expect(run.state.queue.rows.allSatisfy { $0.row.title.contains("Mind") })
    }

    @Test func escapeClearsFromTheLineAndFromTheList() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type("/Mind<Enter><Esc>")
        #expect(run.state.queue.filter.search == nil)
        run.type("/Mind<Enter>/<Esc>")
        #expect(run.state.queue.filter.search == nil)
        #expect(!run.effects.contains(.quit))
        run.type("/Mind<Enter>q")
        #expect(run.effects.last == .quit)
    }

    @Test func theSameSearchAsksNothing() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type("/Mind<Enter>")
        let asked = run.effects.count
        run.type("/  <Enter>")
        #expect(run.state.queue.filter.search == "Mind")
        #expect(run.effects.count == asked)
    }

    @Test func aLineIsEdited() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type("/one two<C-w>three<Home>x<Right><BS><End>!<Left><Del>")
        #expect(run.screen.line(23) == "/xne three")
        run.type("<C-u>")
        run.send(.key(.paste("pasted\nlines\u{1B}[2J")))
        #expect(run.screen.line(23) == "/pasted lines\u{241B}[2J")
    }

    @Test func aLongLineKeepsItsCursorOnTheScreen() {
        for columns in 0...20 {
            var run = KeyScriptRun(rows: Fixtures.rows(5), columns: columns, height: 6)
            run.type("/abcdefghijklmnopqrstuvwxyz東京東京")
            if columns > 0 { #expect((run.frame.cursor?.x ?? -1) < columns) }
            #expect(isWellFormed(run.frame))
        }
    }
}
