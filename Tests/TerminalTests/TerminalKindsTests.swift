import Screen
import Support
import Testing

/// Keys, sizes and kinds of terminals, through the real thing.
struct TerminalKindsTests {
    @Test(arguments: [
        ("<Up>", "up"), ("<S-Tab>", "backTab"), ("<C-Left>", "controlLeft"), ("<A-x>", "alt(\"x\")"),
        ("<F12>", "function(12)"),
        ("<Esc>", "escape"), ("<C-r>", "control(\"r\")"), ("\u{E9}", "character(\"\\u{00E9}\")"),
        ("<C-s>", "control(\"s\")"),
        ("<C-v>", "control(\"v\")"), ("<Enter>", "enter"),
    ])
    func keysArrive(_ script: String, _ name: String) throws {
        let list = try probe()
        try list.type(script == "<Up>" ? "j<Up>" : script)
        if script == "<Up>" {
            try list.wait { $0.row(1).hasPrefix(">") }
        } else {
            try list.wait(name) { $0.row(39) == "key \(name)" }
        }
    }

    @Test func aPasteOfAMegabyteArrivesWhole() throws {
        let list = try probe()
        try list.paste(String(repeating: "0123456789abcde\r", count: 65_536) + "the end")
        try list.wait("the paste") { $0.row(39).hasPrefix("paste 1048583 ") && $0.row(39).hasSuffix("the end") }
    }

    @Test func aNewSizeIsPaintedWhole() throws {
        let list = try probe()
        for (columns, rows) in [(80, 24), (200, 60), (20, 5), (1, 1), (100, 30)] {
            list.resize(Size(columns: columns, rows: rows))
            if rows > 2 {
                try list.wait("the list at \(columns)x\(rows)") {
                    $0.row(rows - 1).hasPrefix("ready") && $0.row(1).hasPrefix(">")
                }
            }
            try list.settle()
        }
        #expect(list.screen.row(28).contains(" 28 "))
        #expect(list.screen.unknown == [])
    }

    @Test(arguments: [
        "vt100", "linux", "screen", "screen-256color", "tmux-256color", "xterm", "xterm-256color", "rxvt",
        "xterm-kitty",
    ])
    func kinds(_ type: String) throws {
        let list = try probe(environment: ["TERM": type])
        try list.type("jjj")
        try list.wait { $0.row(4).hasPrefix(">        4") }
        try list.type("<PgDn>")
        try list.wait { $0.row(4).hasPrefix(">       42") }
        try list.settle()
        #expect(list.screen.row(4).hasSuffix("pending"))
        #expect(list.screen.unknown == [])
        try list.type("q")
        #expect(try list.waitForExit() == .status(0))
    }

    @Test(arguments: ["", "dumb", "no-such-terminal"]) func aTerminalThatCannotServeIsNamed(_ type: String) throws {
        let list = try PtyProcess(probePath, environment: ["TERM": type])
        #expect(try list.waitForExit() == .status(64))
        #expect(list.screen.contains(type.isEmpty ? "TERM is not set" : "terminal") && list.screen.contains(type))
        #expect(list.isCooked)
    }

    @Test func noColourIsObeyed() throws {
        let list = try probe(environment: ["NO_COLOR": "1"])
        try list.type("<PgDn>")
        try list.wait { $0.row(1).contains(" 39 ") }
        try list.settle()
        let text = String(decoding: list.recent, as: UTF8.self)
        #expect(!text.contains("\u{1B}[33m") && !text.contains("\u{1B}[31m") && text.contains("pending"))
    }

    @Test(arguments: [["LANG": "C"], ["LC_ALL": "POSIX", "LANG": "C.UTF-8"], ["LANG": "de_DE.ISO-8859-1"]])
    func anOldLocaleGetsASCII(_ environment: [String: String]) throws {
        let list = try probe(environment: environment)
        #expect(list.screen.row(1).contains("ete"))
        #expect(list.screen.row(1).hasSuffix("? ?"))
        #expect(list.screen.rows.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test func titleAndBell() throws {
        let list = try probe()
        try list.type("t")
        try list.wait { $0.title == "probe \u{2026} title" }
        try list.type("b")
        try list.wait { $0.bells == 1 }
    }
}
