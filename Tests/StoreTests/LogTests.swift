import Core
import Support
import Testing

@testable import Store

@Suite struct LogTests {
    let now = Scratch.dawn

    private func lived() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(12))
        let ana = try scratch.caller("ana")
        for number in 0..<4 {
            let id = "s-00000\(number)"
            _ = try scratch.store.save(Scratch.levels(), submission: id, base: 0, as: ana, now: now)
            _ = try scratch.store.submit(id, base: nil, as: ana, now: now)
            _ = try scratch.store.decide(id, .award, reason: "meets", as: try scratch.caller("eve"), now: now)
        }
        return scratch
    }

    @Test func theLogTellsWhatHappened() throws {
        let scratch = try lived()
        let events = try scratch.log("s-000001")
        #expect(events.map(\.what) == ["import-submission", "claim", "save", "submit", "decide"])
        #expect(events.map(\.who) == ["root", "ana", "ana", "ana", "eve"])
        let all = try scratch.log()
        #expect(all.map(\.n) == Array(1...Int64(all.count)))
        #expect(all.first?.previous == String(repeating: "0", count: 64))
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.hash == $1.previous })
        #expect(
            Set(all.map(\.what)).isSuperset(of: ["create", "import-policy", "import-person", "import-micro-credential"])
        )
        let part = try scratch.store.log(after: 3, limit: 2, as: try scratch.caller("dot"))
        #expect(part.map(\.n) == [4, 5])
        #expect(throws: Refusal.role(person: "ana", action: .seeLog)) {
            _ = try scratch.store.log(limit: 1, as: try scratch.caller("ana"))
        }
        let found = try scratch.store.verifyLog()
        #expect(found == LogVerification(events: Int64(all.count), head: all.last?.hash ?? "", ok: true, brokenAt: nil))
    }

    /// The worked example of docs/STORE.md: whoever writes another verifier must come to the same bytes.
    @Test func theEncodingIsTheDocumentedOne() {
        let hash = LogChain.start.hash(
            at: 1_790_863_380, who: "alice", what: "claim", submission: "eec-2026-000123", detail: "{}")
        var packing = Packing("assay/log@1")
        packing.add(LogChain.start.hash)
        packing.add(Int64(1))
        packing.add(Int64(1_790_863_380))
        packing.add("alice")
        packing.add("claim")
        packing.add("eec-2026-000123" as String?)
        packing.add("{}")
        #expect(packing.sha256 == hash)
        let zeros = String(repeating: "\0", count: 32)
        let bytes = "11:assay/log@1,32:\(zeros),1:1,10:1790863380,5:alice,5:claim,1:1,15:eec-2026-000123,2:{},"
        #expect(packing.bytes == Array(bytes.utf8))
        #expect(hex(hash) == LogTests.example)
    }

    static let example = "86bd0f9e6203029b6641ab4e7fca99d4c91832ca03b713389e18c0578881dacc"

    @Test func nothingInItCanBeChanged() throws {
        let scratch = try lived()
        let driver = try SQLiteDriver(path: scratch.path)
        for sql in ["UPDATE log SET who = 'x' WHERE n = 3", "DELETE FROM log WHERE n = 3"] {
            #expect(throws: Refusal.self) { try driver.write { _ = try $0.run(sql) } }
        }
        #expect(try scratch.store.verifyLog().ok)
    }

    @Test func everyChangeIsFoundWhereItWasMade() throws {
        var random = Seeded(seed: 11)
        for round in 0..<24 {
            let scratch = try lived()
            let count = try scratch.store.verifyLog().events
            let n = round == 0 ? count : Int64.random(in: 1...count, using: &random)
            let (sql, broken): (String, Int64) =
                switch round % 8 {
                case 0: ("DELETE FROM log WHERE n = \(n)", n)
                case 1: ("UPDATE log SET who = 'mallory' WHERE n = \(n)", n)
                case 2: ("UPDATE log SET at = at + 1 WHERE n = \(n)", n)
                case 3: ("UPDATE log SET detail = detail || ' ' WHERE n = \(n)", n)
                case 4: ("UPDATE log SET hash = zeroblob(32) WHERE n = \(n)", n)
                case 5: ("UPDATE log SET n = n + 1000 WHERE n >= \(n)", n)
                case 6: ("DELETE FROM log WHERE n >= \(n)", n)
                default:
                    (
                        """
                        UPDATE log SET what = (SELECT what FROM log WHERE n = 1), subject = NULL WHERE n = \(max(2, n))
                        """, max(2, n)
                    )
                }
            try scratch.tamper(sql)
            let found = try scratch.store.verifyLog()
            #expect(!found.ok && found.brokenAt == broken, "\(sql): \(found)")
            #expect(scratch.store.checkHealth().contains { $0.subject == "log" && $0.grade == .fault })
        }
    }

    @Test func aHeadThatWasMovedIsFound() throws {
        let scratch = try lived()
        let count = try scratch.store.verifyLog().events
        try scratch.tamper("UPDATE log_head SET n = \(count - 2)")
        #expect(try scratch.store.verifyLog().brokenAt == count - 1)
        try scratch.tamper("DELETE FROM log_head")
        #expect(try scratch.store.verifyLog().brokenAt == 1)
    }

    @Test func aSubmissionThatWasRenamedIsFound() throws {
        let scratch = try lived()
        let first = try scratch.log("s-000005").first?.n
        try scratch.tamper("UPDATE submission SET id = 'other' WHERE id = 's-000005'")
        #expect(try scratch.store.verifyLog().brokenAt == first)
    }
}
