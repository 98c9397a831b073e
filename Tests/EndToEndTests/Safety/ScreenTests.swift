import Foundation
import FoundationXML
import Support
import Testing

/// `assay screen`: every name, at every size, in every format.
@Suite struct ScreenCommandTests {
    static let names = [
        "queue", "review", "help", "palette", "filter", "sort", "search", "review-help", "comment", "phrases", "submit",
        "overview", "micro-credential",
    ]

    @Test(arguments: names)
    func everyScreenAtEverySize(name: String) throws {
        let office = try Office(.staffed)
        for (columns, rows) in [(80, 24), (1, 1), (10, 3), (59, 14), (200, 60)] {
            for format in ["text", "ansi", "svg"] {
                let answer = try office.assay(
                    "screen", name, "--size", "\(columns)x\(rows)", "--format", format, as: "ines")
                #expect(answer.status == 0 && answer.errors.isEmpty, "\(answer)")
                if format == "svg" {
                    #expect(XMLParser(data: Data(answer.output)).parse(), "\(name) at \(columns)x\(rows) is not XML")
                } else {
                    #expect(answer.lines.count == rows, "\(name) at \(columns)x\(rows) as \(format)")
                }
                if format == "text" { #expect(answer.lines.allSatisfy { $0.count <= columns }) }
            }
        }
    }

    @Test func helpNamesEveryScreen() throws {
        let help = try Office(.bare).assay("screen", "--help").text
        for name in Self.names { #expect(help.contains(name)) }
    }

    @Test func aScreenThatIsNotForYouExits77() throws {
        let office = try Office(.staffed)
        for (name, person) in [("batch", "ines"), ("dashboard", "ines"), ("queue", "nobody"), ("search", "nobody")] {
            let answer = try office.assay("screen", name, as: person)
            #expect(answer.status == 77 && answer.output.isEmpty, "\(answer)")
        }
        for (name, person) in [("batch", "olu"), ("dashboard", "ruth"), ("help", "nobody")] {
            let answer = try office.assay("screen", name, as: person)
            #expect(answer.status == 0 && answer.lines.count == 24, "\(answer)")
        }
    }

    @Test func keysArePlayed() throws {
        let office = try Office(.staffed)
        let id = "ehc-2026-000101"
        _ = try office.data("claim", id, as: "ines")
        let answer = try office.assay("screen", "review", "--id", id, "--keys", "2J1", "--size", "120x40", as: "ines")
        #expect(answer.text.contains("no level -> Not Met   saved"), "\(answer)")
        #expect(try office.data("show", id, as: "ines")["scorecards"][0]["scores"].list.count == 2)
        let moved = try office.assay("screen", "queue", "--keys", "jj<PgDn><lt>", as: "ines")
        #expect(moved.lines.first { $0.hasPrefix(">") } != nil)
    }

    @Test func coloursFollowNoColor() throws {
        let office = try Office(.staffed)
        let coloured = try office.assay("screen", "queue", "--format", "ansi", as: "ines")
        let colour = /\u{1B}\[[0-9;]*(3[0-7]|9[0-7]|38;[25];[0-9;]*)m/
        #expect(coloured.text.contains(colour))
        let plain = try office.assay("screen", "queue", "--format", "ansi", as: "ines", environment: ["NO_COLOR": "1"])
        #expect(!plain.text.contains(colour))
        for theme in ["--theme"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: Program.root + "/themes")
            where name.hasSuffix(".yaml") {
                let answer = try office.assay(
                    theme, String(name.dropLast(5)), "screen", "queue", "--format", "svg", as: "ines")
                #expect(answer.status == 0, "\(answer)")
                let path = try office.assay(
                    theme, Program.root + "/themes/" + name, "screen", "queue", "--format", "svg", as: "ines")
                #expect(path.output == answer.output)
            }
        }
    }
}
