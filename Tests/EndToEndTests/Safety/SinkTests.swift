import Foundation
import FoundationXML
import Support
import Testing

/// No byte of a submission reaches a terminal as a control, whichever way it goes out.
@Suite struct SinkTests {
    let id = HostileOffice.id

    @Test func plainTablesAndJSON() throws {
        let office = try HostileOffice.judged()
        for arguments in [
            ["show", id], ["show", id, "--json"], ["queue", "--state", "awarded"],
            ["queue", "--json", "--state", "awarded"],
            ["people"], ["people", "--json"], ["micro-credentials"], ["micro-credentials", "--json"], ["policy"],
            ["policy", "--json"], ["log"], ["log", "--json"], ["log", "--submission", id], ["log", "--verify"],
            ["doctor"],
            ["show", "ehc-2026-000110"], ["show", "ehc-2026-000110", "--json"],
        ] {
            let answer = try office.assay(arguments, as: "pat")
            #expect(answer.status == 0, "\(answer)")
            expectClean(answer)
        }
        for command in ["queue", "people", "micro-credentials", "log"] {
            let answer = try office.assay([command, "--tsv"], as: "pat")
            expectClean(answer, allowingTabs: true)
            let widths = Set(answer.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count })
            #expect(widths.count == 1, "a field has made fields or lines of its own in \(command)")
        }
    }

    @Test func whatWasThereIsShownAsAMarkAndNotSwallowed() throws {
        let office = try HostileOffice.make()
        let text = try office.assay("show", id, as: "ruth").text
        #expect(text.contains("\u{241B}[31mred"), "the picture of ESC")
        #expect(text.contains("\u{2426}rlo"), "the mark")
    }

    /// Escaped on the way out, not changed: what JSON says is what was handed in.
    @Test func everyScalarIsKeptInJSON() throws {
        let office = try HostileOffice.judged()
        let shown = try office.data("show", id, as: "ruth")
        // But for NUL, which no database keeps: it became U+FFFD on the way in.
        func kept(_ text: String) -> Tree { .string(text.replacingOccurrences(of: "\u{00}", with: "\u{FFFD}")) }
        #expect(shown["earner"]["name"] == kept(Hostile.text))
        #expect(shown["evidence"][0]["title"] == kept(Hostile.text))
        #expect(shown["whatChanged"] == kept(Hostile.lines))
        #expect(shown["district"] == kept("D" + Hostile.text))
        #expect(shown["scorecards"][0]["scores"][0]["comment"] == .string(Hostile.name))
        #expect(shown["decision"]["reason"] == .string("Why " + Hostile.name))
    }

    @Test(arguments: ["text", "ansi", "svg"])
    func pictures(format: String) throws {
        let office = try HostileOffice.make()
        for (name, size, keys) in [
            ("review", "80x24", "2"), ("review", "200x60", ""), ("review", "60x15", "]"), ("review", "120x40", "]]"),
            ("review", "120x40", "]]]"), ("overview", "120x40", ""), ("micro-credential", "120x40", ""),
            ("review", "100x30", "w"), ("comment", "120x40", "x"), ("submit", "120x40", ""), ("queue", "200x60", ""),
            ("filter", "200x60", ""), ("queue", "200x60", "/nothing<Enter>"),
        ] {
            let arguments = ["screen", name, "--size", size, "--format", format, "--keys", keys]
            let answer = try office.assay(
                arguments + (name == "queue" || name == "filter" ? [] : ["--id", id]), as: "ines")
            #expect(answer.status == 0, "\(answer)")
            let output = format == "ansi" ? Hostile.withoutColours(answer.output) : answer.output
            let faults = Hostile.faults(in: output)
            #expect(faults.isEmpty, "\(arguments) let through \(Set(faults))")
            if format == "svg" { #expect(XMLParser(data: Data(answer.output)).parse(), "\(arguments) is not XML") }
        }
    }

    /// Whatever is named in a message is named safely.
    @Test func messages() throws {
        let office = try HostileOffice.make()
        let bad = Hostile.name
        for arguments in [
            [bad], ["--" + bad], ["queue", "--" + bad], ["queue", "--state", bad], ["queue", "--after", bad],
            ["queue", "--limit", bad], ["queue", "--sort", bad], ["queue", "--search", bad],
            ["queue", "--district", bad],
            ["show", bad], ["claim", bad], ["release", bad], ["score", bad, "a=b"], ["score", id, bad],
            ["score", id, "\(bad)=\(bad)"], ["score", id, "context=\(bad)"],
            ["score", id, "--cite", "context=\(bad):1-2"],
            ["score", id, "--cite", bad], ["score", id, "--comment", bad], ["decide", id, bad, "--reason", "r"],
            ["screen", bad], ["screen", "review", "--id", bad], ["screen", "queue", "--size", bad],
            ["screen", "queue", "--keys", "<\(bad)>"], ["screen", "queue", "--format", bad],
            ["--theme", bad, "screen", "queue"],
            ["--theme", "/\(bad)", "screen", "queue"], ["--store", "/tmp/\(bad)/x", "queue"],
            ["--store", bad, "queue"],
            ["import", "/tmp/" + bad], ["log", "--submission", bad], ["help", bad],
        ] {
            expectClean(try office.assay(arguments, as: "ines"))
            expectClean(try office.assay(arguments + ["--json"], as: "pat"))
        }
        expectClean(try office.start(["queue"], as: bad).wait())
        expectClean(
            try office.start(["init", "--name", bad, "--store", office.scratch.path + "/\(bad).db"], as: "pat").wait())
        expectClean(try office.start(["backup", office.scratch.path + "/b\(bad).db"], as: "pat").wait())
    }

    @Test func faultsOfFiles() throws {
        let office = try Office(.staffed)
        let bad = Hostile.name
        var unknown = Papers.submission("eec-1")
        unknown[Hostile.text] = "x"
        unknown["earner"][Hostile.text] = "x"
        var badId = Papers.submission("eec-2")
        badId["id"] = .string("eec" + Hostile.text)
        var badKind = Papers.submission("eec-3")
        badKind["microCredential"] = .string(Hostile.text)
        var badTime = Papers.submission("eec-4")
        badTime["submittedAt"] = .string(Hostile.text)
        var badFile = Papers.submission("eec-5")
        badFile["evidence"] = [
            ["id": .string("e" + Hostile.text), "title": "t", "file": .string("../\(Hostile.text)")]
        ]
        var badPrevious = Papers.submission("eec-6")
        badPrevious["previous"] = .string(Hostile.text)
        let lines = Papers.lines([unknown, badId, badKind, badTime, badFile, badPrevious]) + "{\"\(bad)\n\(bad)\n"
        let folder = "in \(bad)/"
        try office.scratch.write(folder + "\(bad).jsonl", lines)
        try office.scratch.write(folder + "\(bad).yaml", "format: assay/people@1\npeople: [\(bad)]\n\(bad): 3\n")
        try office.scratch.write(
            folder + "p.yaml",
            "format: assay/people@1\npeople:\n  - {id: \"x\\u001b[31m\", name: y, roles: [\"a\\u202e\"]}\n")
        try office.scratch.write(folder + "\(bad)/submission.json", "{\"format\": \"\(bad)\"}")
        for arguments in [
            ["import", office.scratch.path + "/" + folder], ["import", office.scratch.path + "/" + folder, "--json"],
        ] {
            let answer = try office.assay(arguments, as: "pat")
            #expect(answer.status == 65, "\(answer)")
            expectClean(answer)
        }
    }
}
