import Screen
import Support
import Testing

/// Nothing typed is lost, and the next opening is where the last one ended.
@Suite struct ReopeningTests {
    let id = "ehc-2026-000101"

    @Test func landsOnTheSamePlace() throws {
        let office = try Office(.staffed)
        let first = try office.console(as: "ines")
        try first.open(id)
        try first.type("]JJ<PgDn><Tab>jjj")
        try first.wait("the second item") { $0.contains("EVIDENCE 2/3") && $0.contains("> 3 ") }
        try first.settle()
        let seen = Array(first.screen.rows.dropFirst().dropLast())
        #expect(try first.leave() == .status(0))

        let second = try office.console(as: "ines")
        try second.open(id)
        try second.settle()
        #expect(Array(second.screen.rows.dropFirst().dropLast()) == seen)
        #expect(try second.leave() == .status(0))
    }

    @Test func theNextKeyGoesWhereTheLastOneWent() throws {
        let office = try Office(.staffed)
        let first = try office.console(as: "ines")
        try first.open(id)
        try first.type("JJ")
        try first.wait("the third criterion") { $0.contains("> 3 ") }
        try first.type("<Tab>")
        try first.settle()
        // Not left by the person: the line drops.
        first.hangUp()
        _ = try first.waitForExit()
        let second = try office.console(as: "ines")
        try second.open(id)
        try second.wait("the third criterion") { $0.contains("> 3 ") }
        #expect(try second.leave() == .status(0))
    }

    enum End: String, CaseIterable, Sendable { case terminate, hangUp, line }

    @Test(arguments: End.allCases)
    func aCommentHalfTypedIsSaved(end: End) throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.type("c")
        try console.wait("the editor") { $0.row(23).contains("Esc done") }
        try console.type("Half a thou")
        try console.wait("the words") { $0.contains("Half a thou") }
        switch end {
        case .terminate:
            console.signal(15)
            #expect(try console.waitForExit() == .signal(15))
            #expect(console.isCooked && console.screen.isGivenBack)
        case .hangUp:
            console.signal(1)
            #expect(try console.waitForExit() == .signal(1))
            #expect(console.isCooked && console.screen.isGivenBack)
        case .line:
            console.hangUp()
            _ = try console.waitForExit()
        }
        let card = try office.data("show", id, as: "ines")["scorecards"][0]
        #expect(card["scores"][0]["comment"] == "Half a thou", "\(end)")
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)
    }

    /// At most one second after the last key, without any other.
    @Test func aCommentSavesItselfWhileItIsWritten() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.type("cSlowly")
        try console.wait("the words") { $0.contains("Slowly") && $0.contains("writing") }
        let time = try Program.measure { try console.wait("the save") { $0.contains("saved") } }
        #expect(time < 1500, "\(time) ms")
        console.signal(9)
        _ = try console.waitForExit()
        let card = try office.data("show", id, as: "ines")["scorecards"][0]
        #expect(card["scores"][0]["comment"] == "Slowly")
    }

    /// Where the cursor was, in the comment too.
    @Test func aCommentGoesOnWhereItWasLeft() throws {
        let office = try Office(.staffed)
        let first = try office.console(as: "ines")
        try first.open(id)
        try first.type("cOne two")
        try first.wait("the words") { $0.contains("One two") }
        first.signal(15)
        _ = try first.waitForExit()
        let second = try office.console(as: "ines")
        try second.open(id)
        try second.wait("the editor, open already") { $0.row(23).contains("Esc done") && $0.contains("One two") }
        try second.type(" three<Esc>", until: "words   saved")
        let card = try office.data("show", id, as: "ines")["scorecards"][0]
        #expect(card["scores"][0]["comment"] == "One two three")
        #expect(try second.leave() == .status(0))
    }
}
