import Screen
import Support
import Testing

/// From the queue to a recorded judgement, by keys alone.
@Suite struct MainJobTests {
    static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]
    let id = "ehc-2026-000101"

    @Test(arguments: sizes)
    func aSubmissionIsReadScoredAndSubmitted(size: Size) throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines", size: size)
        try console.open(id)
        let claimed = try office.data("show", id, as: "ruth")
        #expect(claimed["claimedBy"] == "ines" && claimed["state"] == "claimed")

        // Reading: scroll both panes, and go through the evidence.
        try console.type("<PgDn><Tab><PgDn><Tab><Tab>]")
        try console.wait("the second item") { $0.contains("EVIDENCE 2/3") }
        try console.type("[")
        try console.wait("the first item") { $0.contains("EVIDENCE 1/3") }

        // Scoring, and taking it back.
        try console.type("1", until: "no level -> Not Passing   saved")
        try console.type("2", until: "Not Passing -> Passing   saved")
        try console.type("u", until: "Taken back")
        #expect(try card(office)["scores"][0]["level"] == "not-passing")
        try console.type("<C-r>", until: "Made again")
        #expect(try card(office)["scores"][0]["level"] == "passing")

        // A comment: typed, pasted, not in ASCII.
        try console.type("c")
        try console.wait("the editor") { $0.row(size.rows - 1).contains("Esc done") }
        try console.type("Añadid los números: ")
        try console.paste("“zwölf”\nund 数字 – fünf")
        try console.type("<Enter>Genau.<Esc>", until: "words   saved")
        let comment = "Añadid los números: “zwölf”\nund 数字 – fünf\nGenau."
        #expect(try card(office)["scores"][0]["comment"] == .string(comment))

        // Citing lines of the evidence.
        try console.type("v")
        try console.wait("marking") { $0.row(size.rows - 1).contains("Enter cite") }
        try console.type("jj<Enter>", until: "cited   saved")
        let citation = try card(office)["scores"][0]["citations"][0]
        #expect(citation["evidence"] == "e1" && citation["from"].int ?? 0 >= 1)
        #expect((citation["to"].int ?? 0) > (citation["from"].int ?? 0))

        // The others, then submit.
        for _ in 0..<4 { try console.type("J3", until: "saved"); try console.settle() }
        try finish(console, office)
    }

    private func finish(_ console: PtyProcess, _ office: Office) throws {
        // The last criterion has two levels only.
        try console.type("2", until: "saved")
        try console.type("S")
        try console.wait("the question") { $0.contains("Submit this scorecard?") && $0.contains("meets") }
        for title in ["The class", "Rows are read", "The reflection"] { #expect(console.screen.contains(title)) }
        try console.type("<Esc>", until: "Not submitted.")
        #expect(try card(office)["state"] == "draft")
        try console.type("S")
        try console.wait("the question") { $0.contains("Submit this scorecard?") }
        try console.type("<Enter>", until: "y submits it")
        #expect(try card(office)["state"] == "draft")
        try console.type("y")
        try console.wait("the queue, and what has happened") {
            $0.contains("Submitted \(id): meets") && $0.row(0).contains("pending")
        }
        let shown = try office.data("show", id, as: "ruth")
        #expect(shown["state"] == "ready" && shown["claimedBy"] == nil)
        #expect(shown["scorecards"][0]["state"] == "submitted" && shown["scorecards"][0]["outcome"] == "meets")
        #expect(shown["scorecards"][0]["scores"].list.count == 5)
        try console.type("q")
        #expect(try console.waitForExit() == .status(0))
        #expect(console.isCooked && console.screen.isGivenBack)
        #expect(console.screen.unknown == [], "sequences the emulator does not know")
    }

    private func card(_ office: Office) throws -> Tree { try office.data("show", id, as: "ines")["scorecards"][0] }

    @Test func lookingDoesNotClaimAndCannotScore() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.waitForQueue()
        try console.type("/\(id)<Enter>")
        try console.wait("the row") { $0.contains("1-1/1") }
        try console.type("o")
        try console.wait("the review") { $0.row(0).contains("reading only") }
        #expect(console.screen.contains("No scorecard is submitted yet."))
        try console.type("1", until: "only reading")
        try console.type("c", until: "only reading")
        #expect(try console.leave() == .status(0))
        let shown = try office.data("show", id, as: "ines")
        #expect(shown["claimedBy"] == nil && shown["scorecards"] == [])
    }

    @Test func theNextDueIsOneKeyAway() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "jody")
        try console.waitForQueue()
        try console.type("n")
        try console.waitForReview()
        let claimed = try office.data("queue", "--state", "claimed", as: "ruth")["rows"].list
        #expect(claimed.count == 1 && claimed[0]["claimedBy"] == "jody")
        #expect(try console.leave() == .status(0))
    }

    @Test func releasedWorkGoesBackAndKeepsItsDraft() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.open(id)
        try console.type("2", until: "saved")
        try console.type("R")
        try console.wait("the question") { $0.row(23).contains("give the claim back") }
        try console.type("<Enter>")
        try console.wait("the queue") { $0.contains("Released \(id)") }
        try console.type("q")
        #expect(try console.waitForExit() == .status(0))
        let shown = try office.data("show", id, as: "ines")
        #expect(shown["state"] == "pending" && shown["scorecards"][0]["scores"].list.count == 1)
    }
}
