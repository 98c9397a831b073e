import Support
import Testing

/// A comment is typed without a pause, and the plug is pulled: what the screen called saved is stored.
@Suite struct CommentPlugTests {
    @Test(arguments: [31, 32, 33, 34] as [UInt64])
    func whatIsCalledSavedIsStored(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let office = try Office(.staffed)
        let id = "ehc-2026-000101"
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.type("c")
        try console.wait("the editor") { $0.row(23).contains("Esc done") }
        // Now and then it rests until the screen says that it is saved.
        var typed = ""
        var saved = ""
        for word in 0..<random.number(in: 2...8) {
            typed += "w\(word) "
            try console.type("w\(word) ")
            if random.once(in: 3) {
                try console.wait("the save") { $0.contains("w\(word)") && $0.row(22).hasSuffix("saved") }
                saved = typed
            }
        }
        console.signal(9)
        #expect(try console.waitForExit() == .signal(9))
        let card = try office.data("show", id, as: "ines")["scorecards"][0]
        let stored = card["scores"][0]["comment"].text ?? ""
        #expect(stored.hasPrefix(saved), "seed \(seed): “\(stored)”, and “\(saved)” was called saved")
        #expect(typed.hasPrefix(stored), "seed \(seed)")
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)
    }
}
