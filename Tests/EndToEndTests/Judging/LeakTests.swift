import Support
import Testing

@Suite struct LeakTests {
    let id = "ehc-2026-000101"
    let reason = "Her name is in the header."

    @Test func fromAReportToASessionsFlag() throws {
        let office = try Office(.staffed)
        let made = try office.data("leak", id, "--reason", reason, as: "jody")
        #expect(made.keys == ["id", "reportedBy", "at", "reason"])
        #expect(made["id"] == .string(id) && made["reportedBy"] == "jody" && made["at"].isTime)
        for who in ["ruth", "olu", "pat", "jody"] {
            let leaks = try office.data("show", id, as: who)["leaks"].list
            #expect(leaks.map { $0["reason"] } == [.string(reason)], "\(who)")
            #expect(try office.assay("show", id, as: who).text.contains("LEAK reported by jody"))
        }
        for who in ["ines", "tomas"] {
            #expect(try office.data("show", id, as: who)["leaks"] == [])
            #expect(try !office.assay("show", id, as: who).text.contains(reason))
        }
        try office.score([id], as: "ines")
        _ = try office.data("batch", "new", "one", as: "ruth")
        let plan = try office.assay("screen", "batch", "--keys", "<Enter>", "--size", "120x30", as: "ruth").text
        #expect(plan.contains(" leak "), "\(plan)")
        let menu = try office.assay("screen", "batch", "--keys", "<Enter>f", "--size", "120x30", as: "ruth").text
        let row = menu.split(separator: "\n").first { $0.contains("leak: a reader knows who the earner is") }
        #expect(row?.hasSuffix(" 1") == true, "\(menu)")
        let events = try office.data("log", "--submission", id, as: "pat")["events"].list
        #expect(events.contains { $0["what"] == "leak" && $0["who"] == "jody" && $0["detail"] == "{}" })
        #expect(try office.assay("doctor", as: "pat").status == 0)
    }

    @Test func eachRefusal() throws {
        let office = try Office(.staffed)
        for who in ["ruth", "olu", "pat", "stranger"] {
            try office.refused("leak", id, "--reason", reason, as: who, status: 77)
        }
        try office.refused("leak", "nowhere", "--reason", reason, as: "ines")
        for text in ["", "  ", "two\nlines", String(repeating: "x", count: 1_001)] {
            try office.refused("leak", id, "--reason", text, as: "ines")
        }
        #expect(try office.assay("leak", id, as: "ines").status == 64)
        let said = try office.assay("leak", id, "--reason", "\u{1B}[31mred", as: "ines")
        #expect(said.status == 0 && !said.output.contains(0x1B))
        #expect(try office.refused("leak", id, "--reason", "again", as: "ines").contains("already"))
        #expect(try !office.assay("show", id, as: "ruth").output.contains(0x1B))
        let policy = try office.scratch.write("open.yaml", "format: assay/policy@1\nscoring: {blind: false}\n")
        _ = try office.data("import", policy, as: "pat")
        try office.refused("leak", id, "--reason", reason, as: "jody")
    }

    /// The console's own key, and the store behind it.
    @Test func byKeyInTheReview() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.type("L", until: "What gives the earner away:")
        try console.type("Her name<Esc>", until: "No leak was reported.")
        try console.type("L", until: "What gives the earner away:")
        try console.type("Page two.<Enter>", until: "The leak is reported; the coordinators see it.")
        #expect(console.screen.row(0).contains("leak reported"))
        #expect(try office.data("show", id, as: "ruth")["leaks"].list.map { $0["reason"] } == ["Page two."])
        #expect(try console.leave() == .status(0))
        let again = try office.console(as: "ines")
        try again.open(id)
        #expect(again.screen.row(0).contains("leak reported"))
        #expect(try again.leave() == .status(0))
    }
}
