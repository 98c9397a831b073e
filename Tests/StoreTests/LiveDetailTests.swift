import Core
import Testing

@testable import Store

@Suite struct LiveDetailTests {
    let now = Scratch.dawn

    @Test func isTheOwnCardAndTheLiveClaim() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let (ana, ben) = (try scratch.caller("ana"), try scratch.caller("ben"))
        let claim = try scratch.store.claim("a", as: ana, now: now)
        let detail = try scratch.store.detail("a", as: ana, now: now)
        let criterion = try #require(detail.microCredential.rubric.criteria.first)
        let card = try scratch.store.save(
            [.level(criterion: criterion.id, criterion.levels[0].id)], submission: "a", base: 0, as: ana, now: now)
        #expect(
            try scratch.store.liveDetail(of: "a", as: ana, now: now)
                == LiveDetail(state: .claimed, scorecard: card, claim: claim))
        #expect(
            try scratch.store.liveDetail(of: "a", as: ben, now: now)
                == LiveDetail(state: .claimed, scorecard: Scorecard(submission: "a", assessor: "ben"), claim: claim),
            "nobody else's card")
        let late = claim.expiresAt
        #expect(try scratch.store.liveDetail(of: "a", as: ana, now: late).claim == nil)
    }

    @Test func needsWhatReadingNeeds() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let stranger = Caller(person: Person(id: "nobody", name: "", roles: []))
        #expect(throws: Refusal.role(person: "nobody", action: .seeSubmission)) {
            try scratch.store.liveDetail(of: "a", as: stranger, now: now)
        }
        #expect(throws: Refusal.rule("There is no submission zz.")) {
            try scratch.store.liveDetail(of: "zz", as: scratch.caller("ana"), now: now)
        }
    }
}
