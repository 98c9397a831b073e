import Foundation
import Support
import Testing

@Suite struct DoctorTests {
    private func findings(_ office: Office, environment: [String: String] = [:]) throws -> (Int32, [Tree]) {
        let answer = try office.assay("doctor", "--json", as: "pat", environment: environment)
        let report = try Tree(answer.output)
        #expect(report["ok"].isBool)
        for finding in report["findings"].list where finding["grade"] != "good" {
            #expect(finding["mend"].text?.isEmpty == false, "a fault without its mend: \(finding.line)")
        }
        return (answer.status, report["findings"].list)
    }

    @Test func allIsWell() throws {
        let (status, found) = try findings(Office(.staffed))
        #expect(status == 0)
        let subjects = Set(found.compactMap { $0["subject"].text })
        #expect(subjects.isSuperset(of: ["terminal", "locale", "share folder", "editor"]), "\(subjects)")
        #expect(!found.contains { $0["grade"] == "fault" })
    }

    @Test func aMissingStore() throws {
        let (status, found) = try findings(Office(.bare))
        #expect(status == 69)
        #expect(found.contains { $0["grade"] == "fault" && $0["mend"].text?.contains("init") == true })
    }

    @Test(.enabled(if: Office.hasSQLiteShell)) func wrongCounts() throws {
        let office = try Office(.staffed)
        try office.sqlite("UPDATE tally SET n = n + 1")
        let (status, found) = try findings(office)
        #expect(status == 69 && found.contains { $0["grade"] == "fault" && $0["subject"] == "tallies" }, "\(found)")
    }

    @Test func aDamagedFile() throws {
        let office = try Office(.staffed)
        let file = try #require(FileHandle(forUpdatingAtPath: office.store))
        let end = try file.seekToEnd()
        for offset in stride(from: UInt64(8192), to: end, by: 16_384) {
            try file.seek(toOffset: offset)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 512))
        }
        try file.close()
        let (status, _) = try findings(office)
        #expect(status == 69)
        for arguments in [["queue", "--limit", "100"], ["log", "--verify"], ["show", "ehc-2026-000101"]] {
            let answer = try office.assay(arguments, as: "pat")
            #expect(answer.exit == .status(answer.status) && answer.status != 1, "\(answer)")
        }
    }

    @Test(.enabled(if: Office.hasSQLiteShell)) func aNewerStore() throws {
        let office = try Office(.staffed)
        try office.sqlite("PRAGMA user_version = 9999")
        let message = try office.refused("queue", as: "pat", status: 69)
        #expect(message.contains("newer"), "\(message)")
    }

    @Test func terminalLocaleAndEditor() throws {
        let (status, found) = try findings(
            Office(.staffed), environment: ["LANG": "C", "TERM": "", "EDITOR": "no-such-editor -x"])
        #expect(status == 0)
        let warned = Set(found.filter { $0["grade"] == "warning" }.compactMap { $0["subject"].text })
        #expect(warned == ["terminal", "locale", "editor"])
    }

    @Test func whatIsInTheStoreIsForAnAdmin() throws {
        let office = try Office(.staffed)
        for person in ["ruth", "ines", "nobody"] {
            let answer = try office.assay("doctor", "--json", as: person)
            #expect(answer.status == 0, "\(answer)")
            let found = try Tree(answer.output)["findings"].list
            let subjects = Set(found.compactMap { $0["subject"].text })
            #expect(subjects.isDisjoint(with: ["log", "tallies", "contents", "words", "integrity"]), "\(subjects)")
            #expect(subjects.isSuperset(of: ["permissions", "space", "version", "terminal", "locale", "editor"]))
            let short = found.first { $0["subject"] == "store" }
            #expect(short?["finding"].text?.contains("needs the role admin") == true, "\(answer)")
        }
    }

    @Test func aTerminalNobodyKnowsAndALocaleThatIsNotThere() throws {
        let office = try Office(.staffed)
        let (status, found) = try findings(
            office,
            environment: ["TERM": "no-such-terminal", "LANG": "xx_XX.UTF-8", "EDITOR": office.scratch.path])
        #expect(status == 0)
        for subject in ["terminal", "locale", "editor"] {
            let finding = found.first { $0["subject"].text == subject }
            #expect(finding?["grade"] == "warning" && finding?["mend"].text?.contains("`export ") == true, "\(found)")
        }
        // A relative of one that is known does.
        let kin = try findings(office, environment: ["TERM": "xterm-of-tomorrow"]).1
        #expect(kin.first { $0["subject"] == "terminal" }?["grade"] == "good")
    }
}
