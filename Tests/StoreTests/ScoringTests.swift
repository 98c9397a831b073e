import Core
import Testing

@testable import Store

@Suite struct ScoringTests {
    let now = Scratch.dawn

    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return (error as? Refusal)?.sentence }
    }

    private func two() -> Policy {
        var policy = Policy()
        policy.scoring.assessors = 2
        return policy
    }

    @Test func aCardIsKeptAsItWasSaved() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        let citation = Citation(evidence: "e1", from: 1, to: 3)
        let changes: [ScoreChange] = [
            .level(criterion: "c2", "developing"), .comment(criterion: "c1", "Says \u{202E}so \"quietly\"\n"),
            .citations(criterion: "c2", [citation, Citation(evidence: "reflection", from: 1, to: 1)]),
        ]
        let saved = try scratch.store.save(changes, submission: "a", base: 0, as: ana, now: now)
        #expect(saved.version == 1)
        #expect(saved.scores.map(\.criterion) == ["c1", "c2"])
        let read = try scratch.again().detail("a", as: ana, now: now)
        #expect(read.scorecard(of: "ana") == saved)
        #expect(read.claim?.assessor == "ana")
        // Nothing new: no version, no event.
        let events = try scratch.log().count
        #expect(try scratch.store.save([changes[0]], submission: "a", base: 1, as: ana, now: now) == saved)
        #expect(try scratch.log().count == events)
        let cleared = try scratch.store.save(
            [.level(criterion: "c2", nil), .citations(criterion: "c2", [])], submission: "a", base: nil, as: ana,
            now: now)
        #expect(cleared.version == 2)
        #expect(cleared.scores.map(\.criterion) == ["c1"])
        #expect(try scratch.again().detail("a", as: ana, now: now).scorecard(of: "ana") == cleared)
    }

    /// Every source has its last line; what has no lines is cited whole.
    @Test func onlyLinesThatAreThereAreCited() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        func cite(_ evidence: String, _ from: Int, _ to: Int) -> String? {
            refusal {
                let citation = Citation(evidence: evidence, from: from, to: to)
                _ = try scratch.store.save(
                    [.citations(criterion: "c1", [citation])], submission: "a", base: nil, as: ana, now: now)
            }
        }
        for (evidence, last) in [("e1", 3), ("reflection", 1), ("overview", 1), ("e2", 1)] {
            #expect(cite(evidence, 1, last) == nil, "\(evidence)")
            for (from, to) in [(1, last + 1), (0, 1), (2, 1), (1, Int.max), (Int.max, Int.max), (Int.min, 1)] {
                #expect(cite(evidence, from, to)?.contains("\(evidence):\(from)-\(to)") == true, "\(evidence)")
            }
        }
        #expect(cite("e2", 1, 9) == "e2:1-9 are lines of what has none; cite it whole, as 1-1.")
        #expect(cite("overview", 1, 9) == "overview:1-9 are no lines of it; they count from 1 to 1.")
    }

    @Test func aStaleChangeIsRefusedAndChangesNothing() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        let ana = try scratch.caller("ana")
        let saved = try scratch.store.save(Scratch.levels(), submission: "a", base: 0, as: ana, now: now)
        let events = try scratch.log().count
        for base in [0, 2] {
            #expect(throws: Refusal.stale(submission: "a", base: base, stored: 1)) {
                _ = try scratch.store.save(
                    [.level(criterion: "c1", "not-met")], submission: "a", base: base, as: ana, now: now)
            }
            #expect(throws: Refusal.stale(submission: "a", base: base, stored: 1)) {
                _ = try scratch.store.submit("a", base: base, as: ana, now: now)
            }
        }
        #expect(throws: Refusal.stale(submission: "b", base: 3, stored: 0)) {
            _ = try scratch.store.save(
                [.level(criterion: "c1", "not-met")], submission: "b", base: 3, as: ana, now: now)
        }
        #expect(try scratch.store.detail("b", as: ana, now: now).claim == nil)
        #expect(try scratch.store.detail("a", as: ana, now: now).scorecard(of: "ana") == saved)
        #expect(try scratch.log().count == events)
    }

    @Test func whatTheRubricDoesNotKnowIsNamed() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        for (change, sentence) in [
            (ScoreChange.level(criterion: "c9", "x"), "There is no criterion c9; the rubric has c1, c2, c3."),
            (.level(criterion: "c1", "great"), "c1 has no level great; it has not-met, developing, demonstrated."),
            (
                .citations(criterion: "c1", [Citation(evidence: "e7", from: 1, to: 1)]),
                "There is no evidence e7 to cite; there is e1, e2, reflection, overview."
            ),
            (
                .citations(criterion: "c1", [Citation(evidence: "e1", from: 2, to: 4)]),
                "e1:2-4 are no lines of it; they count from 1 to 3."
            ),
            (
                .citations(criterion: "c1", [Citation(evidence: "overview", from: 0, to: 4)]),
                "overview:0-4 are no lines of it; they count from 1 to 1."
            ),
        ] {
            #expect(
                refusal {
                    _ = try scratch.store.save(
                        [.level(criterion: "c1", "developing"), change], submission: "a", base: nil, as: ana, now: now)
                } == sentence)
        }
        #expect(try scratch.store.detail("a", as: ana, now: now).scorecards.isEmpty)
        #expect(try scratch.store.detail("a", as: ana, now: now).claim == nil)
    }

    @Test func aCardIsHandedInOnceAndWhole() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        _ = try scratch.store.save([.level(criterion: "c2", "developing")], submission: "a", base: 0, as: ana, now: now)
        #expect(
            refusal { _ = try scratch.store.submit("a", base: 1, as: ana, now: now) }
                == "The scorecard for a is unfinished: no level for c1, c3.")
        _ = try scratch.store.save(Scratch.levels(), submission: "a", base: 1, as: ana, now: now)
        let (card, state) = try scratch.store.submit("a", base: 2, as: ana, now: now)
        #expect(card.state == .submitted && card.version == 3 && state == .ready)
        let over = "Your scorecard for a is submitted; it can't change any more."
        #expect(
            refusal { _ = try scratch.store.save(Scratch.levels(), submission: "a", base: nil, as: ana, now: now) }
                == over)
        #expect(refusal { _ = try scratch.store.submit("a", base: nil, as: ana, now: now) } == over)
        #expect(
            refusal {
                _ = try scratch.store.save(
                    Scratch.levels(), submission: "a", base: nil, as: try scratch.caller("ben"), now: now)
            } == "a is ready; only what is pending or waits for a second read can be claimed.")
        let detail = try scratch.store.detail("a", as: ana, now: now)
        #expect(detail.claim == nil && detail.row.state == .ready && detail.row.claimedBy == nil)
        var filter = QueueFilter()
        filter.assessor = "ana"
        #expect(try scratch.store.queueTotal(filter, as: ana, now: now) == 1)
    }

    @Test func anothersClaimKeepsOthersOut() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        let end = try scratch.store.claim("a", as: ana, now: now).expiresAt
        #expect(
            refusal {
                _ = try scratch.store.save(
                    Scratch.levels(), submission: "a", base: nil, as: try scratch.caller("ben"), now: now)
            } == "a is claimed by ana until \(end.rfc3339).")
        // Saving is activity: the lease starts anew.
        let later = now.advanced(bySeconds: 600)
        _ = try scratch.store.save(Scratch.levels(), submission: "a", base: 0, as: ana, now: later)
        #expect(try scratch.store.detail("a", as: ana, now: later).claim?.expiresAt == later.advanced(bySeconds: 1_800))
        // A lease that ran out while writing is taken again where nobody else has come.
        let muchLater = later.advanced(bySeconds: 9_000)
        _ = try scratch.store.save(Scratch.levels("developing"), submission: "a", base: 1, as: ana, now: muchLater)
        #expect(try scratch.log("a").map(\.what) == ["import-submission", "claim", "save", "lapse", "claim", "save"])
    }

    @Test func aSecondReadIsSealedUntilBothAreIn() throws {
        let scratch = try Scratch(policy: two())
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        let people = try ["ana", "ben", "dot", "eve", "root"].map { try scratch.caller($0) }
        let (ana, ben) = (people[0], people[1])
        func seen(_ id: String) throws -> [[String]] {
            try people.map { try scratch.store.detail(id, as: $0, now: now).scorecards.map(\.assessor) }
        }
        _ = try scratch.store.save(Scratch.levels(), submission: "a", base: 0, as: ana, now: now)
        #expect(try seen("a") == [["ana"], [], [], [], []])
        #expect(try scratch.store.submit("a", base: nil, as: ana, now: now).1 == .secondRead)
        #expect(try seen("a") == [["ana"], [], [], [], []])
        _ = try scratch.store.save(Scratch.levels("developing"), submission: "a", base: 0, as: ben, now: now)
        #expect(try seen("a") == [["ana"], ["ben"], [], [], []])
        #expect(try scratch.store.submit("a", base: nil, as: ben, now: now).1 == .adjudication)
        #expect(try seen("a") == Array(repeating: ["ana", "ben"], count: 5))

        for caller in [ana, ben] {
            _ = try scratch.store.save(Scratch.levels(), submission: "b", base: 0, as: caller, now: now)
            _ = try scratch.store.submit("b", base: nil, as: caller, now: now)
        }
        #expect(try scratch.store.detail("b", as: ana, now: now).row.state == .ready)
        // The record names criteria and hashes, nothing that was said.
        let details = try scratch.log().filter { $0.what == "save" || $0.what == "submit" }.map(\.detail).joined()
        #expect(!details.contains("developing") && !details.contains("demonstrated"))
    }

    @Test func whatIsDeniedBeforeItsSecondReadStaysSealed() throws {
        let scratch = try Scratch(policy: two())
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        _ = try scratch.store.save(Scratch.levels(), submission: "a", base: 0, as: ana, now: now)
        _ = try scratch.store.submit("a", base: nil, as: ana, now: now)
        _ = try scratch.store.decide("a", .deny, reason: "copied", as: try scratch.caller("eve"), now: now)
        #expect(try scratch.store.detail("a", as: try scratch.caller("dot"), now: now).scorecards.isEmpty)
        #expect(try scratch.store.detail("a", as: ana, now: now).scorecards.count == 1)
    }

    @Test func aBlindAssessorNeverSeesTheEarner() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        func earner(_ id: String) throws -> String? {
            try scratch.store.detail("a", as: try scratch.caller(id), now: now).earner?.name
        }
        #expect(try earner("ana") == nil)
        #expect(try earner("dot") == "Dana Whitaker")
        #expect(try earner("both") == "Dana Whitaker")
        _ = try scratch.store.claim("a", as: try scratch.caller("both"), now: now)
        #expect(try earner("both") == nil)
    }

    @Test func aloneNoRuleNeedsASecondPerson() throws {
        let scratch = try Scratch(policy: two(), people: [])
        try scratch.add([Scratch.submission("a")])
        let root = try scratch.caller("root")
        _ = try scratch.store.save(Scratch.levels(), submission: "a", base: 0, as: root, now: now)
        #expect(try scratch.store.submit("a", base: nil, as: root, now: now).1 == .ready)
        #expect(try scratch.store.decide("a", .award, reason: "meets", as: root, now: now).kind == .award)
    }

    @Test func aPlaceIsKeptWithoutAnEvent() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let events = try scratch.log().count
        #expect(try scratch.store.place(of: "ana", submission: "a") == nil)
        var place = ReviewPlace(
            submission: "a", evidence: "e1", criterion: "c2", scrolls: [.init(source: "e1", line: 9)])
        try scratch.store.savePlace(place, person: "ana")
        place.commentCursor = 7
        try scratch.store.savePlace(place, person: "ana")
        #expect(try scratch.again().place(of: "ana", submission: "a") == place)
        #expect(try scratch.store.place(of: "ben", submission: "a") == nil)
        #expect(try scratch.log().count == events)
    }
}
