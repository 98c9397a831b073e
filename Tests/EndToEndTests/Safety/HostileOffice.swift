import Foundation
import Support
import Testing

/// A store into which everything that can be hostile has come in hostile.
enum HostileOffice {
    static let id = "hostile-1"

    static func make() throws -> Office {
        let office = try Office(.staffed)
        let bad = Hostile.text
        let rubric = try String(
            contentsOfFile: Program.sampleData + "/micro-credentials/reading-data.yaml", encoding: .utf8)
        let hostile = rubric.replacingOccurrences(of: "id: reading-data", with: "id: hostile")
            .replacing(/(?m)^name: .*$/, with: "name: \"\(yaml(bad))\"")
            .replacing(/(?m)^( *)name: Passing$/) { "\($0.output.1)name: \"P \(yaml(bad))\"" }
            .replacing(/(?m)^( *)title: (.*)$/) { "\($0.output.1)title: \"T \(yaml(bad))\"" }
        let file = try office.scratch.write("hostile.yaml", hostile)
        let people = try String(contentsOfFile: Program.sampleData + "/people.yaml", encoding: .utf8)
        let more = try office.scratch.write(
            "people.yaml",
            people + "  - {id: zoe, name: \"Z \(yaml(bad))\", roles: [assessor], districts: [\"D \(yaml(bad))\"]}\n")
        _ = try office.data("import", file, more, as: "pat")

        var paper = Papers.submission(id, submittedAt: "2024-01-08T15:00:00Z", district: "D" + bad)
        paper["microCredential"] = "hostile"
        paper["earner"]["name"] = .string(bad)
        paper["earner"]["email"] = .string("a@" + bad)
        paper["earner"]["state"] = .string(bad)
        paper["whatChanged"] = .string(Hostile.lines)
        paper["attempt"] = 2
        paper["overview"] = [["prompt": "context", "answer": .string(Hostile.lines)]]
        paper["reflection"] = .string(
            "# \(bad)\n\n\(Hostile.lines)\n\n```\n\(bad)\n```\n\n[\(bad)](https://x.example/\(bad))")
        paper["evidence"] = [
            [
                "id": "e1", "title": .string(bad),
                "text": .string("| a | b |\n|---|---|\n| \(bad) | `\(bad)` |\n\n" + Hostile.lines),
            ],
            ["id": "e2", "title": .string("Link" + bad), "link": "https://x.example/y"],
            ["id": "e3", "title": "File", "file": .string("e/\(Hostile.name).md")],
            ["id": "e4", "title": "Raw", "file": "raw.csv"],
        ]
        let folder = "in/\(id)/"
        try office.scratch.write(folder + "submission.json", paper.line)
        try office.scratch.write(folder + "e/\(Hostile.name).md", Hostile.lines)
        // Bytes that are not UTF-8 at all, with raw C1 among them.
        try office.scratch.write(
            folder + "raw.csv",
            bytes: Array("a,b\n".utf8) + [0x9B, 0x33, 0x31, 0x6D, 0x2C, 0xFF, 0xFE, 0x0A] + Array("\u{1B}[2J,x\n".utf8))
        let answer = try office.assay("import", office.scratch.path + "/in", "--json", as: "ruth")
        #expect(answer.status == 0, "\(answer)")
        return office
    }

    /// Scored, with hostile comments, and decided with a hostile reason.
    static func judged() throws -> Office {
        let office = try make()
        let levels = try office.data("show", id, as: "ruth").assignments()
        let name = levels[0].prefix { $0 != "=" }
        let card = try office.assay(
            ["score", id, "--submit", "--comment", "\(name)=" + Hostile.name] + levels, as: "ines")
        #expect(card.status == 0, "\(card)")
        let decided = try office.assay("decide", id, "award", "--reason", "Why " + Hostile.name, as: "olu")
        #expect(decided.status == 0, "\(decided)")
        return office
    }

    /// Inside a double-quoted YAML scalar.
    private static func yaml(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            scalar.value > 0xFFFF
                ? "\\U" + hex(scalar.value, 8)
                : scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\" && scalar.value != 0x7F
                    ? String(scalar) : "\\u" + hex(scalar.value, 4)
        }.joined()
    }

    private static func hex(_ value: UInt32, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }
}

func expectClean(
    _ answer: Program.Answer, allowingTabs: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
) {
    for bytes in [answer.output, answer.errors] {
        let faults = Hostile.faults(in: bytes, allowingTabs: allowingTabs)
        #expect(
            faults.isEmpty, "\(answer.arguments.first ?? "") let through \(Set(faults))", sourceLocation: sourceLocation
        )
    }
}
