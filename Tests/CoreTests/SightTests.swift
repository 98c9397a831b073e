import Testing

@testable import Core

/// Blind and sealed, for every set of roles and every state.
@Suite struct SightTests {
    private static let roleSets: [Roles] = (0..<32).map { bits in
        Roles(Role.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
    }

    private func caller(_ id: String, _ roles: Roles) -> Caller {
        Caller(person: Person(id: id, name: id, roles: roles))
    }

    private func detail(
        _ state: SubmissionState, cards: [Scorecard] = [], claimedBy: String? = nil
    ) -> SubmissionDetail {
        let at = Instant(seconds: 0)
        let row = QueueRow(
            sequence: 1, id: "s", microCredential: "m", version: 1, title: "M", attempt: 1, state: state, district: "D",
            submittedAt: at, dueAt: at, claimedBy: claimedBy, evidenceCount: 0)
        let credential = MicroCredential(
            id: "m", version: 1, status: .published, name: "M", issuer: .init(name: "I", url: ""),
            rubric: Rubric(criteria: []))
        return SubmissionDetail(
            row: row, microCredential: credential,
            earner: Earner(name: "Dana", email: "dana@example.org", district: "D", state: "KY"), overview: [],
            evidence: [], reflection: "", whatChanged: nil, previous: nil, attestations: Attestations(),
            scorecards: cards, decision: nil,
            claim: claimedBy.map { Claim(submission: "s", assessor: $0, expiresAt: at) })
    }

    private func card(_ assessor: String, _ state: Scorecard.State) -> Scorecard {
        Scorecard(submission: "s", assessor: assessor, state: state)
    }

    private func policy(blind: Bool = true, sealed: Bool = true, assessors: Int = 1) -> Policy {
        var policy = Policy()
        policy.scoring.blind = blind
        policy.scoring.sealed = sealed
        policy.scoring.assessors = assessors
        return policy
    }

    /// Without the seal a second reader reads beside the first card; a colleague who does not read it sees none.
    @Test func withoutASealTheSecondReaderSeesTheFirstCard() throws {
        let cards = [card("other", .submitted)]
        for (sealed, claimedBy, seen) in [(false, "me", 1), (true, "me", 0), (false, "else", 0)] {
            let sight = Sight(caller: caller("me", [.assessor]), policy: policy(sealed: sealed, assessors: 2))
            let detail = detail(.secondRead, cards: cards, claimedBy: claimedBy)
            #expect(try sight.view(detail).scorecards.count == seen, "\(sealed) \(claimedBy)")
        }
    }

    @Test(arguments: roleSets, SubmissionState.allCases)
    func whoOnlyAssessesSeesNoEarner(roles: Roles, state: SubmissionState) throws {
        let sight = Sight(caller: caller("me", roles), policy: policy())
        if roles.isDisjoint(with: [.assessor, .coordinator, .approver, .admin]) {
            #expect(throws: Refusal.role(person: "me", action: .seeSubmission)) { try sight.view(detail(state)) }
            return
        }
        let knows = !roles.isDisjoint(with: [.coordinator, .approver, .admin])
        #expect(try sightEarner(sight, detail(state)) == knows)
        #expect(try sightEarner(sight, detail(state, claimedBy: "me")) == false, "an assessor of it, whatever else")
        #expect(try sightEarner(sight, detail(state, claimedBy: "other")) == knows)
        #expect(try sightEarner(sight, detail(state, cards: [card("me", .draft)])) == false)
        #expect(try sightEarner(sight, detail(state, cards: [card("me", .submitted)])) == false)
        var named = detail(state, claimedBy: "other")
        named.evidence = [
            EvidenceItem(id: "e", title: "T", answers: nil, kind: "pdf", fileName: "Dana.pdf", body: .link("x"))
        ]
        #expect(try (sight.view(named).evidence[0].fileName != nil) == knows, "files are named after people")
        let open = Sight(caller: caller("me", roles), policy: policy(blind: false))
        #expect(try sightEarner(open, detail(state, claimedBy: "me")), "a policy that is not blind hides nothing")
    }

    private func sightEarner(_ sight: Sight, _ detail: SubmissionDetail) throws -> Bool {
        try sight.view(detail).earner != nil
    }

    /// Which of the cards of `first` (submitted) and `second` (in some state) a caller sees.
    private func seen(
        by id: String, _ roles: Roles, _ state: SubmissionState, second: Scorecard.State?, _ policy: Policy
    ) throws -> [String] {
        let cards = [card("first", .submitted)] + (second.map { [card("second", $0)] } ?? [])
        return try Sight(caller: caller(id, roles), policy: policy).view(detail(state, cards: cards)).scorecards
            .map(\.assessor)
    }

    @Test(arguments: roleSets, SubmissionState.allCases)
    func aSealedCardIsItsAssessorsAlone(roles: Roles, state: SubmissionState) throws {
        guard !roles.isDisjoint(with: [.assessor, .coordinator, .approver, .admin]) else { return }
        let two = policy(assessors: 2)
        let waits = [.pending, .claimed, .secondRead, .incomplete].contains(state)
        let oversees = !roles.isDisjoint(with: [.coordinator, .approver, .admin])

        // A dispute is settled by somebody who has read the cards.
        let settles = state == .adjudication && roles.contains(.assessor)
        // Nobody else's eyes before the counterpart is in; a draft never opens.
        let onlyFirst = try seen(by: "third", roles, state, second: .draft, two)
        #expect(onlyFirst == (waits || state == .denied || !oversees && !settles ? [] : ["first"]))
        let both = try seen(by: "third", roles, state, second: .submitted, two)
        #expect(both == (waits || !oversees && !settles ? [] : ["first", "second"]))

        // The second assessor sees their own until both are in, the first likewise.
        #expect(try seen(by: "second", roles, state, second: .draft, two).contains("second"))
        #expect(
            try seen(by: "second", roles, state, second: .submitted, two) == (waits ? ["second"] : ["first", "second"]))
        #expect(
            try seen(by: "first", roles, state, second: .submitted, two) == (waits ? ["first"] : ["first", "second"]))
        #expect(try seen(by: "first", roles, state, second: .draft, two) == ["first"])
    }

    /// `resubmission.blindToPrior`: neither the name of the attempt before nor what went back to its earner.
    @Test(arguments: roleSets, SubmissionState.allCases)
    func whoAssessesIsBlindToTheAttemptBefore(roles: Roles, state: SubmissionState) throws {
        guard !roles.isDisjoint(with: [.assessor, .coordinator, .approver, .admin]) else { return }
        var blind = policy()
        blind.resubmission.blindToPrior = true
        let oversees = !roles.isDisjoint(with: [.coordinator, .approver, .admin])
        let wentBack = state == .returned || state == .incomplete
        let sight = Sight(caller: caller("me", roles), policy: blind)
        func named(_ detail: SubmissionDetail, _ sight: Sight) throws -> String? {
            var second = detail
            second.previous = "first"
            second.whatChanged = "All of it."
            let seen = try sight.view(second)
            #expect(seen.whatChanged == "All of it.")
            return seen.previous
        }
        if wentBack, !oversees {
            #expect(throws: Refusal.self) { try sight.view(detail(state)) }
        } else {
            #expect(try named(detail(state), sight) == (oversees ? "first" : nil))
        }
        // Who reads it, and who has read what went back.
        #expect(try named(detail(state, cards: [card("me", .submitted)]), sight) == nil)
        if !wentBack { #expect(try named(detail(state, claimedBy: "me"), sight) == nil) }
        // A policy that is not blind hides nothing of it.
        #expect(
            try named(detail(state, claimedBy: "me"), Sight(caller: caller("me", roles), policy: policy())) == "first")
    }

    @Test func aCardDeniedBetweenTheReadsStaysSealed() throws {
        let two = policy(assessors: 2)
        #expect(try seen(by: "boss", [.approver], .denied, second: nil, two) == [])
        #expect(try seen(by: "boss", [.approver], .denied, second: .submitted, two) == ["first", "second"])
        #expect(try seen(by: "boss", [.approver], .denied, second: nil, policy()) == ["first"])
    }

    @Test func anOpenPolicyOpensSubmittedCardsToReadersAndToThoseWhoOversee() throws {
        let open = policy(sealed: false, assessors: 2)
        #expect(try seen(by: "boss", [.approver], .secondRead, second: .draft, open) == ["first"])
        #expect(try seen(by: "second", [.assessor], .secondRead, second: .draft, open) == ["first", "second"])
        #expect(try seen(by: "third", [.assessor], .ready, second: .submitted, open) == [])
    }

    @Test func howADisputeWasSettledIsSeenWithAllOfItsCards() throws {
        var settled = detail(.ready, cards: [card("first", .submitted), card("second", .submitted)])
        settled.adjudication = Adjudication(by: "third", at: Instant(seconds: 0), reason: "r", scores: [])
        func sees(_ id: String, _ roles: Roles) throws -> [Bool] {
            let seen = try Sight(caller: caller(id, roles), policy: policy(assessors: 2)).view(settled)
            return [seen.adjudication != nil, seen.earner != nil]
        }
        #expect(try sees("first", [.assessor]) == [true, false])
        #expect(try sees("third", [.assessor]) == [true, false], "who settled it goes on seeing it, blind")
        #expect(try sees("fourth", [.assessor]) == [false, false])
        #expect(try sees("boss", [.approver]) == [true, true])
        // In dispute it is seen by who may settle it; a conflict of interest keeps from both.
        settled.row.state = .adjudication
        #expect(try sees("fourth", [.assessor]) == [true, false])
        for conflict in ["d", "DANA@example.org"] {
            var kin = caller("kin", [.assessor])
            kin.person.conflicts = [conflict]
            let seen = try Sight(caller: kin, policy: policy(assessors: 2)).view(settled)
            #expect(seen.scorecards.isEmpty && seen.adjudication == nil, "\(conflict)")
        }
        // Sealed again: nothing of what was said shows.
        settled.row.state = .secondRead
        settled.scorecards[1].state = .draft
        #expect(try sees("second", [.assessor]) == [false, false])
    }

    @Test func aLeakIsReadByThoseWhoMayKnowTheEarnerAndByWhoReportedIt() throws {
        var leaking = detail(.claimed, claimedBy: "both")
        leaking.leaks = ["first", "both"].map { LeakReport(by: $0, at: Instant(seconds: 0), reason: "Dana") }
        func sees(_ id: String, _ roles: Roles, blind: Bool = true) throws -> [String] {
            try Sight(caller: caller(id, roles), policy: policy(blind: blind)).view(leaking).leaks.map(\.by)
        }
        for role in [Role.coordinator, .approver, .admin] { #expect(try sees("boss", [role]) == ["first", "both"]) }
        #expect(try sees("first", [.assessor]) == ["first"])
        #expect(try sees("third", [.assessor]) == [])
        #expect(try sees("both", [.assessor, .coordinator]) == ["both"], "who reads it blind, whatever else")
        #expect(try sees("third", [.assessor], blind: false) == ["first", "both"])
    }
}
