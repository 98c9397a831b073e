import Glibc
import Screen
import Support
import Testing

/// Terminals of every kind and size, and the way back to the shell.
@Suite struct TerminalTests {
    let id = "ehc-2026-000101"

    @Test(arguments: [
        ["TERM": "vt100"], ["TERM": "linux"], ["TERM": "xterm"], ["TERM": "tmux-256color"], ["TERM": "screen"],
        ["NO_COLOR": "1"], ["LANG": "C"], ["TERM": "vt100", "LANG": "C", "NO_COLOR": "1"], ["LANG": "en_US.UTF-8"],
    ])
    func theMainJobWorks(environment: [String: String]) throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines", environment: environment)
        console.keepsTranscript = true
        try console.open(id)
        try console.type("2", until: "no level -> Passing   saved")
        try console.type("cFine.<Esc>", until: "none -> 1 word   saved")
        try console.type("]")
        try console.wait("the second item") { $0.contains("EVIDENCE 2/3") }
        #expect(try console.leave() == .status(0))
        #expect(console.isCooked && console.screen.isGivenBack)
        #expect(console.screen.unknown == [])
        #expect(try office.data("show", id, as: "ines")["scorecards"][0]["scores"][0]["comment"] == "Fine.")
        if environment["LANG"] == "C" {
            #expect(console.transcript.allSatisfy { $0 < 0x80 }, "only ASCII where the locale has no more")
        }
        if environment["NO_COLOR"] != nil || environment["TERM"] == "vt100" {
            let sent = String(decoding: console.transcript, as: UTF8.self)
            #expect(!sent.contains(/\u{1B}\[[0-9;]*(3[0-7]|4[0-7]|38;|48;)[0-9;]*m/), "no colours")
        }
    }

    @Test(arguments: ["", "no-such-terminal", "dumb"])
    func aTerminalThatCanNotDoItIsRefusedInOneLine(type: String) throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines", environment: ["TERM": type])
        let exit = try console.waitForExit()
        #expect(exit != .status(0))
        if case .signal(let number) = exit { Issue.record("ended by signal \(number)") }
        let words = console.screen.text.split(separator: "\n")
        #expect(words.first?.hasPrefix("assay:") == true, "\(console.screen.text)")
        #expect(console.isCooked)
    }

    @Test func itFollowsEverySize() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.open(id)
        for (columns, rows) in [(1, 1), (2, 2), (10, 3), (59, 14), (60, 15), (200, 60), (120, 40), (80, 24)] {
            console.resize(Size(columns: columns, rows: rows))
            try console.settle()
            try console.type("jJKk")
            try console.settle()
        }
        try console.wait("the review") { $0.contains("EVIDENCE 1/3") && $0.openCriteria == 5 }
        #expect(console.screen.rows.allSatisfy { $0.count <= 80 })
        #expect(console.screen.unknown == [])
        try console.type("q")
        try console.waitForQueue()
        console.resize(Size(columns: 20, rows: 5))
        try console.settle()
        console.resize(Size(columns: 100, rows: 30))
        try console.wait("the list") { $0.contains("Reading a Data Set with Students") && $0.row(29).contains("help") }
        try console.type("q")
        #expect(try console.waitForExit() == .status(0))
    }

    @Test func everyOverlayOpensAndCloses() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.waitForQueue()
        for (key, words) in [
            ("?", "Claims the selected submission"), (":", "next-due"), ("f", "claimed"), ("s", "submitted"),
        ] {
            try console.type(key)
            try console.wait(key) { $0.contains(words) }
            try console.type("<Esc>")
            try console.wait("the list after \(key)") {
                $0.row(0).contains("33 pending") && $0.row(23).contains("claim and open")
            }
        }
        try console.type("q")
        #expect(try console.waitForExit() == .status(0))
    }

    @Test func theEditorOfThePersonIsRunOnTheComment() throws {
        let office = try Office(.staffed)
        // Read by the shell, not executed: see OutsideEditorTests.
        let script = try office.scratch.write(
            "editor",
            "printf '%s|' \"$@\" > \"\(office.scratch.path)/arguments\"\nprintf 'From the editor; $(touch x) 数字\\n' > \"$2\"\n"
        )
        let console = try office.console(as: "ines", environment: ["VISUAL": "/bin/sh \(script) -w"])
        try console.open(id)
        try console.type("e", until: "   saved")
        let card = try office.data("show", id, as: "ines")["scorecards"][0]
        #expect(card["scores"][0]["comment"] == "From the editor; $(touch x) 数字")
        let arguments = try office.scratch.read("arguments").split(separator: "|")
        #expect(arguments.count == 2 && arguments[0] == "-w")
        #expect(!console.isCooked)
        #expect(try console.leave() == .status(0))
        #expect(console.isCooked && console.screen.isGivenBack)
    }

    @Test func anEditorThatIsNotThereIsNamed() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines", environment: ["VISUAL": "/no/such/editor"])
        try console.open(id)
        try console.type("e", until: "/no/such/editor could not be run")
        #expect(try console.leave() == .status(0))
    }

    @Test func idleCostsNoBytes() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.waitForQueue()
        try console.settle()
        let before = console.received
        try console.settle(silence: 2500)
        #expect(console.received == before)
        try console.type("q")
        _ = try console.waitForExit()
    }
}
