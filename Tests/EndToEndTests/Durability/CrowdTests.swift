import Support
import Testing

/// Several processes at once is the normal case: nobody is told that the store is locked, and nothing is lost.
@Suite struct CrowdTests {
    @Test func importingWhileOthersJudge() throws {
        let office = try Office(.staffed)
        let people = try office.manyAssessors(6)
        let papers = (0..<1500).map { Papers.submission("eec-\($0)") }
        let file = try office.scratch.write("in.jsonl", Papers.lines(papers))
        let intake = try office.start(["import", file, "--json"], as: "ruth")
        var answers: [Program.Answer] = []
        for round in 0..<3 {
            let runs =
                try people.map { try office.start(["claim", "--next", "--json"], as: $0) }
                + [
                    office.start(["queue", "--json"], as: "ruth"),
                    office.start(["log", "--verify", "--json"], as: "pat"),
                ]
            answers += try runs.map { try $0.wait() }
            _ = round
        }
        answers.append(try intake.wait())
        for answer in answers {
            #expect(answer.status == 0, "\(answer)")
            #expect(!answer.messages.lowercased().contains("lock") && !answer.messages.lowercased().contains("busy"))
        }
        let claimed = try office.data("queue", "--state", "claimed", as: "ruth")["total"].int ?? 0
        #expect(claimed == 18)
        #expect(try office.data("queue", as: "ruth")["total"].int == 1533 - claimed)
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)
        #expect(try office.assay("doctor", as: "pat").status == 0)
    }

    @Test func twoImportsOfTheSameAtOnce() throws {
        let office = try Office(.staffed)
        let file = try office.scratch.write("in.jsonl", Papers.lines((0..<300).map { Papers.submission("eec-\($0)") }))
        let runs = try (0..<3).map { _ in try office.start(["import", file, "--json"], as: "ruth") }
        let reports = try runs.map { run in
            let answer = try run.wait()
            #expect(answer.status == 0, "\(answer)")
            return try Tree(answer.output)
        }
        #expect(reports.reduce(0) { $0 + ($1["imported"].int ?? 0) } == 300)
        #expect(reports.allSatisfy { ($0["imported"].int ?? 0) + ($0["unchanged"].int ?? 0) == 300 })
        #expect(try office.data("queue", as: "ruth")["total"] == 333)
    }

    @Test func onlyOneOfManyMakesTheStore() throws {
        let office = try Office(.bare)
        let runs = try (0..<6).map { try office.start(["init"], as: "p\($0)") }
        let answers = try runs.map { try $0.wait() }
        #expect(answers.count { $0.status == 0 } == 1 && answers.count { $0.status == 1 } == 5, "\(answers)")
        let winner = "p\(answers.firstIndex { $0.status == 0 } ?? 9)"
        let people = try office.data("people", as: winner)["people"].list
        #expect(people.map { $0["id"] } == [.string(winner)])
    }
}
