import Core
import Screen
import Text

/// Three charts over the same days, with the same scale; their sums stand behind them.
func renderDays(_ report: StatusReport, _ rects: DashboardRects.ChartRects, into frame: inout Frame) {
    guard !rects.body.isEmpty else { return }
    let labelWidth = 10
    let series: [(SafeText, [Int], Style)] = [
        ("submitted", report.throughput.map(\.submitted), Style(.chart1)),
        ("scored", report.throughput.map(\.scored), Style(.chart2)),
        ("decided", report.throughput.map(\.decided), Style(.chart3)),
    ]
    let sums = series.map { Numbers.grouped($0.1.reduce(0, +)) }
    let sumWidth = (sums.map(\.width).max() ?? 0) + 1
    let room = max(1, rects.body.width - labelWidth - sumWidth)
    let bins = series.map { ColumnChart.binned($0.1, into: room) }
    let most = bins.joined().max() ?? 0
    let size = bins[0].isEmpty ? 1 : (StatusReport.days + bins[0].count - 1) / bins[0].count
    let scale: SafeText = size == 1 ? "a day" : "in \(size) days"
    title("Last \(StatusReport.days) days", "most \(Numbers.grouped(most)) \(scale)", rects.title, into: &frame)
    let height = rects.body.height / series.count
    let columnWidth = max(1, room / max(1, bins[0].count))
    for (index, (name, _, style)) in series.enumerated() {
        // A row between two, where there is one to spare.
        let gap = height >= 3 ? 1 : 0
        let band = Rect(
            x: rects.body.x + labelWidth, y: rects.body.y + index * height + gap, width: room, height: height - gap)
        ColumnChart(bins[index], most: most, columnWidth: columnWidth).render(band, style: { _ in style }, into: &frame)
        frame.put(name, x: rects.body.x, y: band.bottom - 1, style: style)
        frame.put(sums[index], x: rects.body.right - sums[index].width, y: band.bottom - 1)
    }
    let chartEnd = rects.body.x + labelWidth + bins[0].count * columnWidth
    guard let first = report.throughput.first?.date else { return }
    frame.put(
        Dates.short(first, today: report.today), x: rects.axis.x + labelWidth, y: rects.axis.y, style: Style(.quiet))
    frame.put("today", x: max(rects.axis.x, chartEnd - 5), y: rects.axis.y, style: Style(.quiet))
}

/// A chart's heading, and on the right what its highest column stands for.
func title(_ words: SafeText, _ scale: SafeText, _ rect: Rect, into frame: inout Frame) {
    let end = frame.put(words, x: rect.x, y: rect.y, style: Style(.heading), limit: rect.right)
    guard end + 2 + scale.width <= rect.right else { return }
    frame.put(scale, x: rect.right - scale.width, y: rect.y, style: Style(.quiet))
}
