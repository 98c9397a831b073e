import Core
import Testing

@testable import Store

@Suite struct LeakTests {
    let now = Scratch.dawn
    let reason = "Dana Whitaker is named in e1."

    private func refusal(_ body: () throws -> Void) throws -> String? {
        do {
            try body()
            return nil
        } catch let refusal as Refusal { return refusal.sentence }
    }

    @discardableResult
    private func report(_ scratch: Scratch, as who: String, _ id: String = "a", reason: String? = nil) throws
        -> LeakReport
    {
        try scratch.store.reportLeak(id, reason: reason ?? self.reason, as: try scratch.caller(who), now: now)
    }

    @Test func oncePersonAndSubmissionAndNothingElseChanges() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        let ana = try scratch.caller("ana")
        _ = try scratch.store.claim("a", as: ana, now: now)
        let made = try report(scratch, as: "ana")
        #expect(made == LeakReport(by: "ana", at: now, reason: reason))
        #expect(try refusal { try report(scratch, as: "ana") } == "You have reported a leak in a already.")
        let second = try report(scratch, as: "ben", reason: "And in e2.")
        try report(scratch, as: "ana", "b")
        let again = try scratch.again()
        func seen(_ who: String) throws -> [LeakReport] {
            try again.detail("a", as: try scratch.caller(who), now: now).leaks
        }
        for who in ["dot", "eve", "root"] { #expect(try seen(who) == [made, second], "\(who)") }
        #expect(try seen("ana") == [made] && seen("ben") == [second] && seen("cy") == [])
        #expect(try again.detail("a", as: ana, now: now).claim?.assessor == "ana")
        // The log says that it happened, and not what may name the earner.
        let events = try scratch.log("a").filter { $0.what == "leak" }
        #expect(events.map(\.who) == ["ana", "ben"] && events.allSatisfy { $0.detail == "{}" })
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    @Test func eachRefusal() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let events = try scratch.log().count
        for who in ["dot", "eve", "root", "none"] {
            #expect(throws: Refusal.role(person: who, action: .reportLeak)) { try report(scratch, as: who) }
        }
        #expect(try refusal { try report(scratch, as: "ana", "x") } == "There is no submission x.")
        #expect(try refusal { try report(scratch, as: "ana", reason: " ") } == "Reporting a leak needs a reason.")
        #expect(
            try refusal { try report(scratch, as: "ana", reason: "a\nb") }
                == "The reason of a leak is one line; this one has several.")
        #expect(try scratch.log().count == events)
        var open = Policy()
        open.scoring.blind = false
        _ = try scratch.store.importPolicy(open, as: try scratch.caller("root"), now: now)
        #expect(
            try refusal { try report(scratch, as: "ana") }
                == "The policy is not blind: who the earner of a is may be known.")
    }

    @Test func aSessionFlagsItAndSignsAllTheSame() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        let ana = try scratch.caller("ana")
        let eve = try scratch.caller("eve")
        for id in ["a", "b"] {
            _ = try scratch.store.score(id, Scratch.levels(), base: nil, submit: true, as: ana, now: now)
        }
        _ = try scratch.store.makeBatch("one", QueueFilter(), as: eve, now: now)
        try report(scratch, as: "ben")
        try report(scratch, as: "ana")
        let page = try scratch.store.batchPage(BatchRequest(name: "one", limit: 5), as: eve, now: now)
        #expect(page.items.map(\.flags) == [[.leakReported], []])
        #expect(page.items.map(\.verdict) == [.toSign, .toSign])
        let counts = try scratch.store.batchCounts("one", as: eve, now: now).1
        #expect(counts.count(.flag(.leakReported)) == 1)
        #expect(try scratch.store.signBatch("one", as: eve, now: { now }).signed == 2)
    }
}
