import Foundation
import Support
import Testing

@Suite struct ClaimTests {
    let id = "ehc-2026-000101"

    @Test func takenRenewedAndGivenBack() throws {
        let office = try Office(.staffed)
        let first = try office.data("claim", id, as: "ines")
        let shown = try office.data("show", id, as: "ruth")
        #expect(shown["state"] == "claimed" && shown["claimedBy"] == "ines")
        let again = try office.data("claim", id, as: "ines")
        #expect(again["claimedBy"] == "ines")
        #expect((again["expiresAt"].text ?? "") >= (first["expiresAt"].text ?? "~"))

        let message = try office.refused("claim", id, as: "tomas")
        #expect(message.contains("ines"))
        try office.refused("release", id, as: "tomas")
        let stored = try office.data("show", id, as: "ruth")
        #expect(stored["claimedBy"] == "ines")

        let released = try office.assay("release", id, as: "ines")
        #expect(released.status == 0, "\(released)")
        let after = try office.data("show", id, as: "ruth")
        #expect(after["state"] == "pending" && after["claimedBy"] == nil)
        #expect(try office.data("claim", id, as: "tomas")["claimedBy"] == "tomas")
    }

    @Test func aLeaseLastsAsLongAsThePolicySays() throws {
        let office = try Office(.staffed)
        let policy = try office.scratch.write("policy.yaml", "format: assay/policy@1\nclaim: {leaseMinutes: 5}\n")
        _ = try office.data("import", policy, as: "pat")
        let before = Date()
        let claim = try office.data("claim", id, as: "ines")
        let expires = try #require(ISO8601DateFormatter().date(from: claim["expiresAt"].text ?? ""))
        let lease = expires.timeIntervalSince(before)
        #expect((298...330).contains(lease), "\(lease) seconds")
    }

    @Test func aLapsedClaimIsNoClaim() throws {
        let office = try Office(.staffed)
        _ = try office.data("claim", id, as: "ines")
        let columns = try office.sqlite("SELECT name FROM pragma_table_info('claim')")
        try #require(columns.contains("expires"), "\(columns)")
        let column = columns.split(separator: "\n").first { $0.hasPrefix("expires") } ?? ""
        try office.sqlite("UPDATE claim SET \(column) = \(column) - 100000")
        let shown = try office.data("show", id, as: "ruth")
        #expect(shown["state"] == "pending" && shown["claimedBy"] == nil, "\(shown["state"]) \(shown["claimedBy"])")
        #expect(try office.data("queue", as: "ruth")["total"] == 33)
        try office.refused("release", id, as: "ines")
        #expect(try office.data("claim", id, as: "tomas")["claimedBy"] == "tomas")
    }

    @Test func nextIsTheNearestDueThatOneMayJudge() throws {
        let office = try Office(.staffed)
        let rows = try office.data("queue", "--limit", "100", as: "ruth")["rows"].list
        // ines serves three districts; jody may not judge Duskridge; tomas not one earner.
        for (person, mayJudge) in [
            ("ines", { (row: Tree) in ["Alder Fork", "Bramble County", "Elkhollow"].contains(row["district"].text) }),
            ("jody", { (row: Tree) in row["district"] != "Duskridge" }),
        ] {
            let claim = try office.data("claim", "--next", as: person)
            let expected = rows.first { mayJudge($0) && $0["id"] != claim["taken"] }
            #expect(claim["id"] == expected?["id"], "\(person)")
            #expect(try office.assay("release", claim["id"].text ?? "", as: person).status == 0)
        }
    }

    @Test func conflictsOfInterestAreRefused() throws {
        let office = try Office(.staffed)
        let rows = try office.data("queue", "--district", "Duskridge", as: "ruth")["rows"].list
        let id = try #require(rows.first?["id"].text)
        try office.refused("claim", id, as: "jody")
        try office.refused("score", id, "a=b", as: "jody")
        #expect(try office.data("show", id, as: "ruth")["claimedBy"] == nil)
        // Outside the districts she serves, ines may still take one by name.
        #expect(try office.data("claim", id, as: "ines")["claimedBy"] == "ines")
    }

    @Test func nothingToClaim() throws {
        let office = try Office(.bare)
        #expect(try office.assay("init", as: "pat").status == 0)
        try office.refused("claim", "--next", as: "pat")
    }

    /// Eight processes, one submission: one of them gets it.
    @Test func aRaceForOneHasOneWinner() throws {
        let office = try Office(.staffed)
        let people = try office.manyAssessors(8)
        for round in 0..<3 {
            let id = "ehc-2026-00010\(round + 1)"
            let runs = try people.map { try office.start(["claim", id, "--json"], as: $0) }
            let answers = try runs.map { try $0.wait() }
            let winners = answers.indices.filter { answers[$0].status == 0 }
            #expect(winners.count == 1, "\(answers.map(\.description).joined(separator: "\n"))")
            #expect(answers.allSatisfy { [0, 1].contains($0.status) }, "\(answers.map(\.messages))")
            #expect(answers.allSatisfy { !$0.messages.contains("locked") })
            let holder = try office.data("show", id, as: "ruth")["claimedBy"]
            #expect(winners.first.map { Tree.string(people[$0]) } == holder)
        }
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)
    }

    /// Eight processes ask for the next: each gets another one.
    @Test func aRaceForTheNextGivesEachAnother() throws {
        let office = try Office(.staffed)
        let people = try office.manyAssessors(8)
        let runs = try people.map { try office.start(["claim", "--next", "--json"], as: $0) }
        let answers = try runs.map { try $0.wait() }
        #expect(answers.allSatisfy { $0.status == 0 }, "\(answers.map(\.messages))")
        let ids = Set(answers.compactMap { try? Tree($0.output)["id"].text })
        #expect(ids.count == 8)
        let rows = try office.data("queue", "--state", "claimed", as: "ruth")["rows"].list
        #expect(Set(rows.compactMap { $0["id"].text }) == ids)
        #expect(Set(rows.compactMap { $0["claimedBy"].text }) == Set(people))
        #expect(try office.data("queue", as: "ruth")["total"] == 25)
    }
}

extension Office {
    /// Assessors `a1` to `an`, imported beside the others.
    func manyAssessors(_ count: Int) throws -> [String] {
        let people = (1...count).map { "a\($0)" }
        let lines = people.map { "  - {id: \($0), name: Assessor \($0), roles: [assessor]}\n" }.joined()
        let all = try String(contentsOfFile: Program.sampleData + "/people.yaml", encoding: .utf8)
        let file = try scratch.write("more-people.yaml", all + lines)
        _ = try data("import", file, as: "pat")
        return people
    }
}
