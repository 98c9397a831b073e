import Support
import Testing

/// Others work on the same store at the same time.
@Suite struct CompanyTests {
    @Test func anothersClaimShowsWithoutAKey() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.waitForQueue()
        try console.settle()
        let id = try office.data("queue", "--limit", "1", as: "ruth")["rows"][0]["id"].text ?? ""
        _ = try office.data("claim", id, as: "tomas")
        let time = try Program.measure {
            try console.wait("the claim") { $0.contains("tomas") && $0.contains("32 pending") }
        }
        #expect(time < 1600, "\(time) ms: a second, and what a busy machine adds")
        #expect(try office.assay("release", id, as: "tomas").status == 0)
        try console.wait("the release") { !$0.contains("tomas") && $0.contains("33 pending") }
        try console.type("q")
        #expect(try console.waitForExit() == .status(0))
    }

    @Test func anImportShowsWithoutAKey() throws {
        let office = try Office(.bare)
        #expect(try office.assay("init", as: "pat").status == 0)
        let console = try office.console(as: "pat")
        try console.wait("the first run") { $0.contains("assay import") }
        _ = try office.data(
            "import", Program.sampleData + "/micro-credentials", Program.sampleData + "/more.jsonl", as: "pat")
        try console.wait("the submissions") { $0.contains("4 pending") && $0.contains("Alder Fork") }
        try console.type("q")
        #expect(try console.waitForExit() == .status(0))
    }

    /// Two consoles of two people, one submission.
    @Test func onlyOneOfTwoOpensToScore() throws {
        let office = try Office(.staffed)
        let id = "ehc-2026-000102"
        let first = try office.console(as: "ines")
        let second = try office.console(as: "tomas")
        try first.open(id)
        try second.waitForQueue()
        try second.type("/\(id)<Enter>")
        try second.wait("the row") { $0.contains("1-1/1") }
        try second.type("<Enter>")
        try second.wait("the refusal") { $0.row(23).contains("ines") }
        #expect(try first.leave() == .status(0))
        try second.type("q")
        #expect(try second.waitForExit() == .status(0))
        #expect(try office.data("show", id, as: "ruth")["claimedBy"] == "ines")
    }

    /// The same person at two places: the older sight is refused, and nothing is overwritten.
    @Test func aCardChangedElsewhereIsNotOverwritten() throws {
        let office = try Office(.staffed)
        let id = "ehc-2026-000102"
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.type("1", until: "saved")
        let levels = try office.data("show", id, as: "ruth").assignments()
        _ = try office.data("score", id, levels[0], levels[1], as: "ines")
        try console.type("2", until: "changed elsewhere")
        let card = try office.data("show", id, as: "ines")["scorecards"][0]
        #expect(card["scores"].list.count == 2 && card["scores"][0]["level"] == "passing")
        // It has been read anew: the next key builds on what is there now.
        try console.wait("the new card") { $0.contains("***") && $0.contains("** ") }
        try console.type("1", until: "Passing -> Not Passing   saved")
        #expect(try console.leave() == .status(0))
    }

    @Test func aRoleTakenAwayCountsAtOnce() throws {
        let office = try Office(.staffed)
        let id = "ehc-2026-000102"
        let console = try office.console(as: "tomas")
        try console.open(id)
        let file = try office.scratch.write(
            "people.yaml", "format: assay/people@1\npeople:\n  - {id: tomas, name: Tomas, roles: []}\n")
        _ = try office.data("import", file, as: "pat")
        try console.type("1")
        try console.wait("the refusal") { $0.contains("may not") || $0.contains("no role") }
        #expect(try office.data("show", id, as: "ruth")["scorecards"] == [])
        console.signal(15)
        _ = try console.waitForExit()
    }
}
