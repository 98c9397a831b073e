import Core
import Testing

@testable import Store

@Suite struct BatchTests {
    let now = Scratch.dawn

    /// Five ready ones, `a` to `e`; `c` was scored by `both`, `d` says not yet; `f` waits.
    private func sitting(_ policy: Policy = Policy()) throws -> Scratch {
        let scratch = try Scratch(policy: policy)
        try scratch.add(["a", "b", "c", "d", "e", "f"].map { Scratch.submission($0) })
        for (id, who, level) in [
            ("a", "ana", "demonstrated"), ("b", "ana", "demonstrated"), ("c", "both", "demonstrated"),
            ("d", "ana", "developing"), ("e", "ben", "demonstrated"),
        ] {
            let caller = try scratch.caller(who)
            _ = try scratch.store.save(Scratch.levels(level), submission: id, base: 0, as: caller, now: now)
            _ = try scratch.store.submit(id, base: nil, as: caller, now: now)
        }
        return scratch
    }

    private func make(_ scratch: Scratch, _ name: String = "one", _ filter: QueueFilter = QueueFilter()) throws {
        _ = try scratch.store.makeBatch(name, filter, as: try scratch.caller("dot"), now: now)
    }

    private func sign(_ scratch: Scratch, as who: String, goesOn: (BatchProgress) -> Bool = { _ in true }) throws
        -> BatchProgress
    {
        try scratch.store.signBatch("one", as: try scratch.caller(who), now: { now }, goesOn: goesOn)
    }

    private func refusal(_ body: () throws -> Void) throws -> String? {
        do {
            try body()
            return nil
        } catch let refusal as Refusal { return refusal.sentence }
    }

    @Test func aPlanSaysWhatSigningDoesAndSigningDoesIt() throws {
        let scratch = try sitting()
        try make(scratch)
        let both = try scratch.caller("both")
        try scratch.store.hold("b", in: "one", reason: "ask first", as: try scratch.caller("dot"), now: now)
        let plan = try scratch.store.batchPlan("one", as: both, now: now)
        #expect(plan.willSign == ["a", "e"])
        #expect(plan.held == [.init(id: "b", reason: "ask first")])
        #expect(plan.refused == [.init(id: "c", refusal: .scoredByYou), .init(id: "d", refusal: .notMet)])
        #expect(!plan.isSigned)
        let done = try sign(scratch, as: "both")
        #expect(done.signed == 2 && done.isDone)
        #expect(done.refused == plan.refused)
        // Another person takes it up, and what was held is let go.
        let eve = try scratch.caller("eve")
        #expect(try scratch.store.batchPlan("one", as: eve, now: now).willSign == ["c"])
        try scratch.store.unhold("b", in: "one", as: try scratch.caller("dot"), now: now)
        #expect(try sign(scratch, as: "eve").signed == 2)
        let after = try scratch.store.batchPlan("one", as: eve, now: now)
        #expect(after.isSigned && after.signed == ["a", "b", "c", "e"])
        #expect(after.session.signed == 4 && after.session.held == 0 && after.session.items == 5)
        #expect(try sign(scratch, as: "eve").signed == 0)
        let log = try scratch.log()
        #expect(log.filter { $0.what == "decide" }.map(\.submission) == ["a", "e", "b", "c"])
        #expect(log.filter { $0.what == "decide" }.allSatisfy { $0.detail.contains("\"batch\":\"one\"") })
        #expect(try scratch.store.verifyLog().ok)
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    /// Whatever lets signing do more than a person was asked about ends the signing that they agreed to.
    @Test func aSigningIsBoundToWhatWasAsked() throws {
        let scratch = try sitting()
        try make(scratch)
        let (dot, eve) = (try scratch.caller("dot"), try scratch.caller("eve"))
        func version() throws -> Int { try scratch.store.batchCounts("one", as: eve, now: now).0.version }
        func sign(_ base: Int) throws -> Int {
            try scratch.store.signBatch("one", base: base, as: eve, now: { now }, goesOn: { _ in false }).signed
        }
        let asked = try version()
        try scratch.store.hold("b", in: "one", reason: "ask first", as: dot, now: now)
        #expect(try version() == asked, "to hold is to sign less")
        #expect(try sign(asked) == 1)
        try scratch.store.unhold("b", in: "one", as: dot, now: now)
        let sentence = "The plan of one is not what it was when you were asked; look at it again."
        #expect(try refusal { _ = try sign(asked) } == sentence)
        let again = try version()
        #expect(try sign(again) == 1)
        // Nothing had changed, so nothing more can be signed.
        #expect(try scratch.store.planBatchAgain("one", as: dot, now: now) == 0)
        #expect(try version() == again)
        _ = try scratch.store.decide("e", .return, reason: "see c1", as: eve, now: now)
        #expect(try scratch.store.planBatchAgain("one", as: dot, now: now) == 1)
        #expect(try refusal { _ = try sign(again) } == sentence)
        var policy = Policy()
        policy.approval.notByAssessor = false
        let before = try version()
        _ = try scratch.store.importPolicy(policy, as: try scratch.caller("root"), now: now)
        #expect(try refusal { _ = try sign(before) } == sentence)
    }

    @Test func aDecisionThatWasTakenBackIsAChange() throws {
        let scratch = try sitting()
        try make(scratch)
        let eve = try scratch.caller("eve")
        _ = try scratch.store.decide("a", .return, reason: "see c1", as: eve, now: now)
        _ = try scratch.store.undecide("a", reason: "wrong one", as: eve, now: now)
        let plan = try scratch.store.batchPlan("one", as: eve, now: now)
        #expect(plan.refused.first == .init(id: "a", refusal: .changed) && plan.willSign == ["b", "c", "e"])
        #expect(try scratch.store.planBatchAgain("one", as: eve, now: now) == 1)
        #expect(try scratch.store.batchPlan("one", as: eve, now: now).willSign == ["a", "b", "c", "e"])
    }

    @Test func whatHasChangedSinceIsNotSignedUntilItIsPlannedAgain() throws {
        let scratch = try sitting()
        try make(scratch)
        let eve = try scratch.caller("eve")
        _ = try scratch.store.decide("a", .deny, reason: "copied", as: eve, now: now)
        try scratch.tamper("UPDATE scorecard SET version = version + 1 WHERE submission = 2")
        let plan = try scratch.store.batchPlan("one", as: eve, now: now)
        #expect(plan.willSign == ["c", "e"])
        #expect(plan.refused.map(\.refusal) == [.notReady(.denied), .changed, .notMet])
        #expect(try sign(scratch, as: "eve").signed == 2)
        #expect(try scratch.store.planBatchAgain("one", as: eve, now: now) == 2)
        #expect(try scratch.store.batchPlan("one", as: eve, now: now).willSign == ["b"])
        #expect(try sign(scratch, as: "eve").signed == 1)
    }

    @Test func aMissingSecondReadIsRefused() throws {
        let scratch = try sitting()
        try make(scratch)
        var policy = Policy()
        policy.scoring.assessors = 2
        _ = try scratch.store.importPolicy(policy, as: try scratch.caller("root"), now: now)
        let plan = try scratch.store.batchPlan("one", as: try scratch.caller("eve"), now: now)
        #expect(plan.willSign.isEmpty && plan.refused.allSatisfy { $0.refusal == .missingSecondRead })
    }

    @Test func aSigningStopsAndIsTakenUp() throws {
        let scratch = try sitting()
        try make(scratch)
        let first = try sign(scratch, as: "eve") { $0.signed < 1 }
        #expect(first.signed == 1 && !first.isDone)
        let again = try scratch.again()
        let rest = try again.signBatch("one", as: try scratch.caller("eve"), now: { now })
        #expect(rest.signed == 3 && rest.isDone)
        for id in ["a", "b", "c", "e"] { #expect(try scratch.log(id).count { $0.what == "decide" } == 1) }
    }

    @Test func onlyThoseWhoMay() throws {
        let scratch = try sitting()
        let store = scratch.store
        let ana = try scratch.caller("ana")
        let dot = try scratch.caller("dot")
        let name = "one"
        #expect(throws: Refusal.role(person: "ana", action: .prepareBatch)) {
            _ = try store.makeBatch(name, QueueFilter(), as: ana, now: now)
        }
        try make(scratch)
        for body: (Caller) throws -> Void in [
            { _ = try store.batches(as: $0) }, { _ = try store.batchPlan(name, as: $0, now: now) },
            { _ = try store.batchCounts(name, as: $0, now: now) },
            { _ = try store.batchPage(BatchRequest(name: name, limit: 1), as: $0, now: now) },
            { try store.hold("a", in: name, reason: "x", as: $0, now: now) },
            { try store.unhold("a", in: name, as: $0, now: now) },
            { _ = try store.planBatchAgain(name, as: $0, now: now) },
        ] {
            #expect(throws: Refusal.role(person: "ana", action: .prepareBatch)) { try body(ana) }
        }
        for who in [ana, dot] {
            #expect(throws: Refusal.role(person: who.id, action: .signBatch)) {
                _ = try store.signBatch(name, as: who, now: { now })
            }
        }
        #expect(try store.batches(as: dot).map(\.name) == ["one"])
    }

    @Test func whatIsSaidWhereNothingCanBeDone() throws {
        let scratch = try sitting()
        let dot = try scratch.caller("dot")
        let store = scratch.store
        try make(scratch)
        #expect(try refusal { try make(scratch) } == "There is a batch session one already.")
        #expect(try refusal { try make(scratch, " ") } == "A session's name is one line of 1 to 64 characters.")
        var filter = QueueFilter()
        filter.district = "Pike"
        #expect(try refusal { try make(scratch, "two", filter) } == "No submission is like that; no session was made.")
        #expect(
            try refusal { try store.hold("a", in: "no", reason: "x", as: dot, now: now) }
                == "There is no batch session no.")
        #expect(
            try refusal { try store.hold("f", in: "one", reason: "x", as: dot, now: now) }
                == "f is not in the batch session one.")
        #expect(
            try refusal { try store.hold("a", in: "one", reason: " ", as: dot, now: now) } == "Holding needs a reason.")
        #expect(try refusal { try store.unhold("a", in: "one", as: dot, now: now) } == "a is not held.")
    }

    @Test func windowsViewsAndMarks() throws {
        let scratch = try sitting()
        try make(scratch)
        let both = try scratch.caller("both")
        func page(_ anchor: BatchRequest.Anchor, _ view: BatchView = .all, _ limit: Int = 2) throws -> [String] {
            let page = try scratch.store.batchPage(
                BatchRequest(name: "one", view: view, anchor: anchor, limit: limit), as: both, now: now)
            return page.items.map(\.row.id) + (page.hasMoreBefore ? ["<"] : []) + (page.hasMoreAfter ? [">"] : [])
        }
        #expect(try page(.first) == ["a", "b", ">"])
        #expect(try page(.after(2)) == ["c", "d", "<", ">"])
        #expect(try page(.last) == ["d", "e", "<"])
        #expect(try page(.before(3)) == ["a", "b", ">"])
        #expect(try page(.at(5)) == ["e", "<"])
        #expect(try page(.first, .refused) == ["c", "d"])
        #expect(try page(.after(3), .refused) == ["d", "<"])
        #expect(try page(.first, .toSign, 9) == ["a", "b", "e"])
        var marks = BatchMarks()
        marks.mark(.init(positions: 1...4, view: .toSign), true)
        marks.mark(.init(positions: 1...1, view: .all), false)
        #expect(try scratch.store.hold(marks, in: "one", reason: "later", as: both, now: now) == 1)
        #expect(try page(.first, .held) == ["b"])
        let item = try scratch.store.batchPage(BatchRequest(name: "one", limit: 1), as: both, now: now).items[0]
        #expect(item.strips.map(\.reader) == ["ana"] && item.strips[0].steps.map(\.rank) == [2, 2, 2])
        let (_, counts) = try scratch.store.batchCounts("one", as: both, now: now)
        #expect(counts.toSign == 2 && counts.held == 1 && counts.allRefused == 2 && counts.all == 5)
    }
}
