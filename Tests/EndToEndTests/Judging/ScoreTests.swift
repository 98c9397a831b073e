import Support
import Testing

@Suite struct ScoreTests {
    let id = "ehc-2026-000101"

    private func levels(_ office: Office, lowest: Bool = false) throws -> [String] {
        try office.data("show", id, as: "ruth").assignments(lowest: lowest)
    }

    @Test func onUnclaimedWorkClaimsItFirst() throws {
        let office = try Office(.staffed)
        let level = try levels(office)[0]
        _ = try office.data("score", id, level, as: "ines")
        #expect(try office.data("show", id, as: "ruth")["claimedBy"] == "ines")
        let message = try office.refused("score", id, level, as: "tomas")
        #expect(message.contains("ines"))
    }

    @Test func laterScoresJoinEarlierOnes() throws {
        let office = try Office(.staffed)
        let all = try levels(office)
        let names = all.map { String($0.prefix { $0 != "=" }) }
        let one = try office.data("score", id, all[1], "--comment", "\(names[1])=One", as: "ines")
        let two = try office.data(
            "score", id, all[0], "--cite", "\(names[0])=e1:1-2", "--cite", "\(names[0])=overview:3", as: "ines")
        #expect((two["version"].int ?? 0) > (one["version"].int ?? 0))
        #expect(two["scores"].list.map { $0["criterion"].text ?? "" } == [names[0], names[1]])
        #expect(two["scores"][1] == one["scores"][0])
        #expect(two["scores"][0]["citations"].list.count == 2)
        #expect(two["scores"][0]["citations"][1] == ["evidence": "overview", "from": 3, "to": 3])
        // A comment alone, then taken away.
        let three = try office.data("score", id, "--comment", "\(names[2])=Only words", as: "ines")
        #expect(three["scores"][2]["level"] == nil && three["scores"][2]["comment"] == "Only words")
        let four = try office.data("score", id, "--comment", "\(names[2])=", as: "ines")
        #expect(four["scores"].list.count == 2)
    }

    @Test func allOfItOrNothing() throws {
        let office = try Office(.staffed)
        let all = try levels(office)
        let name = String(all[0].prefix { $0 != "=" })
        let before = try office.data("score", id, all[0], as: "ines")
        for bad in [
            [all[1], "nonsense=x"], [all[1], "\(name)=nonsense"], [all[1], "--comment", "nonsense=x"],
            [all[1], "--cite", "\(name)=no-such:1-2"], [all[1], "--cite", "\(name)=reflection:1-99999"],
            [all[1], "--submit"],
            [all[1], "--base-version", "0"], [all[1], "--base-version", "99"],
        ] {
            let answer = try office.assay(["score", id] + bad, as: "ines")
            #expect(answer.status == 1, "\(answer)")
            #expect(try office.data("show", id, as: "ines")["scorecards"] == [before], "\(bad)")
        }
    }

    @Test func aRefusalNamesWhatIsAllowed() throws {
        let office = try Office(.staffed)
        let all = try levels(office)
        let name = String(all[0].prefix { $0 != "=" })
        #expect(try office.refused("score", id, "nonsense=x", as: "ines").contains(name))
        #expect(try office.refused("score", id, "\(name)=nonsense", as: "ines").contains("passing"))
        let open = try office.refused("score", id, all[0], "--submit", as: "ines")
        #expect(all.dropFirst().allSatisfy { open.contains($0.prefix { $0 != "=" }) }, "\(open)")
    }

    @Test func aStaleBaseIsRefused() throws {
        let office = try Office(.staffed)
        let all = try levels(office)
        let first = try office.data("score", id, all[0], as: "ines")
        let version = try #require(first["version"].int)
        let second = try office.data("score", id, all[1], "--base-version", "\(version)", as: "ines")
        try office.refused("score", id, all[2], "--base-version", "\(version)", as: "ines")
        try office.refused(
            "score", id, "--comment", "\(all[0].prefix { $0 != "=" })=x", "--base-version", "\(version)", "--json",
            as: "ines")
        #expect(try office.data("show", id, as: "ines")["scorecards"] == [second])
        // The first card of all is written over version 0.
        let other = "ehc-2026-000102"
        let level = try office.data("show", other, as: "ruth").assignments()[0]
        _ = try office.data("score", other, level, "--base-version", "0", as: "tomas")
    }

    @Test func submittedCardsAreSealedAndDoNotChange() throws {
        let office = try Office(.staffed)
        let all = try levels(office)
        let answer = try office.assay(["score", id, "--submit", "--json"] + all, as: "ines")
        #expect(answer.status == 0, "\(answer)")
        let card = try Tree(answer.output)
        #expect(card["state"] == "submitted" && card["outcome"] == "meets")
        let shown = try office.data("show", id, as: "ruth")
        #expect(shown["state"] == "ready" && shown["claimedBy"] == nil)
        #expect(shown["scorecards"] == [card])
        try office.refused("score", id, all[0], as: "ines")
        try office.refused("score", id, "--submit", as: "ines")
        try office.refused("score", id, all[0], as: "tomas")
        try office.refused("claim", id, as: "ines")
        try office.refused("claim", id, as: "tomas")
        try office.refused("release", id, as: "ines")
        #expect(try office.data("show", id, as: "ruth") == shown)
    }

    @Test func oneCriterionBelowIsNotYet() throws {
        let office = try Office(.staffed)
        var mixed = try levels(office)
        mixed[2] = try levels(office, lowest: true)[2]
        let answer = try office.assay(["score", id, "--submit", "--json"] + mixed, as: "ines")
        #expect(try Tree(answer.output)["outcome"] == "not-yet", "\(answer)")
    }

    @Test func aDraftSurvivesGivingTheClaimBack() throws {
        let office = try Office(.staffed)
        let all = try levels(office)
        let card = try office.data("score", id, all[0], "--comment", "\(all[0].prefix { $0 != "=" })=Mine", as: "ines")
        #expect(try office.assay("release", id, as: "ines").status == 0)
        #expect(try office.data("show", id, as: "ines")["scorecards"] == [card])
        #expect(try office.data("show", id, as: "ruth")["scorecards"] == [], "a draft is seen by nobody else")
        _ = try office.data("claim", id, as: "tomas")
        try office.refused("score", id, all[1], as: "ines")
    }

    /// Twelve processes of one person, all from the same version: one of them wins.
    @Test func aRaceOnOneVersionHasOneWinner() throws {
        let office = try Office(.staffed)
        let all = try levels(office)
        let base = try #require(try office.data("score", id, all[0], as: "ines")["version"].int)
        let names = all.map { String($0.prefix { $0 != "=" }) }
        let runs = try (0..<8).map {
            try office.start(
                ["score", id, "--comment", "\(names[1])=writer \($0)", "--base-version", "\(base)", "--json"],
                as: "ines")
        }
        let answers = try runs.map { try $0.wait() }
        let won = answers.filter { $0.status == 0 }
        #expect(won.count == 1, "\(answers)")
        #expect(answers.allSatisfy { [0, 1].contains($0.status) })
        let stored = try office.data("show", id, as: "ines")["scorecards"][0]
        #expect(try won.first.map { try Tree($0.output) } == stored)
    }
}
