import Support
import Testing

@testable import Core

@Suite struct OutcomeTests {
    @Test func everyCriterionMustBeMet() {
        let rubric = Samples.rubric(criteria: 3)
        #expect(rubric.outcome(of: Samples.card(["c1": "met", "c2": "met", "c3": "met"])) == .meets)
        #expect(rubric.outcome(of: Samples.card(["c1": "met", "c2": "above", "c3": "met"])) == .meets)
        #expect(rubric.outcome(of: Samples.card(["c1": "met", "c2": "met", "c3": "near"])) == .notYet)
        #expect(rubric.outcome(of: Samples.card(["c1": "met", "c2": "met"])) == .unfinished)
        #expect(rubric.outcome(of: Samples.card([:])) == .unfinished)
    }

    @Test func pointsNeverCompensate() {
        // Eighteen points against the six that three required levels make, and still not yet.
        let rubric = Samples.rubric(criteria: 3)
        #expect(rubric.outcome(of: Samples.card(["c1": "above", "c2": "above", "c3": "not"])) == .notYet)
    }

    @Test func aLowCriterionDoesNotHideThatOthersAreOpen() {
        let rubric = Samples.rubric(criteria: 3)
        #expect(rubric.outcome(of: Samples.card(["c1": "not", "c3": "met"])) == .unfinished)
        #expect(rubric.progress(of: Samples.card(["c1": "not", "c3": "met"])) == (1, 1))
    }

    @Test func whatTheRubricDoesNotKnowMeetsNothing() {
        let rubric = Samples.rubric(criteria: 1)
        #expect(rubric.outcome(of: Samples.card(["c1": "stellar"])) == .notYet)
        var unreachable = rubric
        unreachable.criteria[0].required = "stellar"
        #expect(unreachable.outcome(of: Samples.card(["c1": "above"])) == .notYet)
        #expect(Rubric(criteria: []).outcome(of: Samples.card([:])) == .unfinished, "no criteria, no judgement")
    }

    @Test(arguments: Seeded.seeds) func raisingALevelNeverLosesAnOutcome(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<200 {
            let rubric = Samples.rubric(criteria: random.number(in: 1...5))
            var card = Samples.card([:])
            for criterion in rubric.criteria {
                card.apply(.level(criterion: criterion.id, random.pick(criterion.levels).id), rubric: rubric)
            }
            let before = rubric.outcome(of: card)
            let isMet = rubric.criteria.allSatisfy { $0.isMet(by: card.score($0.id)?.level ?? "") }
            #expect((before == .meets) == isMet)
            card.apply(.level(criterion: random.pick(rubric.criteria).id, "above"), rubric: rubric)
            #expect(before != .meets || rubric.outcome(of: card) == .meets)
        }
    }

    @Test func disagreementIsByLevelOnly() {
        let rubric = Samples.rubric(criteria: 3)
        var first = Samples.card(["c1": "met", "c2": "near", "c3": "not"])
        let second = Samples.card(["c1": "met", "c2": "met", "c3": "near"])
        first.apply(.comment(criterion: "c1", "well done"), rubric: rubric)
        #expect(rubric.disagreements(first, second) == ["c2", "c3"])
    }
}

enum Samples {
    /// Criteria `c1`, `c2`, ... with the levels not, near, met (required) and above.
    static func rubric(criteria: Int) -> Rubric {
        let names = ["not", "near", "met", "above"]
        let points: [Double] = [0, 1, 2, 9]
        let levels = zip(names, points).map { Level(id: $0.0, name: $0.0, points: $0.1) }
        return Rubric(
            criteria: (1...max(1, criteria)).map {
                Criterion(id: "c\($0)", part: .evidence, title: "", description: "", required: "met", levels: levels)
            })
    }

    static func card(_ levels: [String: String]) -> Scorecard {
        let scores = levels.sorted { $0.key < $1.key }.map { Score(criterion: $0.key, level: $0.value) }
        return Scorecard(submission: "s", assessor: "a", scores: scores)
    }
}
