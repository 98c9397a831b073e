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
