import Support
import Testing

@testable import Core

@Suite struct VerdictTests {
    private let rubric = Samples.rubric(criteria: 3)

    private func read(_ levels: [String: String], by who: String, _ state: Scorecard.State = .submitted) -> Scorecard {
        var card = Samples.card(levels)
        card.assessor = who
        card.state = state
        return card
    }

    private func adjudication(_ levels: [(String, String)]) -> Adjudication {
        Adjudication(
            by: "judge", at: Instant(seconds: 0), reason: "r",
            scores: levels.map { Adjudication.Settled(criterion: $0.0, level: $0.1) })
    }

    private var first: Scorecard { read(["c1": "met", "c2": "near", "c3": "met"], by: "a") }
    private var second: Scorecard { read(["c1": "met", "c2": "met", "c3": "above"], by: "b") }

    @Test func oneReadSaysWhatItsCardSays() {
        let verdict = Verdict([first, read(["c1": "not"], by: "b", .draft)], nil, rubric: rubric)
        #expect(verdict.outcome == .notYet && verdict.disputed.isEmpty && verdict.level("c2") == "near")
        #expect(Verdict([], nil, rubric: rubric).outcome == .unfinished)
        #expect(Verdict([], nil, rubric: rubric).lines.isEmpty)
    }

    @Test func aDisputeHasNoLevelUntilItIsSettled() {
        let open = Verdict([first, second], nil, rubric: rubric)
        #expect(open.disputed == ["c2", "c3"] && open.outcome == .unfinished)
        #expect(open.level("c1") == "met" && open.level("c2") == nil)
        let up = Verdict([first, second], adjudication([("c2", "met"), ("c3", "met")]), rubric: rubric)
        #expect(up.outcome == .meets && up.disputed == ["c2", "c3"] && up.level("c2") == "met")
        let down = Verdict([first, second], adjudication([("c2", "not"), ("c3", "above")]), rubric: rubric)
        #expect(down.outcome == .notYet && down.level("c2") == "not")
        // What the readers agree on is not an adjudication's to say.
        let over = Verdict([first, first], adjudication([("c2", "above")]), rubric: rubric)
        #expect(over.level("c2") == "near")
    }

    @Test(arguments: Seeded.seeds) func anySettledDisputeHasALevelEverywhere(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let levels = ["not", "near", "met", "above"]
        for _ in 0..<100 {
            let cards = ["a", "b", "c"].prefix(random.number(in: 1...3)).map { who in
                read(["c1": random.pick(levels), "c2": random.pick(levels), "c3": random.pick(levels)], by: who)
            }
            let open = Verdict(cards, nil, rubric: rubric)
            let given = open.disputed.shuffled(using: &random).map {
                Adjudication.Settled(criterion: $0, level: random.pick(levels))
            }
            let settled = try Adjudication.settle(given, open.disputed, rubric)
            #expect(settled.map(\.criterion) == open.disputed)
            let made = Adjudication(by: "j", at: Instant(seconds: 0), reason: "r", scores: settled)
            let verdict = Verdict(cards, made, rubric: rubric)
            #expect(verdict.lines.allSatisfy { $0.level != nil } && verdict.outcome != .unfinished)
            let isMet = rubric.criteria.allSatisfy { $0.isMet(by: verdict.level($0.id) ?? "") }
            #expect((verdict.outcome == .meets) == isMet)
        }
    }

    @Test func allOfADisputeOrNone() {
        func refusal(_ given: [(String, String)]) -> String? {
            do {
                _ = try Adjudication.settle(adjudication(given).scores, ["c2", "c3"], rubric)
                return nil
            } catch { return error.sentence }
        }
        #expect(refusal([("c3", "met"), ("c2", "near")]) == nil)
        let together = "All that is in dispute is settled together; no level is given for"
        #expect(refusal([("c3", "met")]) == "\(together) c2.")
        #expect(refusal([]) == "\(together) c2, c3.")
        #expect(
            refusal([("c1", "met"), ("c2", "met"), ("c3", "met")])
                == "The readers agree on c1; in dispute: c2, c3.")
        #expect(refusal([("c9", "met")]) == "There is no criterion c9; the rubric has c1, c2, c3.")
        #expect(refusal([("c2", "x"), ("c3", "met")]) == "c2 has no level x; it has not, near, met, above.")
        #expect(refusal([("c2", "met"), ("c3", "met"), ("c2", "met")]) == "c2 is given more than one level.")
    }
}
