import Foundation
import Support
import Testing

/// The record: whole after honest work, and broken at a named place after any other.
@Suite struct LogTests {
    static func worked() throws -> Office {
        let office = try Office(.staffed)
        let id = "ehc-2026-000101"
        let levels = try office.data("show", id, as: "ruth").assignments()
        for arguments in [["claim", id], ["score", id] + levels, ["score", id, "--submit"]] {
            let answer = try office.assay(arguments, as: "ines")
            #expect(answer.status == 0, "\(answer)")
        }
        _ = try office.data("decide", id, "award", "--reason", "Good.", as: "olu")
        return office
    }

    @Test func everyChangeIsOnTheRecordAndReadingIsNot() throws {
        let office = try Self.worked()
        let events = try office.data("log", "--submission", "ehc-2026-000101", as: "ruth")["events"].list
        #expect(events.count >= 5, "\(events)")
        let who = events.compactMap { $0["who"].text }
        #expect(who.contains("ines") && who.last == "olu")
        #expect(events.allSatisfy { $0["at"].isTime })
        let all = try office.data("log", "--verify", as: "pat")
        #expect(all["ok"] == true)
        for arguments in [["queue"], ["show", "ehc-2026-000101"], ["log"], ["people"], ["policy"], ["doctor"]] {
            _ = try office.assay(arguments, as: "ruth")
        }
        #expect(try office.data("log", "--verify", as: "pat") == all)
        let list = try office.data("log", as: "pat")["events"].list
        #expect(list.count == all["events"].int)
        #expect(list.map { $0["n"].int ?? 0 } == Array(1...list.count))
    }

    enum Crime: String, CaseIterable, Sendable {
        case word = "UPDATE log SET detail = detail || ' ' WHERE n = 20"
        case who = "UPDATE log SET who = 'mallory' WHERE n = 20"
        case time = "UPDATE log SET at = at - 1 WHERE n = 20"
        case kind = "UPDATE log SET what = 'claim' WHERE n = 20"
        case hash = "UPDATE log SET hash = zeroblob(32) WHERE n = 20"
        case middle = "DELETE FROM log WHERE n = 20"
        case order =
            "UPDATE log SET n = -1 WHERE n = 20; UPDATE log SET n = 20 WHERE n = 21; UPDATE log SET n = 21 WHERE n = -1"
        case subject = "UPDATE log SET subject = (SELECT max(subject) FROM log) WHERE n = 20"
        case end = "DELETE FROM log WHERE n = (SELECT max(n) FROM log)"
        case more =
            "INSERT INTO log SELECT n + 1, at, who, what, subject, detail, hash FROM log ORDER BY n DESC LIMIT 1"
        case all = "DELETE FROM log"
    }

    @Test(.enabled(if: Office.hasSQLiteShell), arguments: Crime.allCases)
    func tamperingIsNamed(crime: Crime) throws {
        let office = try Self.worked()
        let before = try office.data("log", "--verify", as: "pat")
        let count = try #require(before["events"].int)
        // The triggers forbid it; whoever has the file can drop them.
        let refused = try office.sqlite(crime.rawValue)
        if crime != .more { #expect(refused.contains("append-only"), "\(refused)") }
        let triggers = try office.sqlite("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log'")
        for trigger in triggers.split(separator: "\n") { try office.sqlite("DROP TRIGGER \(trigger)") }
        try office.sqlite(crime.rawValue)
        let answer = try office.assay("log", "--verify", "--json", as: "pat")
        #expect(answer.status == 69, "\(answer)")
        let after = try Tree(answer.output)
        #expect(after["ok"] == false)
        let place =
            switch crime {
            case .all: 1
            case .end: count
            case .more: count + 1
            default: 20
            }
        #expect(after["brokenAt"].int == place, "\(after.line)")
        let plain = try office.assay("log", "--verify", as: "pat")
        #expect(plain.status == 69 && plain.text.contains("\(place)"), "\(plain)")
        let doctor = try office.assay("doctor", as: "pat")
        #expect(doctor.status != 0 && doctor.text.contains("->"), "\(doctor)")
    }

    /// Nothing of the chain is broken by these: the tables tell.
    enum CleanCrime: String, CaseIterable, Sendable {
        case emptied = "DELETE FROM log; DELETE FROM log_head"
        case cut = """
            DELETE FROM log WHERE n > 20;
            UPDATE log_head SET n = 20, hash = (SELECT hash FROM log WHERE n = 20)
            """
        case rescored = "UPDATE score SET level = (SELECT min(level) FROM score), comment = 'Sorry.'"
        case redecided = "UPDATE decision SET kind = 'deny', reason = 'Copied.'"
        case undecided = "DELETE FROM decision"
        case promoted = "UPDATE person SET roles = 'admin approver' WHERE id = 'ines'"
        case rewritten = "UPDATE submission_body SET body = replace(body, 'the', 'a') WHERE submission = 1"
    }

    @Test(.enabled(if: Office.hasSQLiteShell), arguments: CleanCrime.allCases)
    func whatTheChainDoesNotShowTheTablesTell(crime: CleanCrime) throws {
        let office = try Self.worked()
        let events = try office.data("log", as: "pat")["events"].list
        let triggers = try office.sqlite("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log'")
        for trigger in triggers.split(separator: "\n") { try office.sqlite("DROP TRIGGER \(trigger)") }
        #expect(try office.sqlite(crime.rawValue) == "")
        let answer = try office.assay("log", "--verify", "--json", as: "pat")
        let found = try Tree(answer.output)
        #expect(answer.status == 69 && found["ok"] == false, "\(answer)")
        #expect(found["problems"].list.first?.text?.hasSuffix(".") == true, "\(found.line)")
        func number(_ what: String) -> Int? { events.last { $0["what"].text == what }?["n"].int }
        let place: Int? =
            switch crime {
            case .emptied: 1
            case .cut: 21
            case .rescored: number("submit")
            case .redecided, .undecided: number("decide")
            case .promoted: events.last { $0["detail"].text?.contains("\"person\":\"ines\"") == true }?["n"].int
            case .rewritten: events.first { $0["what"] == "import-submission" }?["n"].int
            }
        #expect(place != nil && found["brokenAt"].int == place, "\(found.line)")
        let plain = try office.assay("log", "--verify", as: "pat")
        #expect(plain.status == 69 && plain.text.contains("\(place ?? 0)"), "\(plain)")
        #expect(plain.text.contains(found["problems"].list.first?.text ?? "-"), "\(plain)")
    }

    @Test(.enabled(if: Office.hasSQLiteShell))
    func aScoreChangedBehindItsBackIsNoticed() throws {
        let office = try Self.worked()
        try office.sqlite("UPDATE submission SET id = 'ehc-2026-999999' WHERE id = 'ehc-2026-000101'")
        #expect(try office.assay("log", "--verify", as: "pat").status == 69)
    }
}
