import Support
import Testing

@testable import Core

@Suite struct ScorecardTests {
    private func change(_ random: inout Seeded, _ rubric: Rubric) -> ScoreChange {
        let criterion = random.pick(rubric.criteria).id
        switch random.number(in: 0...2) {
        case 0:
            return .level(
                criterion: criterion, random.once(in: 4) ? nil : random.pick(["not", "near", "met", "above"]))
        case 1: return .comment(criterion: criterion, random.once(in: 4) ? "" : random.soup(1...12))
        default:
            let from = random.number(in: 1...50)
            let some = Citation(evidence: "e1", from: from, to: from + random.number(in: 0...5))
            return .citations(criterion: criterion, random.once(in: 4) ? [] : [some])
        }
    }

    @Test(arguments: Seeded.seeds) func undoOfDoIsIdentity(seed: UInt64) {
        var random = Seeded(seed: seed)
        let rubric = Samples.rubric(criteria: 5)
        var card = Scorecard(submission: "s", assessor: "a")
        for _ in 0..<500 {
            let before = card
            let change = change(&random, rubric)
            let inverse = card.inverse(of: change)
            card.apply(change, rubric: rubric)
            var undone = card
            undone.apply(inverse, rubric: rubric)
            #expect(undone == before)
            var redone = undone
            redone.apply(card.inverse(of: inverse), rubric: rubric)
            #expect(redone == card, "redo is the inverse of undo")
            #expect(card.scores.map(\.criterion) == rubric.criteria.map(\.id).filter { card.score($0) != nil })
            #expect(!card.scores.contains { $0.isBlank })
            #expect(card.version == 0)
        }
    }

    @Test(arguments: Seeded.seeds) func aWholeHistoryIsTakenBack(seed: UInt64) {
        var random = Seeded(seed: seed)
        let rubric = Samples.rubric(criteria: 4)
        let start = Samples.card(["c2": "near"])
        var card = start
        var inverses: [ScoreChange] = []
        for _ in 0..<100 {
            let change = change(&random, rubric)
            inverses.append(card.inverse(of: change))
            card.apply(change, rubric: rubric)
        }
        for inverse in inverses.reversed() { card.apply(inverse, rubric: rubric) }
        #expect(card == start)
    }

    @Test func aCriterionThatIsNoneOfTheRubricsIsNotKept() {
        var card = Scorecard(submission: "s", assessor: "a")
        card.apply(.level(criterion: "c9", "met"), rubric: Samples.rubric(criteria: 2))
        #expect(card.scores.isEmpty)
    }
}
