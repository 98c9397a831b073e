import Support
import Testing

/// Ctrl-Z in the console, under a shell with job control.
@Suite struct SuspendTests {
    @Test func theShellGetsTheTerminalAndFgBringsItBack() throws {
        let office = try Office(.staffed)
        let shell = try PtyProcess(
            "/bin/sh", ["-m", "-c", "\(Program.path) --as ines; echo stopped; read line; fg"],
            environment: office.environment)
        try shell.open("ehc-2026-000101")
        // In a comment it takes back, as the hint says.
        try shell.type("cone<C-z>")
        try shell.wait("the empty editor") { $0.row(23).contains("C-z undo") && !$0.contains("\" one") }
        try shell.type("<Esc>")
        try shell.settle()
        try shell.type("<C-z>")
        try shell.wait("the shell") { !$0.isAlternate && $0.contains("stopped") }
        #expect(shell.isCooked)
        try shell.type("<Enter>")
        try shell.wait("the review again") { $0.isAlternate && $0.contains("EVIDENCE") }
        try shell.type("1", until: "saved")
        #expect(try shell.leave() == .status(0))
    }
}
