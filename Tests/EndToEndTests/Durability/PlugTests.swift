import Support
import Testing

/// The plug is pulled at random moments: what an exit status or the screen has acknowledged is there afterwards.
@Suite struct PlugTests {
    let id = "ehc-2026-000101"

    @Test(arguments: [1, 2] as [UInt64])
    func scoresFromTheCommandLine(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let office = try Office(.staffed)
        let name = String(try office.data("show", id, as: "ruth").assignments()[0].prefix { $0 != "=" })
        _ = try office.data("claim", id, as: "ines")
        var usual = 0
        usual = try Program.measure { _ = try office.data("score", id, "--comment", "\(name)=before", as: "ines") }
        var stored = "before"
        for number in 0..<16 {
            let comment = "number \(number)"
            let run = try office.start(["score", id, "--comment", "\(name)=\(comment)"], as: "ines")
            if !run.hasEnded(within: random.below(usual * 5 / 4)) { run.kill() }
            let acknowledged = try run.wait().status == 0
            let found = try office.data("show", id, as: "ines")["scorecards"][0]["scores"][0]["comment"].text
            if acknowledged {
                #expect(found == comment, "seed \(seed)")
            } else {
                #expect(found == comment || found == stored, "seed \(seed): \(found ?? "nothing")")
            }
            stored = found ?? ""
        }
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)
        #expect(try office.assay("doctor", as: "pat").status == 0)
    }

    @Test(arguments: [11, 12] as [UInt64])
    func imports(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let office = try Office(.staffed)
        let papers = (0..<400).map { Papers.submission("eec-\($0)") }
        let file = try office.scratch.write("in.jsonl", Papers.lines(papers))
        let dry = try Program.measure { _ = try office.data("import", file, "--dry-run", as: "ruth") }
        var before = 33
        for _ in 0..<5 {
            let run = try office.start(["import", file], as: "ruth")
            if !run.hasEnded(within: random.number(in: dry / 3...dry)) { run.kill() }
            let acknowledged = try run.wait().status == 0
            let total = try office.data("queue", "--limit", "1000", as: "ruth")["total"].int ?? -1
            #expect(total >= before, "seed \(seed): what was in is still in")
            if acknowledged { #expect(total == 433) }
            before = total
            #expect(try office.data("log", "--verify", as: "pat")["ok"] == true, "seed \(seed)")
        }
        #expect(try office.assay("doctor", as: "pat").status == 0)
        let report = try office.data("import", file, as: "ruth")
        #expect(report["refused"] == [])
        #expect((report["imported"].int ?? 0) + (report["unchanged"].int ?? 0) == 400)
        let rows = try office.data("queue", "--limit", "1000", "--sort", "id", as: "ruth")
        #expect(rows["total"] == 433 && rows["rows"].list.count == 433)
        #expect(try office.data("show", "eec-399", as: "ruth")["evidence"].list.count == 2)
    }

    /// Keys are played without a pause; the plug is pulled after a random number of bytes.
    @Test(arguments: [21, 22, 23, 24, 25, 26] as [UInt64])
    func theConsole(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let office = try Office(.staffed)
        _ = try office.data("claim", id, as: "ines")
        let criteria = try office.data("show", id, as: "ruth")["rubric"]["criteria"].list
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.settle()
        let start = console.received
        try console.type(criteria.map { _ in "1J" }.joined())
        let enough = start + random.below(2500)
        // Where less comes in all, the end of it is as good a moment as any.
        try console.wait { $0.openCriteria == 0 || console.received >= enough }
        console.signal(9)
        #expect(try console.waitForExit() == .signal(9))
        let shown = try #require(console.screen.openCriteria, "seed \(seed)")
        let card = try office.data("show", id, as: "ines")["scorecards"][0]
        let stored = card["scores"].list.count { $0["level"].text != nil }
        #expect(criteria.count - stored <= shown, "seed \(seed): \(stored) stored, \(shown) shown as open")
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)
    }

    @Test func aScoreShownAsSavedIsThereTheMomentItIsShown() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        _ = try office.data("claim", id, as: "ines")
        try console.open(id)
        for digit in ["1", "2", "1"] {
            try console.type(digit)
            try console.wait("the acknowledgement") {
                $0.row(23).contains("saved") && $0.row(23).contains(digit == "1" ? "-> Not Passing" : "-> Passing")
            }
            let level = try office.data("show", id, as: "ines")["scorecards"][0]["scores"][0]["level"]
            #expect(level == (digit == "1" ? "not-passing" : "passing"))
        }
        console.signal(9)
        _ = try console.waitForExit()
    }
}
