import Testing

@testable import Core

@Suite struct BatchRulesTests {
    private let now = Instant(seconds: 1_000_000)

    private func facts(_ change: (inout BatchFacts) -> Void = { _ in }) -> BatchFacts {
        let print = BatchFingerprint(state: .ready, cards: 1, versions: 4)
        var facts = BatchFacts(
            planned: print, current: print, reads: 1,
            reading: BatchReading(meets: true, isAdjudicated: false, isNearPass: false), isScoredByCaller: false,
            attempt: 1, dueAt: now)
        change(&facts)
        return facts
    }

    private func verdict(alone: Bool = false, assessors: Int = 1, _ change: (inout BatchFacts) -> Void = { _ in })
        -> BatchVerdict
    {
        var policy = Policy()
        policy.scoring.assessors = assessors
        return BatchRules(policy: policy, isAlone: alone).verdict(facts(change))
    }

    /// What a sealed card says must not follow from a flag.
    @Test(arguments: SubmissionState.allCases) func nothingFollowsFromASealedCard(state: SubmissionState) {
        for sealed in [true, false] {
            var policy = Policy()
            (policy.scoring.sealed, policy.scoring.assessors) = (sealed, 2)
            let near = facts {
                $0.current.state = state
                $0.reading.isNearPass = true
            }
            let shown = BatchRules(policy: policy, isAlone: false).flags(near, now: now).contains(.nearPass)
            let isOver: Bool = [.adjudication, .ready, .awarded, .returned].contains(state)
            #expect(shown == (!sealed || isOver))
        }
    }

    @Test func eachReason() {
        #expect(verdict() == .toSign)
        #expect(verdict { $0.isSigned = true } == .signed)
        #expect(verdict { $0.held = "why" } == .held("why"))
        #expect(verdict { $0.current.state = .denied } == .refused(.notReady(.denied)))
        #expect(verdict { $0.current.versions = 5 } == .refused(.changed))
        #expect(verdict { $0.current.cards = 2 } == .refused(.changed))
        #expect(verdict { $0.planned.state = .adjudication } == .refused(.changed))
        #expect(verdict(assessors: 2) == .refused(.missingSecondRead))
        #expect(verdict { $0.current.state = .secondRead } == .refused(.missingSecondRead))
        #expect(verdict(alone: true, assessors: 2) == .toSign)
        #expect(verdict(assessors: 3) { $0.reading.isAdjudicated = true } == .toSign)
        #expect(verdict { $0.reading.meets = false } == .refused(.notMet))
        #expect(verdict { $0.isScoredByCaller = true } == .refused(.scoredByYou))
        #expect(verdict(alone: true) { $0.isScoredByCaller = true } == .toSign)
        var policy = Policy()
        policy.approval.notByAssessor = false
        #expect(BatchRules(policy: policy, isAlone: false).verdict(facts { $0.isScoredByCaller = true }) == .toSign)
    }

    @Test func whatConcernsOnlyTheOneWhoAsksComesLast() {
        #expect(
            verdict {
                $0.reading.meets = false
                $0.isScoredByCaller = true
            } == .refused(.notMet))
    }

    @Test func eachFlag() {
        let rules = BatchRules(policy: Policy(), isAlone: false)
        #expect(rules.flags(facts(), now: now).isEmpty)
        #expect(rules.flags(facts { $0.isLeakReported = true }, now: now) == [.leakReported])
        #expect(rules.flags(facts { $0.attempt = 4 }, now: now) == [.overLimit])
        #expect(rules.flags(facts(), now: now.advanced(bySeconds: 1)) == [.longWait])
        #expect(rules.flags(facts { $0.isSigned = true }, now: now.advanced(bySeconds: 1)).isEmpty)
        #expect(
            rules.flags(
                facts { $0.reading = BatchReading(meets: true, isAdjudicated: true, isNearPass: true) }, now: now)
                == [.adjudicated, .nearPass])
    }

    private let rubric = Rubric(
        criteria: ["c1", "c2"].map { id in
            Criterion(
                id: id, part: .evidence, title: id, description: "", required: "high",
                levels: ["low", "middle", "high"].map { Level(id: $0, name: $0, points: 0) })
        })

    private func card(_ first: String, _ second: String?, by who: String = "a", _ state: Scorecard.State = .submitted)
        -> Scorecard
    {
        Scorecard(
            submission: "s", assessor: who, state: state, version: 1,
            scores: [Score(criterion: "c1", level: first), Score(criterion: "c2", level: second)])
    }

    @Test func aNearPassMissesByOneLevelOfOneCriterion() {
        #expect(rubric.isNearPass(card("high", "middle")))
        #expect(!rubric.isNearPass(card("high", "low")))
        #expect(!rubric.isNearPass(card("middle", "middle")))
        #expect(!rubric.isNearPass(card("high", "high")))
        #expect(!rubric.isNearPass(card("high", nil)))
    }

    @Test func whatCardsSay() {
        let good = card("high", "high")
        let near = card("high", "middle", by: "b")
        #expect(
            BatchReading([good], nil, rubric: rubric)
                == BatchReading(meets: true, isAdjudicated: false, isNearPass: false))
        #expect(!BatchReading([], nil, rubric: rubric).meets)
        #expect(
            BatchReading([good, near], nil, rubric: rubric)
                == BatchReading(meets: false, isAdjudicated: false, isNearPass: true))
        let up = Adjudication(by: "c", at: now, reason: "r", scores: [.init(criterion: "c2", level: "high")])
        #expect(
            BatchReading([good, near], up, rubric: rubric)
                == BatchReading(meets: true, isAdjudicated: true, isNearPass: true))
        #expect(BatchReading([good, card("low", nil, by: "b", .draft)], nil, rubric: rubric).meets)
        let strips = [ReaderStrip(good, rubric: rubric), ReaderStrip(near, rubric: rubric)]
        #expect(strips[0].agreement(with: strips[1]) == 1)
        #expect(strips[1].steps.map(\.rank) == [2, 1] && strips[1].steps.map(\.isMet) == [true, false])
    }

    @Test func marksAreRunsAndTheLaterDecides() {
        var marks = BatchMarks()
        #expect(marks.isEmpty && marks.bounds == nil)
        marks.mark(.init(positions: 3...9, view: .flag(.nearPass)), true)
        #expect(marks.contains(4, .toSign, [.nearPass]) && !marks.contains(4, .toSign, []))
        marks.mark(.init(positions: 4...4, view: .all), false)
        #expect(!marks.contains(4, .toSign, [.nearPass]) && marks.contains(5, .held("x"), [.nearPass]))
        #expect(marks.bounds == 3...9 && !marks.isEmpty)
    }

    @Test(arguments: ["October", "a b", "été-1"]) func aName(_ name: String) { #expect(BatchSession.isName(name)) }
    @Test(arguments: ["", " a", "a ", "a\nb", "a\u{202E}b", String(repeating: "x", count: 65)])
    func noName(_ name: String) { #expect(!BatchSession.isName(name)) }
}
