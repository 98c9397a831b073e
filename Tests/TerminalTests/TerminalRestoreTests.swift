import Glibc
import Screen
import Support
import Testing

/// The terminal comes back, whatever happens.
struct TerminalRestoreTests {
    private func expectRestored(_ list: PtyProcess, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(list.isCooked, sourceLocation: sourceLocation)
        #expect(!list.screen.isAlternate, sourceLocation: sourceLocation)
        #expect(list.screen.isCursorShown, sourceLocation: sourceLocation)
        #expect(!list.screen.isBracketingPaste, sourceLocation: sourceLocation)
        #expect(list.screen.unknown == [], sourceLocation: sourceLocation)
    }

    @Test func itIsOursMeanwhile() throws {
        let list = try probe()
        #expect(
            !list.isCooked && list.screen.isAlternate && !list.screen.isCursorShown && list.screen.isBracketingPaste)
    }

    @Test func afterTheEnd() throws {
        let list = try probe()
        try list.type("q")
        #expect(try list.waitForExit() == .status(0))
        expectRestored(list)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func afterASignal(_ signal: Int32) throws {
        let list = try probe()
        list.signal(signal)
        #expect(try list.waitForExit() == .signal(signal))
        expectRestored(list)
    }

    @Test func afterCtrlC() throws {
        let list = try probe()
        try list.type("<C-c>")
        #expect(try list.waitForExit() == .signal(SIGINT))
        expectRestored(list)
    }

    @Test func afterASignalThatTheLoopNeverAnswers() throws {
        let list = try probe()
        try list.type("X")
        try list.settle()
        list.signal(SIGTERM)
        #expect(try list.waitForExit() == .signal(SIGTERM))
        expectRestored(list)
    }

    @Test func afterATrap() throws {
        let list = try probe()
        try list.type("T")
        guard case .signal(let signal) = try list.waitForExit() else { Issue.record("no signal"); return }
        #expect([SIGILL, SIGTRAP].contains(signal))
        expectRestored(list)
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT]) func afterACrash(_ signal: Int32) throws {
        let list = try probe()
        list.signal(signal)
        #expect(try list.waitForExit() == .signal(signal))
        expectRestored(list)
    }

    @Test func afterTheStackRanOver() throws {
        let list = try probe()
        try list.type("O")
        #expect(try list.waitForExit() == .signal(SIGSEGV))
        expectRestored(list)
    }

    @Test func whenTheLineDropsTheProgramEnds() throws {
        let list = try probe()
        list.hangUp()
        let exit = try list.waitForExit()
        #expect(exit == .signal(SIGHUP) || exit == .status(75))
    }

    /// Under a shell with job control: a program that leads its session cannot be stopped.
    @Test func whileItIsStopped() throws {
        let list = try PtyProcess("/bin/sh", ["-m", "-c", "\(probePath); echo stopped; read line; fg"])
        try list.wait("the list") { $0.row(23) == "ready" }
        try list.settle()
        try list.type("j")
        try list.wait { $0.row(2).hasPrefix(">") }
        try list.type("<C-z>")
        try list.wait("the shell") { !$0.isAlternate && $0.contains("stopped") }
        try list.settle()
        expectRestored(list)
        try list.type("<Enter>")
        try list.wait("the list again") { $0.isAlternate && $0.row(23) == "ready" && $0.row(2).hasPrefix(">") }
        try list.settle()
        #expect(!list.isCooked && list.screen.isBracketingPaste && !list.screen.isCursorShown)
        try list.type("jq")
        #expect(try list.waitForExit() == .status(0))
        expectRestored(list)
    }

    @Test func aroundAnotherProgram() throws {
        let list = try probe()
        try list.type("E")
        try list.wait("the list again") { $0.isAlternate && $0.row(39) == "ready" }
        try list.settle()
        #expect(!list.screen.contains("other program"))
        try list.type("q")
        #expect(try list.waitForExit() == .status(0))
        #expect(list.screen.contains("other program"))
        expectRestored(list)
    }
}
