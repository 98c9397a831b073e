import Foundation
import Support
import Testing

/// From two readers who disagree to a letter.
@Suite struct AdjudicateTests {
    let id = "ehc-2026-000101"

    /// ines gives every criterion its required level, tomas the first two their lowest.
    private func disputed() throws -> (office: Office, required: [String], disputed: [String]) {
        let office = try Office(.twoReaders)
        let shown = try office.data("show", id, as: "ruth")
        let required = shown.assignments()
        let mixed = Array(shown.assignments(lowest: true).prefix(2) + required.dropFirst(2))
        for (who, levels) in [("ines", required), ("tomas", mixed)] {
            let answer = try office.assay(["score", id, "--submit"] + levels, as: who)
            #expect(answer.status == 0, "\(answer)")
        }
        return (office, required, required.prefix(2).map { String($0.prefix { $0 != "=" }) })
    }

    private func adjudicate(_ office: Office, _ levels: [String], as who: String, reason: String = "It is in the plan.")
        throws -> Program.Answer
    {
        try office.assay(["adjudicate", id] + levels + ["--reason", reason, "--json"], as: who)
    }

    @Test func fromADisputeToALetter() throws {
        let (office, required, disputed) = try disputed()
        let wanted = Tree.array(disputed.map(Tree.string))
        // Who may settle it sees what it is about, and not whose work it is.
        let before = try office.data("show", id, as: "jody")
        #expect(before["state"] == "adjudication" && before["earner"] == nil)
        #expect(before["disputed"] == wanted && before["adjudication"] == nil && before["scorecards"].list.count == 2)
        let text = try office.assay("show", id, as: "jody").text
        #expect(text.contains("IN DISPUTE") && text.contains("not settled"))

        let answer = try adjudicate(office, Array(required.prefix(2)), as: "jody")
        #expect(answer.status == 0, "\(answer)")
        let made = try Tree(answer.output)
        #expect(made["id"] == .string(id) && made["state"] == "ready")
        for who in ["jody", "ines", "tomas", "ruth", "olu"] {
            let shown = try office.data("show", id, as: who)
            #expect(shown["adjudication"] == made["adjudication"] && shown["disputed"] == wanted, "\(who)")
            #expect(shown["scorecards"] == before["scorecards"], "\(who)")
        }
        #expect(made["adjudication"].keys == ["by", "at", "reason", "scores"])
        #expect(made["adjudication"]["scores"].list.map { $0["criterion"] } == disputed.map(Tree.string))
        #expect(try office.assay("show", id, as: "olu").text.contains("ADJUDICATION by jody"))

        _ = try office.data("batch", "new", "one", as: "ruth")
        let plan = try office.assay("screen", "batch", "--keys", "<Enter>", "--size", "120x30", as: "ruth").text
        #expect(plan.contains(" adj "), "\(plan)")
        #expect(try office.data("batch", "sign", "one", as: "olu")["signed"] == 1)
        _ = try office.data("outbox", "export", office.scratch.path + "/out", as: "ruth")
        let letter = try office.scratch.read("out/letter-\(id).md")
        #expect(!letter.contains("needed:") && letter.contains("**Awarded**"), "\(letter)")
        for name in ["jody", "Kestrelle", "ines", "tomas", "It is in the plan."] {
            #expect(!letter.contains(name), "\(name) in \(letter)")
        }
        let events = try office.data("log", "--submission", id, as: "pat")["events"].list.compactMap { $0["what"].text }
        #expect(events.suffix(3) == ["adjudicate", "decide", "export-letter"])
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)
        #expect(try office.assay("doctor", as: "pat").status == 0)
    }

    @Test func aSettledLowerLevelIsNoAward() throws {
        let (office, required, disputed) = try disputed()
        let low = try office.data("show", id, as: "ruth").assignments(lowest: true)
        #expect(try adjudicate(office, [low[0], required[1]], as: "olu").status == 0)
        #expect(try office.refused("decide", id, "award", "--reason", "r", as: "olu").contains("says not yet"))
        _ = try office.data("decide", id, "return", "--reason", "See the first check.", as: "olu")
        _ = try office.data("outbox", "export", office.scratch.path + "/out", as: "ruth")
        let letter = try office.scratch.read("out/letter-\(id).md")
        #expect(letter.components(separatedBy: "(needed:").count == 2, "one criterion of \(disputed): \(letter)")
    }

    @Test func eachRefusalIsOneSentenceAndChangesNothing() throws {
        let (office, required, disputed) = try disputed()
        let both = Array(required.prefix(2))
        func refused(
            _ levels: [String], as who: String = "jody", reason: String = "r", status: Int32 = 1, _ part: String
        )
            throws
        {
            let answer = try adjudicate(office, levels, as: who, reason: reason)
            #expect(answer.status == status && answer.output.isEmpty, "\(answer)")
            #expect(answer.messages.contains(part), "\(answer)")
        }
        try refused(Array(both.prefix(1)), "no level is given for \(disputed[1])")
        try refused(Array(required.prefix(3)), "The readers agree on")
        try refused(["nope=x"] + both, "no criterion nope")
        try refused([both[0], "\(disputed[1])=nope"], "no level nope")
        try refused(both + both.prefix(1), "\(disputed[0]) is given more than one level")
        try refused(both, reason: "  ", "needs a reason")
        for who in ["ines", "tomas"] { try refused(both, as: who, "one of the readers") }
        for who in ["ruth", "pat", "stranger"] { try refused(both, as: who, status: 77, "that needs the role") }
        #expect(try office.assay("adjudicate", id, "--reason", "r", as: "jody").status == 64)
        #expect(try office.assay(["adjudicate", id] + both, as: "jody").status == 64)
        try office.refused("adjudicate", "ehc-2026-000102", both[0], "--reason", "r", as: "jody")
        #expect(try office.data("show", id, as: "ruth")["state"] == "adjudication")
        // Once and no more.
        #expect(try adjudicate(office, both, as: "jody").status == 0)
        try refused(both, as: "olu", "is ready")
    }

    /// Sealed and not yet read by the one who looks: nothing of what others said.
    @Test func aThirdReaderSeesNothingBeforeTheirOwnReadIsIn() throws {
        let office = try Office(.twoReaders)
        let levels = try office.data("show", id, as: "ruth").assignments()
        #expect(try office.assay(["score", id, "--submit"] + levels, as: "ines").status == 0)
        for who in ["jody", "olu", "ruth"] {
            let shown = try office.data("show", id, as: who)
            #expect(shown["disputed"] == [] && shown["adjudication"] == nil && shown["scorecards"] == [])
        }
        try office.refused("adjudicate", id, levels[0], "--reason", "r", as: "jody")
    }
}
