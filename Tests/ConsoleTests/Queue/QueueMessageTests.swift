import Console
import Core
import Screen
import Support
import Testing

/// What stands where there is no list: each says what is so, and the exact key or command.
@Suite struct QueueMessageTests {
    @Test func anEmptyQueueIsASmallCelebration() {
        var run = KeyScriptRun(rows: [Fixtures.row(1, state: .awarded)])
        expectSnapshot(run.frame, "queue-clear")
        run.send(.resized(Size(columns: 40, rows: 10)))
        expectSnapshot(run.frame, "queue-clear-40x10")
    }

    @Test func anEmptySearchSaysHowToGoBack() {
        var run = KeyScriptRun(rows: Fixtures.rows(50))
        run.type("/sourdough<Enter>")
        expectSnapshot(run.frame, "queue-nothing-found")
        run.type("c")
        #expect(run.state.queue.rows.count == 50)
    }

    @Test func anEmptyStoreSaysHowToFillIt() {
        let admin = Caller(person: Person(id: "alice", name: "Alice", roles: []), isAlone: true)
        let run = KeyScriptRun(rows: [], caller: admin)
        expectSnapshot(run.frame, "queue-first-run")
        let assessor = KeyScriptRun(rows: [])
        #expect(!assessor.screen.description.contains("assay import"))
        #expect(assessor.screen.description.contains("There are no submissions yet."))
    }

    @Test func whoHasNoRoleIsToldWhoCanGiveOne() {
        var run = KeyScriptRun(rows: Fixtures.rows(50), caller: Fixtures.stranger)
        #expect(run.effects.isEmpty)
        expectSnapshot(run.frame, "queue-no-role")
        run.type("jn<Enter>oc/x<Enter>")
        run.send(.storeChanged)
        run.send(.clock(Fixtures.now))
        #expect(run.effects.isEmpty)
        run.type("q")
        #expect(run.effects == [.quit])
    }

    @Test func anAuthorIsToldWhatIsTheirs() {
        let run = KeyScriptRun(rows: Fixtures.rows(50), caller: Fixtures.author)
        #expect(run.screen.description.contains("your role is author"))
        #expect(run.screen.description.contains("assay micro-credentials"))
    }

    @Test func aListThatCantBeReadSaysWhy() {
        var run = KeyScriptRun(state: Fixtures.console(), shelf: Shelf(rows: []), isSlow: true)
        run.send(.refused(.store("The store is damaged: it is not a database."), .queue))
        expectSnapshot(run.frame, "queue-unreadable")
        // What was there stays, with the sentence on the last line until the next key.
        var full = KeyScriptRun(rows: Fixtures.rows(50))
        full.send(.refused(.store("The disk is full."), .queue))
        #expect(full.screen.line(23) == "The disk is full.")
        #expect(full.screen.line(2).hasPrefix(">"))
        full.type("j")
        #expect(full.screen.line(23).hasPrefix("Enter claim"))
    }
}
