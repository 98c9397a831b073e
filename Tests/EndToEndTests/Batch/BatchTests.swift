import Support
import Testing

@Suite struct BatchTests {
    @Test func aSittingFromNewToSigned() throws {
        let office = try Office(.staffed)
        let ids = try office.ready(4)
        try office.score(["ehc-2026-000101"], as: "jody", lowest: true)
        let made = try office.data("batch", "new", "october", as: "ruth")
        #expect(made["items"] == 5 && made["madeBy"] == "ruth")
        _ = try office.data("batch", "hold", "october", ids[1], "--reason", "Ask Ines.", as: "ruth")
        let plan = try office.data("batch", "plan", "october", as: "ruth")
        #expect(plan["name"] == "october" && plan["signed"] == false)
        #expect(Set(plan["willSign"].list.compactMap(\.text)) == [ids[0], ids[2], ids[3]])
        #expect(plan["held"] == [["id": .string(ids[1]), "reason": "Ask Ines."]])
        #expect(plan["refused"] == [["id": "ehc-2026-000101", "reason": "its scorecard says not yet"]])
        // Nothing has changed before it is signed.
        #expect(try office.data("show", ids[0], as: "ruth")["state"] == "ready")
        let signed = try office.data("batch", "sign", "october", as: "olu")
        #expect(signed["signed"] == 3 && signed["held"] == 1)
        #expect(signed["refused"] == plan["refused"])
        let shown = try office.data("show", ids[0], as: "ruth")
        #expect(shown["state"] == "awarded" && shown["decision"]["by"] == "olu")
        let after = try office.data("batch", "plan", "october", as: "olu")
        #expect(after["signed"] == true && after["willSign"] == [])
        #expect(try office.data("batch", "sign", "october", as: "olu")["signed"] == 0)
        // Held no more, it is signed by the next sitting.
        _ = try office.data("batch", "unhold", "october", ids[1], as: "ruth")
        #expect(try office.data("batch", "sign", "october", as: "olu")["signed"] == 1)
        let list = try office.data("batch", "list", as: "olu")["sessions"]
        #expect(list[0]["name"] == "october" && list[0]["signedCount"] == 4 && list[0]["held"] == 0)
        try office.refused("undecide", ids[0], "--reason", "Too late.", as: "olu")
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)
        #expect(try office.assay("doctor", as: "pat").status == 0)
    }

    @Test(arguments: ["ines", "pat"]) func whoMayNotEvenLook(person: String) throws {
        let office = try Office(.staffed)
        let ids = try office.ready(1)
        _ = try office.data("batch", "new", "one", as: "ruth")
        for words in [
            ["new", "two"], ["list"], ["plan", "one"], ["plan", "one", "--refresh"],
            ["hold", "one", ids[0], "--reason", "x"], ["unhold", "one", ids[0]], ["sign", "one"],
        ] {
            let answer = try office.assay(["batch"] + words, as: person)
            #expect(answer.status == 77 && answer.output.isEmpty, "\(answer)")
        }
    }

    @Test func aCoordinatorPreparesAndDoesNotSign() throws {
        let office = try Office(.staffed)
        _ = try office.ready(1)
        _ = try office.data("batch", "new", "one", as: "ruth")
        try office.refused("batch", "sign", "one", as: "ruth", status: 77)
        try office.refused("batch", "plan", "two", as: "ruth")
        try office.refused("batch", "new", "one", as: "ruth")
        try office.refused("batch", "new", "two", "--district", "Nowhere", as: "ruth")
        #expect(try office.data("batch", "sign", "one", as: "olu")["signed"] == 1)
    }

    @Test func nobodySignsWhatTheyHaveScored() throws {
        let office = try Office(.staffed)
        let people = try office.scratch.write(
            "both.yaml", "format: assay/people@1\npeople: [{id: bo, name: Bo, roles: [assessor, approver]}]\n")
        _ = try office.data("import", people, as: "pat")
        let ids = try office.ready(2)
        try office.score(["ehc-2026-000101"], as: "bo")
        _ = try office.data("batch", "new", "one", as: "ruth")
        let plan = try office.data("batch", "plan", "one", as: "bo")
        #expect(plan["refused"] == [["id": "ehc-2026-000101", "reason": "you scored it"]])
        let signed = try office.data("batch", "sign", "one", as: "bo")
        #expect(signed["signed"] == .number(Double(ids.count)) && signed["refused"] == plan["refused"])
        #expect(try office.data("show", "ehc-2026-000101", as: "ruth")["state"] == "ready")
        // There is nothing left that they may sign.
        #expect(try office.data("batch", "sign", "one", as: "bo")["signed"] == 0)
        #expect(try office.data("batch", "sign", "one", as: "olu")["signed"] == 1)
    }

    @Test func aSessionOfWhichNothingCanBeSignedIsRefused() throws {
        let office = try Office(.staffed)
        try office.score(["ehc-2026-000101"], as: "jody", lowest: true)
        _ = try office.data("batch", "new", "one", as: "ruth")
        let answer = try office.assay("batch", "sign", "one", "--json", as: "olu")
        let data = try Tree(answer.output)
        #expect(answer.status == 1 && data["signed"] == 0)
        #expect(data["refused"] == [["id": "ehc-2026-000101", "reason": "its scorecard says not yet"]])
    }

    @Test func whatHasChangedSinceIsNeverSignedSilently() throws {
        let office = try Office(.staffed)
        let ids = try office.ready(3)
        _ = try office.data("batch", "new", "one", as: "ruth")
        _ = try office.data("decide", ids[0], "deny", "--reason", "Copied.", as: "olu")
        _ = try office.data("decide", ids[1], "return", "--reason", "Hm.", as: "olu")
        _ = try office.data("undecide", ids[1], "--reason", "No.", as: "olu")
        let plan = try office.data("batch", "plan", "one", as: "olu")
        #expect(
            plan["refused"] == [
                ["id": .string(ids[0]), "reason": "it is denied already"],
                ["id": .string(ids[1]), "reason": "it has changed since it was planned"],
            ])
        let signed = try office.data("batch", "sign", "one", as: "olu")
        #expect(signed["refused"] == plan["refused"] && signed["signed"] == 1)
        // Looked at again, what was returned and taken back is like any other.
        _ = try office.data("batch", "plan", "one", "--refresh", as: "ruth")
        let moved = try office.refused("batch", "sign", "one", "--base-version", "1", as: "olu")
        #expect(moved.contains("The plan of one is not what it was when you were asked; look at it again."))
        let version = try office.data("batch", "plan", "one", as: "olu")["version"]
        #expect(version == 2)
        #expect(try office.data("batch", "sign", "one", "--base-version", "2", as: "olu")["signed"] == 1)
        #expect(try office.data("show", ids[0], as: "ruth")["state"] == "denied")
    }

    @Test func aMissingSecondReadIsRefused() throws {
        let office = try Office(.staffed)
        let ids = try office.ready(1)
        _ = try office.data("batch", "new", "one", as: "ruth")
        let policy = try office.scratch.write("two.yaml", "format: assay/policy@1\nscoring: {assessors: 2}\n")
        _ = try office.data("import", policy, as: "pat")
        let plan = try office.data("batch", "plan", "one", as: "olu")
        #expect(plan["refused"] == [["id": .string(ids[0]), "reason": "its second read is missing"]])
        #expect(try office.refused("decide", ids[0], "award", "--reason", "r", as: "olu").contains("second-read"))
        // The way out: somebody reads it.
        #expect(try office.data("show", ids[0], as: "ruth")["state"] == "second-read")
        try office.score(ids, as: "tomas")
        _ = try office.data("batch", "plan", "one", "--refresh", as: "ruth")
        #expect(try office.data("batch", "sign", "one", as: "olu")["signed"] == 1)
    }

    @Test func aStuckClaimIsTakenOver() throws {
        let office = try Office(.staffed)
        let id = "ehc-2026-000101"
        _ = try office.data("claim", id, as: "ines")
        try office.refused("claim", id, "--take-over", "--reason", "x", as: "jody", status: 77)
        #expect(try office.assay("claim", id, "--take-over", as: "ruth").status == 64)
        let given = try office.data("claim", id, "--take-over", "--to", "jody", "--reason", "Ines is ill.", as: "ruth")
        #expect(given["claimedBy"] == "jody" && given["takenFrom"] == "ines")
        let freed = try office.data("claim", id, "--take-over", "--reason", "Jody too.", as: "ruth")
        #expect(freed["claimedBy"] == nil && freed["takenFrom"] == "jody")
        #expect(try office.data("show", id, as: "ruth")["state"] == "pending")
    }
}
