import Foundation
import Support
import Testing

/// Exit statuses, each provoked, and where messages go.
@Suite struct StatusTests {
    static let commands = [
        ["queue"], ["show", "x"], ["claim", "--next"], ["release", "x"], ["score", "x", "a=b"],
        ["decide", "x", "deny", "--reason", "r"], ["people"], ["policy"], ["micro-credentials"], ["log"],
        ["log", "--verify"], ["screen", "queue"], ["import", "x"], ["backup", "x"], ["queue", "--json"], ["status"],
        ["status", "--overdue", "--quiet"],
    ]

    @Test(arguments: commands)
    func aStoreThatIsNotThereNamesInit(arguments: [String]) throws {
        let office = try Office(.bare)
        let answer = try office.assay(arguments, as: "pat")
        #expect(answer.status == 69, "\(answer)")
        #expect(answer.output.isEmpty)
        #expect(answer.messages.contains("init") && answer.messages.contains(office.store), "\(answer)")
        #expect(answer.messages.split(separator: "\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: office.store))
    }

    @Test func initMakesTheCallerAdminAndIsRefusedOnAStoreThatIsThere() throws {
        let office = try Office(.bare)
        let made = try office.assay("init", as: "quinn")
        #expect(made.status == 0, "\(made)")
        let people = try office.data("people", as: "quinn")["people"].list
        #expect(people.count == 1 && people[0]["id"] == "quinn" && people[0]["roles"] == ["admin"])
        let before = try office.data("log", "--verify", as: "quinn")
        try office.refused("init", as: "quinn")
        try office.refused("init", as: "other")
        #expect(try office.data("log", "--verify", as: "quinn") == before)
    }

    @Test func storesAreMadeWhereTheFoldersAreMissing() throws {
        let office = try Office(.bare)
        var bare = office.environment
        bare["ASSAY_STORE"] = nil
        let made = try Program(["init"], environment: bare, scratch: office.scratch).wait()
        #expect(made.status == 0, "\(made)")
        #expect(FileManager.default.fileExists(atPath: office.scratch.path + "/data/assay/assay.db"))
    }

    @Test func somethingThatIsNoStoreIsDamaged() throws {
        let office = try Office(.bare)
        try office.scratch.write("assay.db", "This is a letter, not a database.\n")
        let message = try office.refused("queue", as: "pat", status: 69)
        #expect(message.contains(office.store))
    }

    @Test(arguments: [
        ["nonsense"], ["queue", "--nonsense"], ["queue", "--state", "nonsense"], ["queue", "--limit", "0"],
        ["queue", "--limit", "x"], ["queue", "--after", "nonsense"], ["queue", "--sort", "colour"], ["claim"],
        ["claim", "x", "--next"], ["show"], ["score", "x"], ["score", "x", "levels"], ["score", "x", "=b"],
        ["score", "x", "a=b", "--cite", "a=e1"], ["score", "x", "a=b", "--cite", "a=e1:0-3"],
        ["score", "x", "a=b", "--cite", "a=e1:5-3"], ["score", "x", "a=b", "--base-version", "one"],
        ["decide", "x", "praise", "--reason", "r"], ["decide", "x", "award"], ["screen", "nowhere"],
        ["status", "--by", "colour"], ["status", "--quiet"], ["status", "--overdue", "--watch"],
        ["screen", "queue", "--size", "0x0"], ["screen", "queue", "--size", "80"],
        ["screen", "queue", "--keys", "<Nonsense>"], ["screen", "queue", "--format", "gif"], ["import"], ["backup"],
        ["--store"], ["--nonsense"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let office = try Office(.staffed)
        let answer = try office.assay(arguments, as: "ines")
        #expect(answer.status == 64, "\(answer)")
        #expect(answer.output.isEmpty && !answer.errors.isEmpty, "\(answer)")
    }

    @Test func refusedByARule() throws {
        let office = try Office(.staffed)
        for arguments in [
            ["show", "no-such"], ["claim", "no-such"], ["release", "no-such"], ["release", "ehc-2026-000101"],
            ["score", "no-such", "a=b"], ["score", "ehc-2026-000101", "no-such=b"],
            ["screen", "review", "--id", "no-such"], ["--theme", "no-such", "screen", "queue"],
        ] {
            let answer = try office.assay(arguments, as: "ines")
            #expect(answer.status == 1, "\(answer)")
            #expect(answer.output.isEmpty && !answer.errors.isEmpty, "\(answer)")
            #expect(answer.messages.split(separator: "\n").count == 1, "\(answer)")
        }
        #expect(try office.data("show", "ehc-2026-000101", as: "ines")["claimedBy"] == nil)
    }

    @Test func theRoleDoesNotAllowIt() throws {
        let office = try Office(.staffed)
        for (person, arguments) in [
            ("ines", ["decide", "ehc-2026-000101", "deny", "--reason", "r"]), ("ines", ["people"]), ("ines", ["log"]),
            ("ines", ["import", Program.sampleData]), ("ines", ["backup", office.scratch.path + "/b.db"]),
            ("ruth", ["claim", "ehc-2026-000101"]), ("ruth", ["score", "ehc-2026-000101", "a=b"]),
            ("ruth", ["decide", "ehc-2026-000101", "award", "--reason", "r"]), ("olu", ["claim", "--next"]),
            ("pat", ["claim", "--next"]), ("pat", ["decide", "ehc-2026-000101", "deny", "--reason", "r"]),
            ("ruth", ["backup", office.scratch.path + "/b.db"]),
        ] {
            let answer = try office.assay(arguments, as: person)
            #expect(answer.status == 77, "\(answer)")
            #expect(answer.output.isEmpty && answer.messages.contains(person), "\(answer)")
        }
        #expect(!FileManager.default.fileExists(atPath: office.scratch.path + "/b.db"))
    }

    @Test(arguments: [
        ["queue"], ["queue", "--json"], ["show", "ehc-2026-000101"], ["claim", "--next"], ["claim", "ehc-2026-000101"],
        ["release", "ehc-2026-000101"], ["score", "ehc-2026-000101", "a=b"], ["people"], ["policy"],
        ["micro-credentials"], ["log"], ["log", "--verify"], ["backup", "/nonexistent/x"],
        ["import", "/nonexistent/x"],
        ["decide", "ehc-2026-000101", "deny", "--reason", "r"], ["screen", "review", "--id", "ehc-2026-000101"],
    ])
    func whoHasNoRoleSeesNothing(arguments: [String]) throws {
        let office = try Office(.staffed)
        let answer = try office.assay(arguments, as: "stranger")
        #expect(answer.status == 77, "\(answer)")
        #expect(answer.output.isEmpty, "\(answer)")
    }

    @Test func aQueueScreenShowsAStrangerNothing() throws {
        let office = try Office(.staffed)
        let answer = try office.assay("screen", "queue", "--size", "120x40", "--keys", "jo<Enter>n", as: "stranger")
        #expect(!answer.text.contains("Reading a Data Set") && !answer.text.contains("Alder Fork"), "\(answer)")
    }

    @Test func helpAndVersionGoToStandardOutput() throws {
        let office = try Office(.bare)
        for arguments in [["--help"], ["help"], ["queue", "--help"], ["help", "score"], ["--version"]] {
            let answer = try office.assay(arguments)
            #expect(answer.status == 0 && answer.errors.isEmpty && !answer.output.isEmpty, "\(answer)")
        }
    }
}
