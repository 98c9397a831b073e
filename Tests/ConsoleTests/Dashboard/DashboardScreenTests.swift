import Core
import Screen
import Support
import Testing

@testable import Console

@Suite struct DashboardScreenTests {
    /// The queue of a coordinator with something in every state, and the dashboard over it.
    private func run(_ script: String = "d", count: Int = 214, columns: Int = 100, height: Int = 30) -> KeyScriptRun {
        var rows = Fixtures.rows(count)
        for index in rows.indices where rows[index].claimedBy == nil && index % 5 == 0 {
            rows[index].state = SubmissionState.allCases[2 + index / 5 % 7]
        }
        for index in rows.indices { rows[index].dueAt = Fixtures.due(inDays: index * 31 % 29 - 6) }
        var run = KeyScriptRun(rows: rows, columns: columns, height: height, caller: Fixtures.carol)
        run.type(script)
        return run
    }

    @Test(arguments: [(80, 24), (100, 30), (120, 40), (200, 60), (60, 15), (40, 10), (20, 6)])
    func looksAsRecorded(columns: Int, rows: Int) {
        expectSnapshot(run(columns: columns, height: rows).frame, "dashboard-\(columns)x\(rows)")
    }

    @Test func turnedToAssessorsAndTheArithmetic() {
        expectSnapshot(run("d<Tab><Tab>").frame, "dashboard-assessors-100x30")
        expectSnapshot(run("da").frame, "dashboard-ages-100x30")
        expectSnapshot(run("d=").frame, "dashboard-arithmetic-100x30")
    }

    @Test func withoutAnySubmission() {
        expectSnapshot(run(count: 0, columns: 80, height: 24).frame, "dashboard-empty-80x24")
    }

    @Test(arguments: ["d", "d=", "d?", "d<Tab>ss", "d<Enter>"]) func neverTraps(script: String) {
        var run = run(script)
        for rows in 0...44 {
            for columns in Array(0...60) + Array(stride(from: 61, through: 210, by: 7)) {
                run.send(.resized(Size(columns: columns, rows: rows)))
                let frame = run.frame
                if !isWellFormed(frame) { Issue.record("\(columns)x\(rows) after \(script)") }
            }
        }
    }

    @Test func whatIsSaidByColourIsSaidInWordsToo() {
        let screen = run().screen
        #expect(screen.line(0).contains(" late") && screen.line(0).contains(" due soon"))
        #expect(screen.line(2).contains("pending ") && screen.line(2).contains("ready "))
    }

    /// In an ASCII locale each part of the bar still differs from its neighbour.
    @Test func theBarReadsInASCII() {
        let frame = run().frame
        let bar = frame.row(1).map { $0.glyph.asciiStandIn }
        var kinds: [UInt8] = []
        for byte in bar where byte != kinds.last { kinds.append(byte) }
        #expect(kinds == Array("#=-x%".utf8))
    }

    @Test func lineDownTouchesTwoRows() {
        var run = run()
        let before = run.frame
        run.type("j")
        #expect(changedRows(before, run.frame).count == 2)
        #expect(run.screen.selectedRows.count == 1)
    }

    @Test func hostileWordsBecomeMarks() {
        let rows = [Fixtures.row(0, claimedBy: "be\u{202E}n", district: "Floyd\u{1B}[2J\u{9B}31m")]
        for script in ["d", "d<Tab>", "d<Tab><Tab>"] {
            var run = KeyScriptRun(rows: rows, columns: 200, height: 40, caller: Fixtures.carol)
            run.type(script)
            let scalars = run.screen.description.unicodeScalars.filter { $0 != "\n" }
            #expect(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}" })
        }
    }

    @Test func theHistogramHoldsEverythingThatIsOpen() {
        var random = Seeded(seed: 11)
        let today = CivilDate(daysSince1970: 20_727)
        for _ in 0..<400 {
            let due = (0..<random.below(20)).map { _ in random.number(in: -400...400) }.sorted().map { offset in
                DueCount(
                    dueAt: Instant(seconds: 0), day: today.advanced(byDays: offset), n: random.below(50),
                    isLate: offset < 0)
            }
            let width = random.number(in: 0...120)
            let histogram = DueHistogram(due, today: today, width: width)
            #expect(histogram.counts.reduce(0, +) == due.reduce(0) { $0 + $1.n })
            #expect(histogram.first < 0 && histogram.last >= 0)
            #expect(histogram.counts.count * histogram.columnWidth <= max(2, width))
            let late = histogram.counts.prefix(-histogram.first).reduce(0, +)
            #expect(late == due.reduce(0) { $1.isLate ? $0 + $1.n : $0 }, "late is left of today")
            #expect(histogram.most > 0 || due.allSatisfy { $0.n == 0 })
            let labels = histogram.labels()
            for (left, right) in zip(labels, labels.dropFirst()) { #expect(left.x + left.text.width <= right.x) }
        }
    }

    @Test func theAgesHoldEverythingThatIsOpen() {
        var random = Seeded(seed: 12)
        let today = CivilDate(daysSince1970: 20_727)
        for _ in 0..<400 {
            let ages = (0..<random.below(20)).map { _ in random.number(in: -2...400) }.sorted().reversed().map { days in
                AgeCount(
                    handedIn: today.advanced(byDays: -days), n: random.below(50), today: today,
                    promise: Promise(businessDays: 14))
            }
            let width = random.number(in: 0...120)
            let histogram = AgeHistogram(ages, width: width)
            #expect(histogram.counts.reduce(0, +) == ages.reduce(0) { $0 + $1.n })
            #expect(histogram.counts.count == histogram.oldest + 1)
            #expect(histogram.counts.last == ages.reduce(0) { $1.days <= 0 ? $0 + $1.n : $0 }, "today is on the right")
            #expect(histogram.late.contains(true) == ages.contains { $0.isLate && $0.n > 0 })
            if width >= 2 { #expect(histogram.counts.count * histogram.columnWidth <= width) }
            #expect(histogram.most > 0 || ages.allSatisfy { $0.n == 0 })
            let labels = histogram.labels()
            for (left, right) in zip(labels, labels.dropFirst()) { #expect(left.x + left.text.width < right.x) }
        }
    }

    /// What has no room beside the other stands in its place; nothing of one is left under the other.
    @Test func agesTakeThePlaceWhereThereIsOneOnly() {
        var run = run(columns: 80, height: 24)
        #expect(run.screen.description.contains("Days to deadline"))
        run.type("a")
        #expect(run.screen.description.contains("Age in days"))
        #expect(!run.screen.description.contains("Days to deadline"))
        run.type("a")
        #expect(run.screen.description.contains("Days to deadline"))
        var wide = self.run(columns: 120, height: 40)
        #expect(wide.screen.description.contains("Days to deadline"))
        #expect(wide.screen.description.contains("Age in days"))
        wide.type("a")
        #expect(wide.screen.line(39).contains("side by side"))
        var small = self.run(columns: 40, height: 10)
        small.type("a")
        #expect(small.screen.line(9).contains("no room for charts"))
    }

    @Test func columnsStandSideBySide() {
        for width in 0...220 {
            let columns = DashboardColumns(width: width)
            #expect((columns.numbers.last?.right ?? 0) <= width)
            if width >= 28 { #expect(columns.nameWidth >= 16 && columns.kinds.contains(.overdue)) }
        }
    }
}
