import Glibc
import Screen
import Support
import Testing

/// `status`: what a coordinator asks first.
@Suite struct StatusCommandTests {
    static let states = [
        "pending", "claimed", "second-read", "adjudication", "ready", "awarded", "returned", "incomplete", "denied",
    ]

    @Test func theShapeThatScriptsRelyOn() throws {
        let office = try Office(.staffed)
        let status = try office.data("status", as: "ruth")
        #expect(
            status.keys.isSuperset(of: [
                "states", "overdue", "dueSoon", "oldestDueAt", "by", "throughput", "forecast",
            ]))
        #expect(status["states"].keys == Set(Self.states))
        #expect(status["states"]["pending"] == 33)
        #expect(status["overdue"].int != nil && status["dueSoon"].int != nil && status["oldestDueAt"].isTime)
        #expect(status["throughput"].list.count == 90)
        for day in status["throughput"].list {
            #expect(day.keys == ["date", "submitted", "scored", "decided"])
        }
        #expect(status["forecast"].keys.isSuperset(of: ["clearedOn", "willBreach"]))
        #expect(status["forecast"]["clearedOn"] == nil)
        let late = try office.data("queue", "--overdue", "--limit", "1", as: "ruth")["total"]
        #expect(status["overdue"] == late)
        let (deadlines, ages) = (status["deadlines"].list, status["ages"].list)
        #expect(deadlines.allSatisfy { $0.keys == ["date", "daysLeft", "open"] })
        #expect(ages.allSatisfy { $0.keys == ["date", "days", "open"] })
        for counted in [deadlines, ages] { #expect(counted.reduce(0) { $0 + ($1["open"].int ?? 0) } == 33) }
        let page = try office.assay("status", as: "ruth").lines
        #expect(page.contains { $0.hasPrefix("days left   ") } && page.contains { $0.hasPrefix("days old    ") })
        let empty = try Office(.bare)
        _ = try empty.assay("init", as: "pat")
        let nothing = try empty.data("status", as: "pat")
        #expect(nothing["by"] == [] && nothing["oldestDueAt"] == nil && nothing["overdue"] == 0)
        #expect(nothing["forecast"]["clearedOn"].text != nil && nothing["forecast"]["willBreach"] == 0)
    }

    @Test(arguments: ["district", "micro-credential", "assessor", "state"])
    func rowsAreThoseOfTheQueue(by: String) throws {
        let office = try Office(.staffed)
        let id = try office.data("claim", "--next", as: "ines")["id"].text ?? ""
        #expect(!id.isEmpty)
        let rows = try office.data("status", "--by", by, as: "ruth")["by"].list
        #expect(!rows.isEmpty)
        for row in rows {
            #expect(
                row.keys.isSuperset(of: ["key", "pending", "claimed", "ready", "overdue", "awarded", "returned"]))
            let key = row["key"].text ?? ""
            let total = try office.data("queue", "--\(by)", key, "--state", "claimed", "--limit", "1", as: "ruth")
            if by != "state" { #expect(row["claimed"] == total["total"], "\(key)") }
        }
        #expect(rows.reduce(0) { $0 + ($1["claimed"].int ?? 0) } == 1)
        let table = try office.assay("status", "--by", by, "--tsv", as: "ruth")
        let lines = table.lines
        #expect(lines[0].hasPrefix("key\tpending\tclaimed\tready\toverdue\tawarded\treturned"))
        #expect(lines.count == rows.count + 1)
    }

    @Test func judgingMovesTheCounts() throws {
        let office = try Office(.staffed)
        let id = "ehc-2026-000101"
        let levels = try office.data("show", id, as: "ruth").assignments()
        #expect(try office.assay(["score", id, "--submit"] + levels, as: "ines").status == 0)
        _ = try office.data("decide", id, "award", "--reason", "Well done.", as: "olu")
        let status = try office.data("status", as: "ruth")
        #expect(status["states"]["awarded"] == 1 && status["states"]["pending"] == 32)
        let today = status["throughput"].list.last
        #expect(today?["scored"] == 1 && today?["decided"] == 1)
    }

    @Test(arguments: ["ines", "olu", "pat", "nobody"]) func othersMayNot(person: String) throws {
        let office = try Office(.staffed)
        for command in [
            ["status"], ["status", "--json"], ["status", "--overdue", "--quiet"], ["screen", "dashboard"],
        ] {
            let answer = try office.assay(command, as: person)
            #expect(answer.status == 77 && answer.output.isEmpty, "\(answer)")
        }
    }

    @Test func cronIsToldByTheExitStatusAlone() throws {
        let office = try Office(.staffed)
        let late = try office.data("status", as: "ruth")["overdue"].int ?? 0
        let answer = try office.assay("status", "--overdue", "--quiet", as: "ruth")
        #expect(answer.status == (late > 0 ? 1 : 0))
        #expect(answer.output.isEmpty && answer.messages.isEmpty)
        let empty = try Office(.bare)
        _ = try empty.assay("init", as: "pat")
        #expect(try empty.assay("status", "--overdue", "--quiet", as: "pat").status == 0)
        #expect(try empty.assay("status", "--overdue", as: "pat").text == "0 overdue\n")
    }

    @Test func aWatchPrintsAgainWhenTheStoreChanges() throws {
        let office = try Office(.staffed)
        let watch = try office.start(["status", "--watch", "--json"], as: "ruth")
        try watch.waitForLines(1)
        let id = try office.data("claim", "--next", as: "ines")["id"].text ?? ""
        #expect(!id.isEmpty)
        let lines = try watch.waitForLines(2)
        #expect(try Tree(Array(lines[0].utf8))["states"]["claimed"] == 0)
        #expect(try Tree(Array(lines[1].utf8))["states"]["claimed"] == 1)
        watch.interrupt()
        #expect(try watch.wait().exit == .signal(SIGINT))
    }

    /// In a corner of somebody's screen: no line is folded, nothing scrolls away, and what is missing is counted.
    @Test func aWatchStaysInItsCorner() throws {
        let office = try Office(.staffed)
        let corner = try PtyProcess(
            Program.path, ["--as", "ruth", "status", "--watch"], size: Size(columns: 30, rows: 5),
            environment: office.environment)
        try corner.wait { $0.contains("more lines") }
        #expect(corner.screen.row(0).hasPrefix("33 pending") && corner.screen.row(4).hasPrefix("... "))
        corner.resize(Size(columns: 100, rows: 40))
        try corner.wait { $0.contains("Alder Fork") && !$0.contains("more lines") }
        #expect(corner.screen.row(0).hasPrefix("33 pending"))
    }

    @Test func theDashboardInATerminal() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ruth")
        try console.waitForQueue()
        try console.type("d")
        try console.wait("the dashboard") { $0.row(0).hasPrefix("Dashboard") && $0.contains("pending 33") }
        _ = try office.data("claim", "--next", as: "ines")
        try console.wait("the claim, without a key") { $0.contains("claimed 1") && $0.contains("1 claim held: ines") }
        try console.type("<Enter>")
        try console.waitForQueue()
        try console.type("q")
        try console.wait("the dashboard") { $0.row(0).hasPrefix("Dashboard") }
        try console.type("q")
        try console.waitForQueue()
        try console.type("q")
        #expect(try console.waitForExit() == .status(0))
    }
}
