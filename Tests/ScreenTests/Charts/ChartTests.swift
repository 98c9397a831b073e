import Screen
import Support
import Testing
import Text

@Suite struct StackedBarTests {
    private func bar(_ values: [Int]) -> StackedBar {
        let glyphs: [UInt32] = [0x2588, 0x2592, 0x2591, 0xD7, 0x2593]
        return StackedBar(
            values.enumerated().map { index, value in
                .init(value: value, glyph: Glyph(glyphs[index % 5]), style: Style(.chart1))
            })
    }

    @Test func partsAreInProportion() {
        #expect(bar([1, 1, 2]).widths(in: 8) == [2, 2, 4])
        #expect(bar([0, 0]).widths(in: 8) == [0, 0])
        #expect(bar([]).widths(in: 8) == [])
        #expect(bar([1, 1_000_000]).widths(in: 10) == [1, 9])
        #expect(bar([3, 3, 3]).widths(in: 2).reduce(0, +) == 2)
    }

    @Test(arguments: Seeded.seeds) func theyFillTheBar(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<500 {
            let values = (0..<random.number(in: 1...9)).map { _ in random.pick([0, 1, 3, 50, 4_000, 1_000_000]) }
            let width = random.number(in: 0...120)
            let widths = bar(values).widths(in: width)
            let isEmpty = values.allSatisfy { $0 == 0 }
            #expect(widths.reduce(0, +) == (isEmpty ? 0 : width), "\(values) in \(width)")
            #expect(zip(values, widths).allSatisfy { $0 > 0 || $1 == 0 })
            if values.count <= width { #expect(zip(values, widths).allSatisfy { $0 == 0 || $1 > 0 }) }
        }
    }

    @Test func drawn() {
        var frame = Frame(size: Size(columns: 12, rows: 1))
        bar([4, 1, 1, 1, 3]).render(Rect(x: 1, y: 0, width: 10, height: 1), into: &frame)
        #expect(FrameText(frame).line(0) == " ████▒░×▓▓▓")
        let ascii = frame.row(0).map { String(Unicode.Scalar($0.glyph.asciiStandIn)) }.joined()
        #expect(ascii == " ####=-x%%% ")
    }
}

@Suite struct ColumnChartTests {
    @Test func drawn() {
        var frame = Frame(size: Size(columns: 12, rows: 3))
        ColumnChart([0, 1, 8, 12, 16, 24]).render(frame.bounds, style: { _ in .text }, into: &frame)
        #expect(FrameText(frame).lines == ["     █", "   ▄██", " ▁████"])
        ColumnChart([1, 2], columnWidth: 2).render(
            Rect(x: 8, y: 2, width: 4, height: 1), style: { _ in .text }, into: &frame)
        #expect(FrameText(frame).line(2) == " ▁████  ▄▄██")
    }

    @Test(arguments: Seeded.seeds) func heightsKeepTheOrder(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let values = (0..<random.number(in: 1...40)).map { _ in random.pick([0, 1, random.below(5_000)]) }
            let chart = ColumnChart(values)
            let rows = random.number(in: 0...12)
            let heights = values.sorted().map { chart.eighths($0, rows: rows) }
            #expect(heights == heights.sorted())
            if rows > 0 {
                for value in values {
                    #expect((chart.eighths(value, rows: rows) == 0) == (value == 0))
                    #expect((chart.eighths(value, rows: rows) == 8 * rows) == (value == chart.most))
                }
            }
            var frame = Frame(size: Size(columns: random.below(30), rows: random.below(9)))
            let rect = Rect(
                x: random.number(in: -3...5), y: random.number(in: -3...5), width: random.below(40), height: rows)
            chart.render(rect, style: { _ in .text }, into: &frame)
        }
    }

    @Test func binsEndWithTheLastValue() {
        #expect(ColumnChart.binned([1, 2, 3, 4, 5], into: 5) == [1, 2, 3, 4, 5])
        #expect(ColumnChart.binned([1, 2, 3, 4, 5], into: 3) == [1, 5, 9])
        #expect(ColumnChart.binned([1, 2, 3], into: 1) == [6])
        #expect(ColumnChart.binned([1, 2, 3], into: 0) == [])
        #expect(ColumnChart.binned(Array(repeating: 1, count: 90), into: 24).count <= 24)
    }
}
