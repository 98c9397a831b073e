import Core
import Support
import Testing

@testable import Console

@Suite struct CitationsTests {
    private func lines(_ from: Int, _ to: Int, _ evidence: String = "e1") -> Citation {
        Citation(evidence: evidence, from: from, to: to)
    }

    /// Against sets of lines.
    @Test(arguments: Seeded.seeds) func joinedAndCountedLikeSets(seed: UInt64) {
        var random = Seeded(seed: seed)
        var citations: [Citation] = []
        var cited: Set<String> = []
        for _ in 0..<200 {
            let from = random.number(in: 1...40)
            let citation = lines(from, from + random.below(6), random.once(in: 2) ? "e1" : "overview")
            let own = (citation.from...citation.to).map { "\(citation.evidence):\($0)" }
            if random.once(in: 3) {
                citations = citations.removing(citation)
                cited.subtract(own)
            } else {
                citations = citations.adding(citation)
                cited.formUnion(own)
            }
            #expect(citations.lineCount == cited.count, "seed \(seed)")
        }
    }

    /// A store from elsewhere may hold any numbers: they are shown, and nothing traps.
    @Test func theLargestNumbersAreHarmless() {
        let most = Int.max
        let all = [lines(1, most), lines(5, 9), lines(most, most), lines(1, most, "overview")]
        #expect(all.lineCount == most)
        #expect([Citation]().adding(all[0]).adding(all[1]).adding(all[2]) == [all[0]])
        #expect([all[0]].adding(lines(1, 1, "e2")).count == 2)
        #expect(all.removing(lines(most, most)) == [lines(1, most - 1), all[1], all[3]])
    }

    @Test func onlyTheLinesMarkedAreTakenOut() {
        #expect([lines(3, 30)].removing(lines(10, 12)) == [lines(3, 9), lines(13, 30)])
        #expect([lines(3, 30)].removing(lines(1, 12)) == [lines(13, 30)])
        #expect([lines(3, 30)].removing(lines(3, 30)).isEmpty)
        #expect([lines(3, 30)].removing(lines(5, 6, "e2")) == [lines(3, 30)])
    }
}
