import Foundation
import Support
import Testing

@Suite struct ImportTests {
    static let keys: Set<String> = ["imported", "unchanged", "warnings", "refused"]

    /// An office with the rubrics but without submissions.
    private func ready() throws -> Office {
        let office = try Office(.bare)
        #expect(try office.assay("init", as: "pat").status == 0)
        _ = try office.data("import", Program.sampleData + "/micro-credentials", as: "pat")
        return office
    }

    @Test func theSampleDataGoesInWhole() throws {
        let office = try Office(.bare)
        #expect(try office.assay("init", as: "pat").status == 0)
        let report = try office.data("import", Program.sampleData, as: "pat")
        #expect(report.keys.isSuperset(of: Self.keys))
        // 5 micro-credentials, 6 people, the policy, 33 submissions.
        #expect(report["refused"] == [] && report["warnings"] == [], "\(report.line)")
        #expect(report["imported"].int ?? 0 >= 33 + 5 + 1)
        #expect(try office.data("queue", as: "ruth")["total"] == 33)
        #expect(try office.data("people", as: "pat")["people"].list.count == 6)
        #expect(try office.data("micro-credentials", as: "ines")["microCredentials"].list.count == 5)

        let before = try office.data("log", "--verify", as: "pat")
        let again = try office.data("import", Program.sampleData, as: "pat")
        #expect(again["imported"] == 0 && again["refused"] == [], "\(again.line)")
        #expect(again["unchanged"] == report["imported"])
        #expect(try office.data("log", "--verify", as: "pat") == before)
    }

    @Test func aDryRunStoresNothing() throws {
        let office = try Office(.bare)
        #expect(try office.assay("init", as: "pat").status == 0)
        let before = try office.data("log", "--verify", as: "pat")
        let dry = try office.data("import", Program.sampleData, "--dry-run", as: "pat")
        #expect(dry["refused"] == [], "\(dry.line)")
        #expect(try office.data("log", "--verify", as: "pat") == before)
        #expect(try office.data("queue", as: "pat")["total"] == 0)
        #expect(try office.data("micro-credentials", as: "pat")["microCredentials"] == [])
        #expect(try office.data("people", as: "pat")["people"].list.count == 1)
        #expect(try office.data("import", Program.sampleData, as: "pat") == dry)
    }

    @Test func otherContentUnderTheSameIdIsRefused() throws {
        let office = try ready()
        let one = Papers.submission("eec-1")
        let file = try office.scratch.write("in.jsonl", Papers.lines([one]))
        #expect(try office.data("import", file, as: "pat")["imported"] == 1)
        let shown = try office.data("show", "eec-1", as: "pat")

        for change in ["reflection", "text", "earner", "evidence"] {
            var other = one
            switch change {
            case "reflection": other["reflection"] = "Something else."
            case "text": other["evidence"] = [["id": "e1", "title": "Lesson plan", "text": "# Another"]]
            case "earner": other["earner"]["name"] = "Somebody Else"
            default: other["evidence"] = .array(Array(one["evidence"].list.dropLast()))
            }
            let changed = try office.scratch.write(
                "changed.jsonl", Papers.lines([other, Papers.submission("eec-\(change)")]))
            let answer = try office.assay("import", changed, "--json", as: "pat")
            #expect(answer.status == 65, "\(answer)")
            let report = try Tree(answer.output)
            #expect(report["imported"] == 1 && report["unchanged"] == 0)
            #expect(report["refused"].list.count == 1)
            let refused = report["refused"][0]
            #expect(refused.keys.isSuperset(of: ["path", "line", "item", "reason"]))
            #expect(refused["path"] == .string(changed) && refused["line"] == 1 && refused["item"] == "eec-1")
            #expect(refused["reason"].text?.isEmpty == false)
            #expect(try office.data("show", "eec-1", as: "pat") == shown)
        }
        #expect(
            try office.data("import", file, as: "pat") == [
                "imported": 0, "unchanged": 1, "warnings": [], "refused": [],
            ])
    }

    @Test func oneBadLineStopsNothing() throws {
        let office = try ready()
        var unknown = Papers.submission("eec-4")
        unknown["microCredential"] = "no-such"
        var badTime = Papers.submission("eec-6")
        badTime["submittedAt"] = "yesterday"
        var badId = Papers.submission("eec 7")
        badId["id"] = "eec 7/.."
        let lines = [
            Papers.submission("eec-1").line, "{\"format\": ", Papers.submission("eec-3").line, unknown.line, "",
            badTime.line, badId.line, "[]", Papers.submission("eec-9").line,
        ]
        let file = try office.scratch.write("in.jsonl", lines.joined(separator: "\n") + "\n")
        let answer = try office.assay("import", file, "--json", as: "pat")
        #expect(answer.status == 65, "\(answer)")
        let report = try Tree(answer.output)
        #expect(report["imported"] == 3)
        #expect(report["refused"].list.map { $0["line"].int ?? -1 } == [2, 4, 6, 7, 8], "\(report.line)")
        #expect(report["refused"].list.allSatisfy { $0["path"] == .string(file) })
        let ids = try office.data("queue", "--sort", "id", as: "pat")["rows"].list.map { $0["id"].text ?? "" }
        #expect(ids == ["eec-1", "eec-3", "eec-9"])
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)

        // The same without --json: a line a fault on standard error, one line on standard output.
        let plain = try office.assay("import", file, as: "pat")
        #expect(plain.status == 65 && plain.lines.count == 1, "\(plain)")
        #expect(plain.messages.split(separator: "\n").count == 5, "\(plain)")
        #expect(plain.messages.contains("line 2"))
    }

    @Test func unknownKeysAreWarningsThatNameThem() throws {
        let office = try ready()
        var one = Papers.submission("eec-1")
        one["mood"] = "cheerful"
        one["earner"]["shoeSize"] = 43
        let file = try office.scratch.write("in.jsonl", Papers.lines([one]))
        let report = try office.data("import", file, as: "pat")
        #expect(report["imported"] == 1 && report["refused"] == [])
        let warnings = report["warnings"].list.compactMap(\.text).joined(separator: "\n")
        #expect(warnings.contains("mood") && warnings.contains("shoeSize"), "\(warnings)")
    }

    @Test func theNewestPublishedVersionIsTakenWhereNoneIsNamed() throws {
        let office = try Office(.staffed)
        #expect(try office.data("show", "ehc-2026-000203", as: "ruth")["version"] == 1)
        var one = Papers.submission("eec-1")
        one["microCredential"] = "formative-checks"
        one["version"] = .missing
        let file = try office.scratch.write("in.jsonl", Papers.lines([one]))
        #expect(try office.data("import", file, as: "ruth")["imported"] == 1)
        #expect(try office.data("show", "eec-1", as: "ruth")["version"] == 2)
    }

    @Test func whatIsNotThereIsNamed() throws {
        let office = try ready()
        let answer = try office.assay(
            "import", office.scratch.path + "/none", Program.sampleData + "/submissions/ehc-2026-000101", "--json",
            as: "pat")
        #expect(answer.status == 65, "\(answer)")
        let report = try Tree(answer.output)
        #expect(report["imported"] == 1)
        #expect(report["refused"][0]["path"].text?.hasSuffix("/none") == true)
        #expect(report["refused"][0]["line"] == nil)
    }

    @Test func yamlFaultsNameTheirLine() throws {
        let office = try ready()
        let file = try office.scratch.write(
            "people.yaml",
            "format: assay/people@1\npeople:\n  - {id: alice, name: Alice, roles: [assessor]}\n  - {id: ben, name: Ben, roles: [wizard]}\n"
        )
        let answer = try office.assay("import", file, "--json", as: "pat")
        #expect(answer.status == 65, "\(answer)")
        let refused = try Tree(answer.output)["refused"][0]
        #expect(refused["line"] == 4)
        #expect(refused["reason"].text?.contains("wizard") == true)
    }

    @Test func publishedMicroCredentialsDoNotChange() throws {
        let office = try ready()
        let text = try String(
            contentsOfFile: Program.sampleData + "/micro-credentials/reading-data.yaml", encoding: .utf8)
        let file = try office.scratch.write("changed.yaml", text.replacingOccurrences(of: "name: ", with: "name: New "))
        let before = try office.data("micro-credentials", as: "pat")
        let answer = try office.assay("import", file, "--json", as: "pat")
        #expect(answer.status == 65, "\(answer)")
        #expect(try office.data("micro-credentials", as: "pat") == before)
    }
}
