import Core
import Testing

@testable import Store

@Suite struct AdjudicateTests {
    let now = Scratch.dawn
    static let settled = [("c2", "demonstrated"), ("c3", "demonstrated")]

    static func two() -> Policy {
        var policy = Policy()
        policy.scoring.assessors = 2
        return policy
    }

    /// `a`, on whose c2 and c3 ana and ben disagree; `b`, which nobody has read.
    static func disputed() throws -> Scratch {
        let scratch = try Scratch(
            policy: two(), people: Scratch.people + [Person(id: "zoe", name: "Zoe", roles: [.assessor])])
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        let lower: [ScoreChange] = [.level(criterion: "c2", "developing"), .level(criterion: "c3", "not-met")]
        for (who, changes) in [("ana", Scratch.levels()), ("ben", Scratch.levels() + lower)] {
            _ = try scratch.store.score(
                "a", changes, base: nil, submit: true, as: try scratch.caller(who), now: Scratch.dawn)
        }
        return scratch
    }

    @discardableResult
    private func adjudicate(
        _ scratch: Scratch, _ levels: [(String, String)] = settled, _ id: String = "a", as who: String = "zoe",
        reason: String = "The plan shows it."
    ) throws -> Adjudication {
        try scratch.store.adjudicate(
            id, levels.map { Adjudication.Settled(criterion: $0.0, level: $0.1) }, reason: reason,
            as: try scratch.caller(who), now: now)
    }

    private func refusal(_ body: () throws -> Void) throws -> String? {
        do {
            try body()
            return nil
        } catch let refusal as Refusal { return refusal.sentence }
    }

    @Test func aDisputeIsSettledOnceAndAwarded() throws {
        let scratch = try AdjudicateTests.disputed()
        let store = scratch.store
        let people = try ["zoe", "ana", "eve"].map { try scratch.caller($0) }
        let before = try store.detail("a", as: people[2], now: now)
        #expect(before.verdict.disputed == ["c2", "c3"])
        #expect(try store.detail("a", as: people[0], now: now).scorecards == before.scorecards, "who may settle it")
        let made = try adjudicate(scratch, [("c3", "demonstrated"), ("c2", "demonstrated")])
        #expect(made.scores.map(\.criterion) == ["c2", "c3"] && made.by == "zoe")
        for caller in people {
            let after = try scratch.again().detail("a", as: caller, now: now)
            #expect(after.row.state == .ready && after.adjudication == made)
            #expect(after.scorecards == before.scorecards, "what was handed in stays")
            #expect(after.verdict.outcome == .meets)
        }
        #expect(try store.detail("a", as: try scratch.caller("cy"), now: now).adjudication == nil)
        #expect(
            try refusal { try adjudicate(scratch, as: "eve") }
                == "a is ready; only what is in adjudication can be adjudicated.")
        let event = try #require(try scratch.log("a").last)
        #expect(event.what == "adjudicate" && event.who == "zoe" && event.detail.contains("The plan shows it."))
        _ = try store.decide("a", .award, reason: "settled", as: people[2], now: now)
        #expect(try store.undecide("a", reason: "wait", as: people[2], now: now) == .ready)
        #expect(try store.detail("a", as: people[2], now: now).adjudication == made)
        #expect(try store.verifyLog().ok)
        #expect(store.checkHealth().allSatisfy { $0.grade == .good })
    }

    @Test func whatWasSettledBelowIsNoAward() throws {
        let scratch = try AdjudicateTests.disputed()
        try adjudicate(scratch, [("c2", "developing"), ("c3", "demonstrated")], as: "eve")
        let eve = try scratch.caller("eve")
        #expect(
            try refusal { _ = try scratch.store.decide("a", .award, reason: "r", as: eve, now: now) }
                == "a can't be awarded: its scorecard says not yet.")
        #expect(try scratch.store.decide("a", .return, reason: "r", as: eve, now: now).kind == .return)
    }

    @Test func eachRefusalChangesNothing() throws {
        let scratch = try AdjudicateTests.disputed()
        let events = try scratch.log().count
        func says(_ sentence: String, _ body: () throws -> Void) throws {
            #expect(try refusal(body) == sentence)
        }
        try says("b is pending; only what is in adjudication can be adjudicated.") { try adjudicate(scratch, "b") }
        try says("There is no submission x.") { try adjudicate(scratch, "x") }
        try says("You are one of the readers of a; somebody else settles what you disagree on.") {
            try adjudicate(scratch, as: "ana")
        }
        try says("a comes from Floyd, with which you have a conflict of interest.") {
            try adjudicate(scratch, as: "cy")
        }
        try says("All that is in dispute is settled together; no level is given for c3.") {
            try adjudicate(scratch, [("c2", "developing")])
        }
        try says("The readers agree on c1; in dispute: c2, c3.") {
            try adjudicate(scratch, [("c1", "developing")] + AdjudicateTests.settled)
        }
        try says("An adjudication needs a reason.") { try adjudicate(scratch, reason: " \n") }
        for who in ["dot", "root", "none"] {
            #expect(throws: Refusal.role(person: who, action: .adjudicate)) { try adjudicate(scratch, as: who) }
        }
        #expect(try scratch.log().count == events)
        #expect(try scratch.store.detail("a", as: try scratch.caller("eve"), now: now).row.state == .adjudication)
    }

    /// `both` is an approver, and one of the readers.
    @Test func anApproverWhoHasReadItIsRefusedToo() throws {
        let scratch = try Scratch(policy: AdjudicateTests.two())
        try scratch.add([Scratch.submission("a")])
        for (who, level) in [("ana", "developing"), ("both", "demonstrated")] {
            _ = try scratch.store.score(
                "a", Scratch.levels(level), base: nil, submit: true, as: try scratch.caller(who), now: now)
        }
        let all = ["c1", "c2", "c3"].map { ($0, "developing") }
        #expect(
            try refusal { try adjudicate(scratch, all, as: "both") }
                == "You are one of the readers of a; somebody else settles what you disagree on.")
        try adjudicate(scratch, all, as: "eve")
    }

    @Test func aSessionShowsItAndNoticesIt() throws {
        let scratch = try AdjudicateTests.disputed()
        let store = scratch.store
        let eve = try scratch.caller("eve")
        var filter = QueueFilter()
        filter.states = [.adjudication]
        _ = try store.makeBatch("one", filter, as: eve, now: now)
        #expect(try store.batchPlan("one", as: eve, now: now).refused.map(\.refusal) == [.notReady(.adjudication)])
        try adjudicate(scratch)
        #expect(try store.batchPlan("one", as: eve, now: now).refused.map(\.refusal) == [.changed])
        // Not by its state alone.
        try scratch.tamper("UPDATE batch_item SET state = 4")
        #expect(try store.batchPlan("one", as: eve, now: now).refused.map(\.refusal) == [.changed])
        #expect(try store.planBatchAgain("one", as: eve, now: now) == 1)
        let page = try store.batchPage(BatchRequest(name: "one", limit: 5), as: eve, now: now)
        #expect(page.items.map(\.flags) == [[.adjudicated]] && page.items.map(\.verdict) == [.toSign])
        #expect(try store.signBatch("one", as: eve, now: { now }).signed == 1)
    }

    @Test func agreementIsThatOfTheTwoReaders() throws {
        let scratch = try AdjudicateTests.disputed()
        try adjudicate(scratch)
        _ = try scratch.store.decide("a", .award, reason: "r", as: try scratch.caller("eve"), now: now)
        let figures = try scratch.store.report(as: try scratch.caller("dot"), now: now)
        #expect(figures.agreement.judgements == 3 && figures.agreement.agreed == 1)
    }
}

extension AdjudicateTests {
    private func adjudicate(_ scratch: Scratch, _ id: String) throws {
        try adjudicate(scratch, AdjudicateTests.settled, id)
    }
}
