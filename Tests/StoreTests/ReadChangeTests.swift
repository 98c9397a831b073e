import Core
import Testing

@testable import Store

/// A policy that wants more reads, or fewer, while submissions are under way.
@Suite struct ReadChangeTests {
    let now = Scratch.dawn

    private func policy(_ assessors: Int) -> Policy {
        var policy = Policy()
        policy.scoring.assessors = assessors
        return policy
    }

    private func want(_ assessors: Int, _ scratch: Scratch) throws {
        _ = try scratch.store.importPolicy(policy(assessors), as: try scratch.caller("root"), now: now)
    }

    private func read(_ scratch: Scratch, _ id: String, by who: String, _ level: String = "demonstrated") throws {
        _ = try scratch.store.score(
            id, Scratch.levels(level), base: nil, submit: true, as: try scratch.caller(who), now: now)
    }

    private func states(_ scratch: Scratch, _ ids: String...) throws -> [SubmissionState] {
        let eve = try scratch.caller("eve")
        return try ids.map { try scratch.store.detail($0, as: eve, now: now).row.state }
    }

    @Test func whatLacksAReadWaitsForItAndComesBack() throws {
        let scratch = try Scratch(policy: policy(1))
        try scratch.add(["a", "b", "c", "d"].map { Scratch.submission($0) })
        for id in ["a", "b", "c"] { try read(scratch, id, by: "ana") }
        let eve = try scratch.caller("eve")
        _ = try scratch.store.decide("c", .award, reason: "r", as: eve, now: now)
        try want(2, scratch)
        #expect(try states(scratch, "a", "b", "c", "d") == [.secondRead, .secondRead, .awarded, .pending])
        #expect(try scratch.log("a").last?.what == "reroute")
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
        // What was decided under the old policy comes back under the new one.
        #expect(try scratch.store.undecide("c", reason: "r", as: eve, now: now) == .secondRead)
        try read(scratch, "a", by: "ben")
        #expect(try states(scratch, "a") == [.ready])
        #expect(try scratch.store.decide("a", .award, reason: "r", as: eve, now: now).kind == .award)
        try want(1, scratch)
        #expect(try states(scratch, "a", "b", "c") == [.awarded, .ready, .ready])
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
        #expect(try scratch.store.verifyLog().ok)
    }

    @Test func fewerReadsMayBeADispute() throws {
        let scratch = try Scratch(policy: policy(3))
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        try read(scratch, "a", by: "ana")
        try read(scratch, "a", by: "ben", "developing")
        for who in ["ana", "ben"] { try read(scratch, "b", by: who) }
        #expect(try states(scratch, "a", "b") == [.secondRead, .secondRead])
        try want(2, scratch)
        #expect(try states(scratch, "a", "b") == [.adjudication, .ready])
    }

    @Test func whoIsReadingGoesOn() throws {
        let scratch = try Scratch(policy: policy(2))
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        let ben = try scratch.caller("ben")
        for id in ["a", "b"] {
            try read(scratch, id, by: "ana")
            _ = try scratch.store.claim(id, as: ben, now: now)
        }
        try want(1, scratch)
        #expect(try states(scratch, "a", "b") == [.secondRead, .secondRead])
        try scratch.store.release("a", as: ben, now: now)
        #expect(try scratch.log("a").suffix(2).map(\.what) == ["release", "reroute"])
        try read(scratch, "b", by: "ben")
        #expect(try states(scratch, "a", "b") == [.ready, .ready])
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    /// A claim that has run out is none, whether or not somebody has written since.
    @Test func whoHasLetItLapseIsNotWaitedFor() throws {
        let scratch = try Scratch(policy: policy(2))
        try scratch.add([Scratch.submission("a")])
        try read(scratch, "a", by: "ana")
        _ = try scratch.store.claim("a", as: try scratch.caller("ben"), now: now)
        let later = now.advanced(bySeconds: 100_000)
        let root = try scratch.caller("root")
        _ = try scratch.store.importPolicy(policy(1), as: root, now: later)
        let eve = try scratch.caller("eve")
        #expect(try scratch.store.detail("a", as: eve, now: later).row.state == .ready)
        #expect(try scratch.store.decide("a", .award, reason: "r", as: eve, now: later).kind == .award)
        #expect(try scratch.log("a").suffix(3).map(\.what) == ["reroute", "lapse", "decide"])
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    @Test func whatWasSettledLacksNothing() throws {
        let scratch = try AdjudicateTests.disputed()
        let levels = ["c2", "c3"].map { Adjudication.Settled(criterion: $0, level: "demonstrated") }
        let eve = try scratch.caller("eve")
        _ = try scratch.store.adjudicate("a", levels, reason: "r", as: eve, now: now)
        try want(3, scratch)
        #expect(try states(scratch, "a") == [.ready])
        #expect(try scratch.store.decide("a", .award, reason: "r", as: eve, now: now).kind == .award)
    }

    /// Alone no rule that needs a second person binds; from the first who joins, all do.
    @Test func whatOnePersonDidAloneWaitsForASecondOnce() throws {
        let scratch = try Scratch(policy: policy(1), people: [])
        try scratch.add([Scratch.submission("a")])
        try read(scratch, "a", by: "root")
        try want(2, scratch)
        #expect(try scratch.store.detail("a", as: try scratch.caller("root"), now: now).row.state == .ready)
        _ = try scratch.store.importPeople(Scratch.people, as: try scratch.caller("root"), now: now)
        #expect(try states(scratch, "a") == [.secondRead])
        try read(scratch, "a", by: "ana")
        #expect(try states(scratch, "a") == [.ready])
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    /// Should anything have slipped through all the same.
    @Test func anAwardCountsTheReads() throws {
        let scratch = try Scratch(policy: policy(2))
        try scratch.add([Scratch.submission("a")])
        try read(scratch, "a", by: "ana")
        try scratch.tamper("UPDATE submission SET state = 4")
        #expect(throws: Refusal.rule("a can't be awarded: its second read is missing.")) {
            _ = try scratch.store.decide("a", .award, reason: "r", as: try scratch.caller("eve"), now: now)
        }
    }

    /// A reader sees a claim that is over as the next writer will leave it.
    @Test func aSecondReaderWhoseClaimIsOverIsNotWaitedFor() throws {
        let scratch = try Scratch(policy: policy(2))
        try scratch.add([Scratch.submission("a")])
        try read(scratch, "a", by: "ana")
        _ = try scratch.store.claim("a", as: try scratch.caller("ben"), now: now)
        _ = try scratch.store.importPolicy(policy(1), as: try scratch.caller("root"), now: now)
        #expect(try states(scratch, "a") == [.secondRead], "ben may finish")
        let later = now.advanced(bySeconds: 1_801)
        let (dot, eve) = (try scratch.caller("both"), try scratch.caller("eve"))
        #expect(try scratch.store.detail("a", as: dot, now: later).row.state == .ready)
        let status = try scratch.store.status(by: .district, as: dot, now: later)
        #expect(status.count(.ready) == 1 && status.count(.secondRead) == 0)
        var filter = QueueFilter()
        filter.states = [.ready]
        #expect(
            try scratch.store.queue(QueueRequest(filter: filter, limit: 5), as: eve, now: later).rows.map(\.id) == ["a"]
        )
        _ = try scratch.store.decide("a", .award, reason: "r", as: eve, now: later)
        #expect(try scratch.store.verifyLog().ok)
    }

    /// Promise 7: what waits elsewhere is not looked at.
    @Test func whatItCostsIsWhatMoves() throws {
        func steps(_ count: Int) throws -> Int {
            let scratch = try Scratch(policy: policy(1))
            try scratch.add(Scratch.submissions(count, seed: 3))
            try scratch.add([Scratch.submission("a")])
            try read(scratch, "a", by: "ana")
            // On a connection that counts its work.
            try SQLiteConnection(path: scratch.path, meter: scratch.meter).use { database in
                var log = try LogBook(database)
                try ReadChange(database, policy(2)).run(&log, by: "root", at: now)
                try log.close()
            }
            #expect(try states(scratch, "a") == [.secondRead])
            return scratch.meter.counts.steps
        }
        let (small, large) = (try steps(50), try steps(2_000))
        #expect(small > 0 && large <= small * 3 / 2, "\(small) steps among 50, \(large) among 2,000")
    }
}
