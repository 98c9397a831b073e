import Foundation
import Support
import Testing

/// `assay` alone, `demo`, and the options that stand before every command.
@Suite struct FrontDoorTests {
    @Test func theConsoleWithoutATerminalSaysSo() throws {
        for kind in [Office.Kind.bare, .staffed] {
            let office = try Office(kind)
            for arguments in [[], ["--store", office.store], ["--theme", "dark"], ["--as", "ines"]] {
                let answer = try office.assay(arguments)
                #expect(answer.status == 64, "\(answer)")
                #expect(answer.output.isEmpty)
                #expect(answer.messages.split(separator: "\n").count == 1, "\(answer)")
            }
        }
    }

    @Test func demoWithoutATerminalPrintsTwoScreens() throws {
        let office = try Office(.bare)
        let first = try office.assay("demo")
        #expect(first.status == 0 && first.errors.isEmpty, "\(first)")
        #expect(first.text.contains("33 pending"), "\(first)")
        #expect(first.text.contains("EVIDENCE") && first.text.contains("REFLECTION"), "\(first)")
        #expect(first.lines.count == 49, "24 rows, a line between, 24 rows: \(first)")
        // Again: the same store, not another one.
        let second = try office.assay("demo")
        #expect(second.status == 0 && second.text.contains("33 pending"), "\(second)")
    }

    @Test func demoTakesAStore() throws {
        let office = try Office(.bare)
        let path = office.scratch.path + "/mine.db"
        #expect(try office.assay("demo", "--store", path).status == 0)
        #expect(FileManager.default.fileExists(atPath: path))
        #expect(try office.assay("--store", path, "queue", "--json").status == 0)
    }

    @Test func theOneWhoMadeTheDemoHoldsEveryRole() throws {
        let office = try Office(.bare)
        #expect(try office.assay("demo", as: "quinn").status == 0)
        let claim = try office.data("claim", "--next", as: "quinn")
        let id = claim["id"].text ?? ""
        let levels = try office.data("show", id, as: "quinn").assignments()
        let card = try office.assay(["score", id, "--submit", "--json"] + levels, as: "quinn")
        #expect(card.status == 0, "\(card)")
        _ = try office.data("decide", id, "award", "--reason", "Good work.", as: "quinn")
        #expect(try office.data("show", id, as: "quinn")["state"] == "awarded")
    }

    @Test func frontOptionsStandBeforeOrAfterTheCommand() throws {
        let office = try Office(.staffed)
        var bare = office.environment
        bare["ASSAY_STORE"] = nil
        let store = office.store
        for arguments in [
            ["--store", store, "--as", "ines", "queue", "--json"],
            ["queue", "--store", store, "--as", "ines", "--json"],
            ["--as=ines", "queue", "--json", "--store=\(store)"],
            ["--store", store, "queue", "--json", "--as", "ines"],
            ["--theme", "dark", "--store", store, "--as", "ines", "queue", "--json"],
        ] {
            let answer = try Program(arguments, environment: bare, scratch: office.scratch).wait()
            #expect(answer.status == 0, "\(answer)")
            #expect(try Tree(answer.output)["total"] == 33)
        }
    }

    @Test func theStoreOnTheCommandLineGoesBeforeTheEnvironment() throws {
        let office = try Office(.staffed)
        let answer = try office.assay("--store", office.scratch.path + "/none.db", "queue", as: "ines")
        #expect(answer.status == 69 && answer.messages.contains("none.db"), "\(answer)")
    }

    /// A script that writes to a full disk must not take what came out for all of it.
    @Test func whatCannotBePrintedIsNoSuccess() throws {
        let office = try Office(.staffed)
        for command in ["queue --json", "policy", "screen queue", "log --tsv"] {
            let shell = try PtyProcess(
                "/bin/sh", ["-c", "\(Program.path) --as pat \(command) > /dev/full; echo status $?"],
                environment: office.environment)
            try shell.wait { $0.contains("Standard output can't be written: No space left on device.") }
            try shell.wait { $0.contains("status 74") }
        }
        let piped = try PtyProcess(
            "/bin/sh", ["-c", "\(Program.path) --as pat log --json | head -c 10; echo; echo ended"],
            environment: office.environment)
        try piped.wait { $0.contains("{\"events\":") && $0.contains("ended") && !$0.contains("Standard output") }
    }

    @Test func optionsThatContradictEachOtherAreWrongUsage() throws {
        let office = try Office(.staffed)
        for arguments in [
            ["queue", "--json", "--tsv"], ["log", "--verify", "--submission", "ehc-2026-000101"],
            ["log", "--verify", "--tsv"],
        ] {
            let answer = try office.assay(arguments, as: "pat")
            #expect(answer.status == 64 && answer.output.isEmpty, "\(answer)")
        }
    }

    @Test func whatIsNoCommandIsNamed() throws {
        let office = try Office(.staffed)
        for words in [["frobnicate"], ["frobnicate", "--json"], ["--as", "ines", "frobnicate", "x"]] {
            let answer = try office.assay(words, as: "ines")
            #expect(answer.status == 64 && answer.output.isEmpty, "\(answer)")
            #expect(answer.messages.contains("There is no command frobnicate"), "\(answer)")
        }
        #expect(try office.assay("help", "queue", as: "ines").status == 0)
    }

    @Test func whoCannotBeAPersonIsToldOfAs() throws {
        let office = try Office(.bare)
        let message = try office.refused("init", as: "J Doe", status: 1)
        #expect(message.contains("J Doe") && message.contains("--as"))
        #expect(!FileManager.default.fileExists(atPath: office.store))
    }

    @Test func aPersonIsTheUnixUserUnlessSaid() throws {
        let office = try Office(.bare)
        #expect(try office.assay("init").status == 0)
        let people = try office.data("people")["people"].list
        #expect(people.map { $0["id"].text ?? "" } == [NSUserName()])
    }

    @Test func postgresIsRefusedClearlyUntilItIsBuilt() throws {
        let office = try Office(.bare)
        let message = try office.refused("--store", "postgres://localhost/assay", "queue", as: "pat", status: 69)
        #expect(message.lowercased().contains("postgres"))
    }
}
