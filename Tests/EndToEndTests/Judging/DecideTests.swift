import Foundation
import Support
import Testing

@Suite struct DecideTests {
    let id = "ehc-2026-000101"

    private func scored(meets: Bool, by person: String = "ines") throws -> Office {
        let office = try Office(.staffed)
        let levels = try office.data("show", id, as: "ruth").assignments(lowest: !meets)
        let answer = try office.assay(["score", id, "--submit"] + levels, as: person)
        #expect(answer.status == 0, "\(answer)")
        return office
    }

    @Test func anAwardNeedsAScorecardThatMeets() throws {
        let office = try scored(meets: false)
        try office.refused("decide", id, "award", "--reason", "Because.", as: "olu")
        #expect(try office.data("show", id, as: "ruth")["state"] == "ready")
        let made = try office.data("decide", id, "return", "--reason", "Look at the second check again.", as: "olu")
        #expect(made["state"] == "returned")
        let shown = try office.data("show", id, as: "ruth")
        #expect(shown["state"] == "returned" && shown["decision"]["decision"] == "return")
        #expect(shown["decision"]["reason"] == "Look at the second check again.")
    }

    @Test func oneDecisionAndNoMore() throws {
        let office = try scored(meets: true)
        _ = try office.data("decide", id, "award", "--reason", "Well done.", as: "olu")
        for kind in ["award", "return", "deny", "incomplete"] {
            try office.refused("decide", id, kind, "--reason", "Again.", as: "olu")
        }
        let shown = try office.data("show", id, as: "ruth")
        #expect(shown["state"] == "awarded" && shown["decision"]["by"] == "olu")
    }

    @Test func aReasonIsAsked() throws {
        let office = try scored(meets: true)
        for reason in ["", "   ", "\n\t"] { try office.refused("decide", id, "award", "--reason", reason, as: "olu") }
        #expect(try office.assay("decide", id, "award", as: "olu").status == 64)
        #expect(try office.data("show", id, as: "ruth")["decision"] == nil)
    }

    @Test func whoScoredDoesNotDecide() throws {
        let office = try Office(.staffed)
        let all = try String(contentsOfFile: Program.sampleData + "/people.yaml", encoding: .utf8)
        let both = try office.scratch.write(
            "people.yaml", all + "  - {id: both, name: Both, roles: [assessor, approver]}\n")
        _ = try office.data("import", both, as: "pat")
        let levels = try office.data("show", id, as: "ruth").assignments()
        #expect(try office.assay(["score", id, "--submit"] + levels, as: "both").status == 0)
        for kind in ["award", "return", "deny"] {
            try office.refused("decide", id, kind, "--reason", "Mine.", as: "both")
        }
        _ = try office.data("decide", id, "award", "--reason", "Hers.", as: "olu")
    }

    @Test func thePolicyMayAllowIt() throws {
        let office = try Office(.staffed)
        let all = try String(contentsOfFile: Program.sampleData + "/people.yaml", encoding: .utf8)
        let both = try office.scratch.write(
            "people.yaml", all + "  - {id: both, name: Both, roles: [assessor, approver]}\n")
        let policy = try office.scratch.write(
            "policy.yaml", "format: assay/policy@1\napproval: {notByAssessor: false}\n")
        _ = try office.data("import", both, policy, as: "pat")
        let levels = try office.data("show", id, as: "ruth").assignments()
        #expect(try office.assay(["score", id, "--submit"] + levels, as: "both").status == 0)
        _ = try office.data("decide", id, "award", "--reason", "Mine.", as: "both")
    }

    @Test func byRole() throws {
        let office = try scored(meets: true)
        let open = "ehc-2026-000108"
        // Who may not at all.
        for person in ["ines", "pat", "stranger"] {
            for kind in ["award", "return", "deny", "incomplete"] {
                try office.refused("decide", id, kind, "--reason", "r", as: person, status: 77)
            }
        }
        // A coordinator: incomplete and nothing else.
        for kind in ["award", "return", "deny"] {
            try office.refused("decide", id, kind, "--reason", "r", as: "ruth", status: 77)
        }
        #expect(
            try office.data("decide", open, "incomplete", "--reason", "No work.", as: "ruth")["state"] == "incomplete")
        // An approver: not before it is scored, unless for integrity or because it is not complete.
        let third = "ehc-2026-000102"
        try office.refused("decide", third, "award", "--reason", "r", as: "olu")
        try office.refused("decide", third, "return", "--reason", "r", as: "olu")
        #expect(try office.data("decide", third, "deny", "--reason", "Copied.", as: "olu")["state"] == "denied")
        #expect(
            try office.data("decide", "ehc-2026-000103", "incomplete", "--reason", "r", as: "olu")["state"]
                == "incomplete")
        // Out of the queue, and closed to claims.
        try office.refused("claim", third, as: "ines")
        #expect(try office.data("queue", "--limit", "100", as: "ruth")["total"] == 29)
    }

    @Test func aDecisionEndsAClaim() throws {
        let office = try Office(.staffed)
        let level = try office.data("show", id, as: "ruth").assignments()[0]
        _ = try office.data("score", id, level, as: "ines")
        _ = try office.data("decide", id, "deny", "--reason", "Copied.", as: "olu")
        let shown = try office.data("show", id, as: "ruth")
        #expect(shown["state"] == "denied" && shown["claimedBy"] == nil)
        try office.refused("score", id, level, as: "ines")
    }
}
