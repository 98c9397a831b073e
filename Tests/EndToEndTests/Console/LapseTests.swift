import Foundation
import Support
import Testing

/// A lease runs out under an open console, and somebody else takes the submission over.
@Suite(.enabled(if: Office.hasSQLiteShell)) struct LapseTests {
    let id = "ehc-2026-000101"

    private func takenOver(_ office: Office, from console: PtyProcess) throws {
        try office.sqlite("UPDATE claim SET expires_at = expires_at - 100000")
        #expect(try office.data("claim", id, as: "tomas")["claimedBy"] == "tomas")
    }

    @Test func aScoreIsRefusedAndNamesWhoHoldsIt() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.type("2", until: "saved")
        try takenOver(office, from: console)
        let before = try office.data("show", id, as: "ines")["scorecards"]
        try console.type("1")
        try console.wait("who holds it") { $0.contains("tomas") }
        try console.type("1", until: "tomas")
        #expect(try office.data("show", id, as: "ines")["scorecards"] == before)
        #expect(try console.leave() == .status(0))
        #expect(try office.data("show", id, as: "ruth")["claimedBy"] == "tomas")
    }

    @Test func wordsThatCanNotBeSavedAreKept() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.type("c")
        try console.wait("the editor") { $0.row(23).contains("Esc done") }
        try takenOver(office, from: console)
        try console.type("Mine")
        try console.wait("who holds it") { $0.contains("tomas") }
        #expect(try office.data("show", id, as: "ines")["scorecards"] == [])
        #expect(console.screen.contains("Mine"))
        try console.type("<Esc>")
        let file = "\(office.scratch.path)/.local/state/assay/comments/\(id)-context-1.md"
        try console.wait("where it is kept") { $0.contains("~/.local") }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "Mine\n")
        // It can be looked at again, until the person leaves.
        try console.type("c")
        try console.wait("the text") { $0.contains("Mine") && $0.contains("Not saved") }
        try console.type("<Esc>")
        #expect(try console.leave() == .status(0))
    }

    @Test func aDecisionUnderAnOpenConsoleIsTold() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.type("2", until: "saved")
        _ = try office.data("decide", id, "deny", "--reason", "Copied.", as: "olu")
        try console.type("1")
        try console.wait("what has become of it") { $0.contains("denied") }
        #expect(try office.data("show", id, as: "ines")["scorecards"][0]["scores"][0]["level"] == "passing")
        #expect(try console.leave() == .status(0))
    }
}
