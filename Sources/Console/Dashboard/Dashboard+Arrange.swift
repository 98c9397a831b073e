import Core
import Screen

/// Where the parts of the dashboard stand. A part that does not fit is empty.
package struct DashboardRects: Equatable, Sendable {
    package var header = Rect.zero
    /// The states as one bar, and their counts.
    package var bar = Rect.zero
    package var legend = Rect.zero
    /// Days to the deadline, ages, and 90 days: each a heading, a body and an axis. Where there is room for two only, the
    /// first two have the same place.
    package var due = ChartRects()
    package var ages = ChartRects()
    package var days = ChartRects()
    package var forecast = Rect.zero
    /// What the table is turned to, its heading, its rows.
    package var tabs = Rect.zero
    package var heading = Rect.zero
    package var list = Rect.zero
    /// Beside the table, or one line under it.
    package var claims = Rect.zero
    package var lastLine = Rect.zero

    /// How the days to the deadline and the ages share the room.
    package enum Shares: Equatable, Sendable { case bothShown, oneInTheOthersPlace, noCharts }

    package var shares: Shares {
        due.body.isEmpty ? .noCharts : due == ages ? .oneInTheOthersPlace : .bothShown
    }

    package struct ChartRects: Equatable, Sendable {
        package var title = Rect.zero
        package var body = Rect.zero
        package var axis = Rect.zero

        init() {}

        init(_ rect: Rect) {
            var rest = rect
            (title, rest) = rest.cutTop(1)
            (body, axis) = rest.cutBottom(1)
        }
    }
}

/// The table comes first; the other parts come in as there is room for them, what is read first the earliest.
package func arrangeDashboard(_ size: Size) -> DashboardRects {
    var rects = DashboardRects()
    var rest = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
    if size.rows >= 2 { (rest, rects.lastLine) = rest.cutBottom(1) }
    if size.rows >= 3 { (rects.header, rest) = rest.cutTop(1) }
    if size.rows >= 12 {
        (rects.bar, rest) = rest.cutTop(1)
        (rects.legend, rest) = rest.cutTop(1)
    }
    if size.rows >= 20, size.columns >= 56 {
        if size.rows >= 28 { rest = rest.cutTop(1).1 }
        // Three charts under each other, of the same height.
        let body = min(12, max(3, (rest.height - 6) / 9 * 3))
        var charts = Rect.zero
        (charts, rest) = rest.cutTop(body + 2)
        let gap = 3
        if size.columns >= 116 {
            // 90 days take the most room; the other two no more than is easily counted.
            let (due, others) = charts.cutLeft(min(45, size.columns * 27 / 100))
            let (ages, days) = others.cutLeft(gap).1.cutLeft(due.width)
            (rects.due, rects.ages, rects.days) = (.init(due), .init(ages), .init(days.cutLeft(gap).1))
        } else {
            let (left, right) = charts.cutLeft((size.columns - gap) / 2)
            (rects.due, rects.ages, rects.days) = (.init(left), .init(left), .init(right.cutLeft(gap).1))
        }
        if size.rows >= 28 { rest = rest.cutTop(1).1 }
    }
    if size.rows >= 7 { (rects.forecast, rest) = rest.cutTop(1) }
    if size.rows >= 5 { (rects.tabs, rest) = rest.cutTop(1) }
    if size.columns >= 136, size.rows >= 12 {
        // The table needs no more than its columns and a name.
        let table = min(size.columns - 33, 124)
        (rest, rects.claims) = rest.cutLeft(table)
        rects.claims = rects.claims.cutLeft(3).1
    } else if size.rows >= 16 {
        // A line, or a few of those held longest where the table leaves room.
        (rest, rects.claims) = rest.cutBottom(size.rows >= 36 ? max(1, min(8, rest.height / 3)) : 1)
    }
    if size.rows >= 6 { (rects.heading, rest) = rest.cutTop(1) }
    rects.list = rest
    return rects
}
