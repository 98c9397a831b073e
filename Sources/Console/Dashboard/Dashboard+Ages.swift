import Core
import Screen
import Text

/// What is open by the days since it was handed in: today on the right, the oldest on the left, as late stands on the left
/// of the days to the deadline.
struct AgeHistogram: Equatable {
    /// Days of the first column; what is older is in it. The last column is today.
    let oldest: Int
    private(set) var counts: [Int]
    /// Columns in which something is past what was promised.
    private(set) var late: [Bool]
    let columnWidth: Int
    private let hasOlder: Bool

    init(_ ages: [AgeCount], width: Int) {
        let width = max(2, width)
        let oldestKnown = max(21, ages.map(\.days).max() ?? 0)
        oldest = min(oldestKnown, width - 1)
        columnWidth = max(1, width / (oldest + 1))
        hasOlder = oldestKnown > oldest
        counts = Array(repeating: 0, count: oldest + 1)
        late = Array(repeating: false, count: oldest + 1)
        for age in ages {
            let column = oldest - min(max(0, age.days), oldest)
            counts[column] += age.n
            if age.isLate, age.n > 0 { late[column] = true }
        }
    }

    /// The scale: the highest day. The first column may be many days: it is cut off at the top.
    var most: Int {
        let days = counts.dropFirst(hasOlder ? 1 : 0).max() ?? 0
        return days > 0 ? days : counts.max() ?? 0
    }

    /// Labels and the column at which each begins; those that would touch are left out, the edges first in right.
    func labels() -> [(x: Int, text: SafeText)] {
        let first: SafeText = hasOlder ? "\(oldest)+ d" : "\(oldest) d"
        let today = counts.count * columnWidth - 5
        guard today > first.width else { return [(max(0, today), "today")] }
        var labels: [(x: Int, text: SafeText)] = [(0, first)]
        var end = first.width
        for day in stride(from: oldest / 7 * 7, to: 0, by: -7) {
            let text: SafeText = "\(day)"
            let x = (oldest - day) * columnWidth
            guard x > end, x + text.width < today else { continue }
            labels.append((x, text))
            end = x + text.width
        }
        return labels + [(today, "today")]
    }
}

func renderAges(_ report: StatusReport, _ rects: DashboardRects.ChartRects, into frame: inout Frame) {
    guard !rects.body.isEmpty else { return }
    let histogram = AgeHistogram(report.ages, width: rects.body.width)
    let chart = ColumnChart(histogram.counts, most: histogram.most, columnWidth: histogram.columnWidth)
    title("Age in days", "most \(Numbers.grouped(histogram.most)) a day", rects.title, into: &frame)
    chart.render(rects.body, style: { Style(histogram.late[$0] ? .danger : .chart1) }, into: &frame)
    for (x, text) in histogram.labels() {
        frame.put(text, x: rects.axis.x + x, y: rects.axis.y, style: Style(.quiet), limit: rects.axis.right)
    }
}
