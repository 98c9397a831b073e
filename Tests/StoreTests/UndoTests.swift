import Core
import Testing

@testable import Store

@Suite struct UndoTests {
    let now = Scratch.dawn

    private func refusal(_ body: () throws -> Void) throws -> String? {
        do {
            try body()
            return nil
        } catch let refusal as Refusal { return refusal.sentence }
    }

    @Test func aDecisionIsTakenBackOnTheRecord() throws {
        let scratch = try Scratch()
        try scratch.add(["a", "b", "c"].map { Scratch.submission($0) })
        let store = scratch.store
        let ana = try scratch.caller("ana")
        let dot = try scratch.caller("dot")
        let eve = try scratch.caller("eve")
        _ = try store.score("a", Scratch.levels(), base: nil, submit: true, as: ana, now: now)
        _ = try store.claim("b", as: ana, now: now)
        _ = try store.decide("a", .award, reason: "good", as: eve, now: now)
        _ = try store.decide("b", .incomplete, reason: "no evidence", as: dot, now: now)
        #expect(throws: Refusal.role(person: "dot", action: .decide)) {
            _ = try store.undecide("a", reason: "x", as: dot, now: now)
        }
        #expect(throws: Refusal.role(person: "ana", action: .markIncomplete)) {
            _ = try store.undecide("b", reason: "x", as: ana, now: now)
        }
        #expect(
            try refusal { _ = try store.undecide("a", reason: " ", as: eve, now: now) }
                == "Taking a decision back needs a reason.")
        #expect(try store.undecide("a", reason: "wrong one", as: eve, now: now) == .ready)
        #expect(try store.undecide("b", reason: "it came", as: dot, now: now) == .pending)
        #expect(try refusal { _ = try store.undecide("c", reason: "x", as: eve, now: now) } == "c is not decided.")
        #expect(try store.detail("a", as: eve, now: now).decision == nil)
        _ = try store.decide("a", .award, reason: "after all", as: eve, now: now)
        #expect(try scratch.log("a").suffix(3).map(\.what) == ["decide", "undecide", "decide"])
        #expect(store.checkHealth().allSatisfy { $0.grade == .good })
    }

    @Test func whatABatchHasSignedStaysDecided() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        let eve = try scratch.caller("eve")
        _ = try scratch.store.score("a", Scratch.levels(), base: nil, submit: true, as: ana, now: now)
        _ = try scratch.store.makeBatch("may", QueueFilter(), as: eve, now: now)
        _ = try scratch.store.signBatch("may", as: eve, now: { now })
        #expect(
            try refusal { _ = try scratch.store.undecide("a", reason: "x", as: eve, now: now) }
                == "a was signed in the batch session may; it can't be taken back any more.")
    }

    @Test func aStuckClaimIsFreedOrGivenToAnother() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        let store = scratch.store
        let ana = try scratch.caller("ana")
        let dot = try scratch.caller("dot")
        for id in ["a", "b"] { _ = try store.claim(id, as: ana, now: now) }
        _ = try store.save([.comment(criterion: "c1", "hm")], submission: "a", base: nil, as: ana, now: now)
        #expect(throws: Refusal.role(person: "ana", action: .takeOverClaim)) {
            _ = try store.takeOver("a", for: nil, reason: "x", as: ana, now: now)
        }
        let given = try store.takeOver("a", for: "ben", reason: "ana is ill", as: dot, now: now)
        #expect(given.takenFrom == "ana" && given.claim?.assessor == "ben")
        #expect(throws: Refusal.self) {
            _ = try store.save([.comment(criterion: "c1", "mine")], submission: "a", base: nil, as: ana, now: now)
        }
        #expect(try store.takeOver("b", for: nil, reason: "ana is ill", as: dot, now: now).claim == nil)
        #expect(try store.detail("b", as: dot, now: now).row.state == .pending)
        #expect(
            try refusal { _ = try store.takeOver("b", for: nil, reason: "x", as: dot, now: now) } == "b is not claimed."
        )
        #expect(
            try refusal { _ = try store.takeOver("a", for: "dot", reason: "x", as: dot, now: now) }
                == "dot is no assessor; nothing was taken over.")
        #expect(
            try refusal { _ = try store.takeOver("a", for: "cy", reason: "x", as: dot, now: now) }
                == "cy has a conflict of interest with Floyd, from where a comes.")
        #expect(try scratch.log("a").last?.detail.contains("\"from\":\"ana\"") == true)
        #expect(store.checkHealth().allSatisfy { $0.grade == .good })
    }
}
