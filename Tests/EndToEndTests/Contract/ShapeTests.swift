import Support
import Testing

/// The JSON that scripts rely on: keys, nulls, times.
@Suite struct ShapeTests {
    static let row: Set<String> = [
        "id", "microCredential", "version", "title", "attempt", "state", "district", "submittedAt", "dueAt", "overdue",
        "claimedBy", "evidenceCount",
    ]
    static let card: Set<String> = ["submission", "assessor", "state", "version", "scores", "outcome"]

    @Test func queue() throws {
        let office = try Office(.staffed)
        let list = try office.data("queue", "--limit", "5", as: "ruth")
        #expect(list.keys == ["total", "rows", "next"])
        #expect(list["total"] == 33)
        #expect(list["rows"].list.count == 5)
        #expect(list["next"].text?.isEmpty == false)
        for row in list["rows"].list {
            #expect(row.keys.isSuperset(of: Self.row))
            #expect(row["submittedAt"].isTime && row["dueAt"].isTime)
            #expect(row["overdue"].isBool)
            #expect(row["claimedBy"] == nil)
            #expect(row["state"] == "pending")
            #expect(row["version"].int != nil && row["attempt"].int != nil && row["evidenceCount"].int != nil)
        }
        #expect(try office.data("queue", "--limit", "100", as: "ruth")["next"] == nil)
        let empty = try office.data("queue", "--state", "awarded", as: "ruth")
        #expect(empty == ["total": 0, "rows": [], "next": nil])
    }

    @Test func show() throws {
        let office = try Office(.staffed)
        let shown = try office.data("show", "ehc-2026-000104", as: "ruth")
        #expect(
            shown.keys.isSuperset(
                of: Self.row.union([
                    "overview", "evidence", "reflection", "whatChanged", "previous", "rubric", "scorecards",
                    "decision", "earner",
                ])))
        #expect(shown["previous"] == "ehc-2026-000103")
        #expect(shown["whatChanged"].text?.isEmpty == false)
        #expect(shown["scorecards"] == [])
        #expect(shown["decision"] == nil)
        #expect(shown["adjudication"] == .null && shown["disputed"] == [] && shown["leaks"] == [])
        #expect(shown["earner"]["name"].text != nil && shown["earner"]["email"].text != nil)
        #expect(shown["overview"][0].keys.isSuperset(of: ["prompt", "answer"]))
        #expect(shown["reflection"].text?.isEmpty == false)
        let first = try office.data("show", "ehc-2026-000103", as: "ruth")
        #expect(first["previous"] == nil && first["whatChanged"] == nil)
    }

    @Test func evidence() throws {
        let office = try Office(.staffed)
        var kinds: Set<String> = []
        for row in try office.data("queue", "--limit", "100", as: "ruth")["rows"].list {
            let shown = try office.data("show", row["id"].text ?? "", as: "ruth")
            #expect(shown["evidence"].list.count == row["evidenceCount"].int)
            for item in shown["evidence"].list {
                #expect(item.keys.isSuperset(of: ["id", "title", "kind", "sha256", "bytes", "link"]))
                let isLink = item["link"] != nil
                #expect((item["sha256"] == nil) == isLink, "\(item)")
                #expect(isLink || item["sha256"].text?.utf8.count == 64)
                #expect(isLink || item["bytes"].int ?? 0 > 0)
                kinds.insert(item["kind"].text ?? "?")
            }
        }
        #expect(kinds.isSuperset(of: ["markdown", "csv", "png", "pdf", "docx", "link"]), "\(kinds)")
    }

    @Test func rubric() throws {
        let office = try Office(.staffed)
        let rubric = try office.data("show", "ehc-2026-000101", as: "ines")["rubric"]
        #expect(rubric["criteria"].list.count == 5)
        for criterion in rubric["criteria"].list {
            #expect(
                criterion.keys.isSuperset(of: ["id", "part", "title", "description", "required", "levels"]))
            for level in criterion["levels"].list {
                #expect(level.keys.isSuperset(of: ["id", "name", "points", "description", "feedback"]))
            }
        }
    }

    @Test func claimAndScorecard() throws {
        let office = try Office(.staffed)
        let id = "ehc-2026-000101"
        let claim = try office.data("claim", id, as: "ines")
        #expect(claim.keys.isSuperset(of: ["id", "claimedBy", "expiresAt"]))
        #expect(claim["id"] == "ehc-2026-000101" && claim["claimedBy"] == "ines" && claim["expiresAt"].isTime)

        let criterion = try office.data("show", id, as: "ines").assignments()[0]
        let name = String(criterion.prefix { $0 != "=" })
        let card = try office.data(
            "score", id, criterion, "--comment", "\(name)=Clear.\nAnd kind: ñ", "--cite", "\(name)=reflection:1-2",
            as: "ines")
        #expect(card.keys.isSuperset(of: Self.card))
        #expect(card["submission"] == .string(id) && card["assessor"] == "ines" && card["state"] == "draft")
        #expect(card["outcome"] == "unfinished")
        #expect(card["version"].int ?? 0 > 0)
        #expect(card["scores"].list.count == 1)
        let score = card["scores"][0]
        #expect(score.keys.isSuperset(of: ["criterion", "level", "comment", "citations"]))
        #expect(score["criterion"] == .string(name))
        #expect(score["comment"] == "Clear.\nAnd kind: ñ")
        #expect(score["citations"] == [["evidence": "reflection", "from": 1, "to": 2]])
        #expect(try office.data("show", id, as: "ines")["scorecards"] == [card])
    }

    @Test func logAndDecision() throws {
        let office = try Office(.staffed)
        let verified = try office.data("log", "--verify", as: "pat")
        #expect(verified["problems"].list.isEmpty && verified.line.contains("\"problems\""))
        #expect(verified.keys.isSuperset(of: ["events", "head", "ok", "brokenAt"]))
        #expect(verified["ok"] == true && verified["brokenAt"] == nil)
        #expect(verified["events"].int ?? 0 > 33)
        #expect(verified["head"].text?.wholeMatch(of: /[0-9a-f]{64}/) != nil)

        let id = "ehc-2026-000108"
        _ = try office.data("decide", id, "incomplete", "--reason", "No student work.", as: "ruth")
        let shown = try office.data("show", id, as: "ruth")
        #expect(shown["state"] == "incomplete")
        #expect(shown["decision"].keys.isSuperset(of: ["decision", "by", "at", "reason"]))
        #expect(shown["decision"]["by"] == "ruth" && shown["decision"]["reason"] == "No student work.")
        #expect(shown["decision"]["at"].isTime)
    }

    @Test func everyCommandThatPrintsDataTakesJSON() throws {
        let office = try Office(.staffed)
        let backup = office.scratch.path + "/copy.db"
        for arguments in [
            ["people"], ["policy"], ["micro-credentials"], ["log"], ["log", "--submission", "ehc-2026-000101"],
            ["doctor"], ["backup", backup], ["import", Program.sampleData + "/people.yaml"], ["queue"],
        ] {
            let answer = try office.start(arguments + ["--json"], as: "pat").wait()
            #expect(answer.status == 0, "\(answer)")
            #expect(answer.messages.isEmpty, "\(answer)")
            #expect(answer.lines.count == 1, "\(answer)")
            #expect(throws: Never.self, "\(answer)") { try Tree(answer.output) }
        }
    }

    @Test(arguments: ["queue", "people", "micro-credentials", "log"])
    func listsTakeTSV(command: String) throws {
        let office = try Office(.staffed)
        let answer = try office.assay(command, "--tsv", as: "pat")
        #expect(answer.status == 0 && answer.messages.isEmpty, "\(answer)")
        let widths = Set(answer.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count })
        #expect(widths.count == 1 && answer.lines.count > 1, "\(answer)")
        if command == "queue" {
            #expect(
                answer.lines[0]
                    == "id\tmicroCredential\tversion\ttitle\tattempt\tstate\tdistrict\tsubmittedAt\tdueAt\toverdue\tclaimedBy\tevidenceCount"
            )
            #expect(answer.lines.count == 34)
        }
    }
}
