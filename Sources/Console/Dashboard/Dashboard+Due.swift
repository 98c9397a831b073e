import Core
import Screen
import Text

/// What is open by the days that are left of its deadline: late on the left, today marked, the rest on the right.
struct DueHistogram: Equatable {
    /// Days of the first and the last column, counted from today. What lies beyond them is in them.
    var first: Int
    var last: Int
    var counts: [Int]
    var columnWidth: Int
    private let hasEarlier: Bool
    private let hasLater: Bool

    init(_ due: [DueCount], today: CivilDate, width: Int) {
        let days = due.map { ($0.day.daysSince1970 - today.daysSince1970, $0.n) }
        let latest = max(14, days.last?.0 ?? 0)
        let earliest = min(-3, days.first?.0 ?? 0)
        let width = max(2, width)
        // A third of the room is for what is late, more only where nothing else wants it.
        let late = max(1, min(-earliest, max(width / 3, width - 1 - latest)))
        let ahead = min(latest, width - 1 - late)
        first = -late
        last = max(0, ahead)
        columnWidth = max(1, width / (last - first + 1))
        counts = Array(repeating: 0, count: last - first + 1)
        for (day, n) in days { counts[min(max(day, first), last) - first] += n }
        hasEarlier = earliest < first
        hasLater = latest > last
    }

    /// The scale: the highest day. What lies beyond the edges is many days in one column, which would press down all others:
    /// it is cut off at the top.
    var most: Int {
        let days = counts.dropFirst(hasEarlier ? 1 : 0).dropLast(hasLater ? 1 : 0)
        return days.max().flatMap { $0 > 0 ? $0 : nil } ?? counts.max() ?? 0
    }

    func style(_ index: Int, soon: Int) -> Style {
        let day = first + index
        return day < 0 ? Style(.danger) : day <= soon ? Style(.warning) : Style(.chart1)
    }

    /// Labels and the column at which each begins.
    func labels() -> [(x: Int, text: SafeText)] {
        var labels: [(x: Int, text: SafeText)] = []
        let today = -first * columnWidth
        let late: SafeText = hasEarlier ? "\(-first)+ d late" : "\(-first) d late"
        if late.width < today { labels.append((0, late)) }
        labels.append((today, "today"))
        var end = today + 5
        for day in stride(from: 7, through: last, by: 7) {
            let x = (day - first) * columnWidth
            guard x > end, day < last else { continue }
            labels.append((x, "\(day)"))
            end = x + 2
        }
        let most: SafeText = hasLater ? "\(last)+" : "\(last)"
        let x = counts.count * columnWidth - most.width
        if x > end { labels.append((x, most)) }
        return labels
    }
}

func renderDue(_ report: StatusReport, _ rects: DashboardRects.ChartRects, into frame: inout Frame) {
    guard !rects.body.isEmpty else { return }
    let histogram = DueHistogram(report.due, today: report.today, width: rects.body.width)
    let soon = report.soonThrough.daysSince1970 - report.today.daysSince1970
    let chart = ColumnChart(histogram.counts, most: histogram.most, columnWidth: histogram.columnWidth)
    title("Days to deadline", "most \(Numbers.grouped(histogram.most)) a day", rects.title, into: &frame)
    chart.render(rects.body, style: { histogram.style($0, soon: soon) }, into: &frame)
    for (x, text) in histogram.labels() {
        frame.put(text, x: rects.axis.x + x, y: rects.axis.y, style: Style(.quiet), limit: rects.axis.right)
    }
}
