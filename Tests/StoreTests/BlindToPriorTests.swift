import Core
import Testing

@testable import Store

/// `resubmission.blindToPrior` holds for every door to a submission: its texts and the bytes of its evidence.
@Suite struct BlindToPriorTests {
    @Test(arguments: [false, true]) func whatWentBackIsClosedToAssessors(isBlind: Bool) throws {
        var policy = Policy()
        policy.resubmission.blindToPrior = isBlind
        let scratch = try Scratch(policy: policy)
        var second = Scratch.submission("b")
        second.previous = "a"
        second.attempt = 2
        try scratch.add([Scratch.submission("a"), second])
        let (ana, dot) = (try scratch.caller("ana"), try scratch.caller("dot"))
        let now = Scratch.dawn
        #expect(try scratch.store.detail("a", as: ana, now: now).reflection == "It went well.", "still to be judged")
        _ = try scratch.store.decide("a", .incomplete, reason: "No plan.", as: dot, now: now)
        func isOpen(_ body: () throws -> Void) -> Bool { (try? body()) != nil }
        #expect(isOpen { _ = try scratch.store.detail("a", as: ana, now: now) } != isBlind)
        #expect(isOpen { _ = try scratch.store.content(of: "e1", submission: "a", as: ana) } != isBlind)
        #expect(isOpen { _ = try scratch.store.content(of: "e1", submission: "a", as: dot) })
        #expect(try scratch.store.detail("b", as: ana, now: now).previous == (isBlind ? nil : "a"))
        #expect(try scratch.store.detail("b", as: dot, now: now).previous == "a")
    }
}
