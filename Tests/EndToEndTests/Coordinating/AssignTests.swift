import Support
import Testing

@Suite struct AssignTests {
    @Test func planCarryOutAndTakeBack() throws {
        let office = try Office(.staffed)
        let plan = try office.data("assign", "--auto", "--dry-run", "--limit", "9", as: "ruth")
        #expect(plan["assigned"].list.count == 9 && plan["dryRun"] == true)
        let done = try office.data("assign", "--auto", "--limit", "9", as: "ruth")
        #expect(done["assigned"] == plan["assigned"] && done["loads"] == plan["loads"])
        #expect(done["loads"].list.isEmpty)
        let first = done["assigned"][0]
        let (id, person) = (first["id"].text ?? "", first["assessor"].text ?? "")
        let other = person == "tomas" ? "jody" : "tomas"
        #expect(try office.data("show", id, as: "ruth")["assignedTo"].text == person)
        #expect(try office.assay("queue", as: "ruth").text.contains("for \(person)"))
        let message = try office.refused("claim", id, as: other)
        #expect(message.contains("assigned to somebody else") && !message.contains(person))
        #expect(try office.data("claim", "--next", as: person)["id"].text == id)
        #expect(try office.data("assign", "--undo", as: "ruth")["undone"].list.count == 9)
        try office.refused("assign", "--undo", as: "ruth")
        let events = try office.data("log", as: "pat")["events"].list
        #expect(events.count { $0["what"] == "assign" } == 9 && events.count { $0["what"] == "unassign" } == 9)
    }

    @Test(arguments: [
        ["assign", "ehc-2026-000101", "ines"], ["assign", "--auto"], ["assign", "--auto", "--dry-run"],
        ["assign", "--undo"], ["report", "out"], ["outbox", "export", "out"],
    ])
    func othersMayNot(arguments: [String]) throws {
        let office = try Office(.staffed)
        for person in ["ines", "olu", "pat", "nobody"] {
            let answer = try office.assay(arguments, as: person)
            #expect(answer.status == 77, "\(answer)")
            #expect(answer.output.isEmpty)
        }
    }

    @Test(arguments: [
        ["assign"], ["assign", "x"], ["assign", "x", "y", "--auto"], ["assign", "--auto", "--undo"],
        ["assign", "--dry-run"], ["assign", "--auto", "--limit", "0"], ["assign", "--auto", "--days", "0"],
        ["outbox"], ["outbox", "export"], ["report"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let answer = try Office(.staffed).assay(arguments, as: "ruth")
        #expect(answer.status == 64 || (arguments == ["outbox"] && answer.status == 0), "\(answer)")
    }
}
