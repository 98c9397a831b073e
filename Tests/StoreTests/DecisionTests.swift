import Core
import Testing

@testable import Store

@Suite struct DecisionTests {
    let now = Scratch.dawn

    private func decide(_ scratch: Scratch, _ id: String, _ kind: Decision.Kind, as who: String, reason: String = "why")
        throws -> String?
    {
        do {
            _ = try scratch.store.decide(id, kind, reason: reason, as: try scratch.caller(who), now: now)
            return nil
        } catch let refusal as Refusal { return refusal.sentence }
    }

    private func ready(_ scratch: Scratch, _ id: String, _ level: String = "demonstrated", by who: String = "ana")
        throws
    {
        let caller = try scratch.caller(who)
        _ = try scratch.store.save(Scratch.levels(level), submission: id, base: 0, as: caller, now: now)
        _ = try scratch.store.submit(id, base: nil, as: caller, now: now)
    }

    @Test func whatMeetsIsAwardedOnce() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("b"), Scratch.submission("c")])
        #expect(try decide(scratch, "a", .award, as: "eve") == "a is pending; award needs one that is ready.")
        try ready(scratch, "a")
        try ready(scratch, "b", "developing")
        #expect(try decide(scratch, "a", .award, as: "eve", reason: " \n") == "A decision needs a reason.")
        #expect(try decide(scratch, "a", .award, as: "dot") == "dot may not decide: that needs the role approver.")
        #expect(try decide(scratch, "a", .award, as: "eve") == nil)
        #expect(try decide(scratch, "a", .return, as: "eve") == "a is awarded already.")
        #expect(try decide(scratch, "b", .award, as: "eve") == "b can't be awarded: its scorecard says not yet.")
        #expect(try decide(scratch, "b", .return, as: "eve") == nil)
        let detail = try scratch.store.detail("a", as: try scratch.caller("ana"), now: now)
        #expect(detail.row.state == .awarded)
        #expect(detail.decision == Decision(kind: .award, by: "eve", at: now, reason: "why"))
        try ready(scratch, "c", by: "both")
        #expect(try decide(scratch, "c", .award, as: "both") == "You have scored c; the decision is somebody else's.")
    }

    /// Whoever has a conflict of interest judges nothing of it, alone or in a sitting; back for what is missing it may go.
    @Test func aConflictOfInterestBindsWhoDecides() throws {
        let fay = Person(id: "fay", name: "Fay", roles: [.approver], conflicts: ["floyd"])
        let gus = Person(id: "gus", name: "Gus", roles: [.approver], conflicts: ["me@example.org"])
        let scratch = try Scratch(people: Scratch.people + [fay, gus])
        try scratch.add([
            Scratch.submission("a", district: "Floyd"), Scratch.submission("b", district: "Pike"),
            Scratch.submission("c", district: "Floyd"),
        ])
        try ready(scratch, "a")
        try ready(scratch, "b")
        let sentence = "a comes from Floyd, with which you have a conflict of interest."
        for kind in [Decision.Kind.award, .return, .deny] {
            #expect(try decide(scratch, "a", kind, as: "fay") == sentence)
        }
        #expect(try decide(scratch, "c", .incomplete, as: "fay") == nil)
        _ = try scratch.store.makeBatch("one", QueueFilter(), as: try scratch.caller("dot"), now: now)
        let caller = try scratch.caller("fay")
        let plan = try scratch.store.batchPlan("one", as: caller, now: now)
        #expect(plan.willSign == ["b"] && plan.refused == [.init(id: "a", refusal: .conflictOfInterest)])
        let done = try scratch.store.signBatch("one", as: caller, now: { now })
        #expect(done.signed == 1 && done.refused == plan.refused)
        let earner = try scratch.store.detail("a", as: try scratch.caller("eve"), now: now).earner
        let isGus = earner?.email.lowercased() == "me@example.org"
        #expect(
            try decide(scratch, "a", .award, as: "gus") == (isGus ? "You have a conflict of interest with a." : nil))
    }

    /// Taking a decision back is to decide once more.
    @Test func whoHasScoredTakesNoDecisionBack() throws {
        let scratch = try Scratch()
        try scratch.add(["a", "b", "c"].map { Scratch.submission($0) })
        try ready(scratch, "a", "developing", by: "both")
        #expect(try decide(scratch, "a", .return, as: "eve") == nil)
        func undecide(_ id: String, as who: String) throws -> String? {
            do {
                _ = try scratch.store.undecide(id, reason: "No.", as: try scratch.caller(who), now: now)
                return nil
            } catch let refusal as Refusal { return refusal.sentence }
        }
        #expect(try undecide("a", as: "both") == "You have scored a; its decision is somebody else's to take back.")
        #expect(try undecide("a", as: "eve") == nil)
        // A reader may find it incomplete while reading, not after having judged it.
        _ = try scratch.store.save(
            Scratch.levels(), submission: "b", base: 0, as: try scratch.caller("both"), now: now)
        #expect(try decide(scratch, "b", .incomplete, as: "both") == nil)
    }

    @Test func incompleteAndDenyTakeItFromWhoeverHasIt() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("b"), Scratch.submission("c")])
        let ana = try scratch.caller("ana")
        for id in ["a", "b"] { _ = try scratch.store.claim(id, as: ana, now: now) }
        try ready(scratch, "c")
        #expect(try decide(scratch, "a", .incomplete, as: "dot") == nil)
        #expect(try decide(scratch, "b", .deny, as: "eve") == nil)
        #expect(
            try decide(scratch, "c", .incomplete, as: "dot")
                == "c is ready; incomplete needs one that is pending, claimed, second-read.")
        #expect(try scratch.store.summary(as: ana, now: now).mine == 0)
        #expect(throws: Refusal.self) {
            _ = try scratch.store.save(Scratch.levels(), submission: "a", base: nil, as: ana, now: now)
        }
    }
}
