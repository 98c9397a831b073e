import Core
import Screen
import Text

extension StatusReport.Grouping {
    fileprivate var words: SafeText {
        switch self {
        case .district: "district"
        case .microCredential: "micro-credential"
        case .assessor: "assessor"
        case .state: "state"
        }
    }
}

func renderTable(_ board: DashboardState, _ rects: DashboardRects, into frame: inout Frame) {
    renderTabs(board, rects.tabs, into: &frame)
    let columns = DashboardColumns(width: rects.list.width)
    renderHeading(board, columns, rects.heading, into: &frame)
    let shown = board.rows.dropFirst(board.top).prefix(rects.list.height)
    for (offset, row) in shown.enumerated() {
        let y = rects.list.y + offset
        frame.put(row.name.shortened(to: columns.nameWidth), x: DashboardColumns.margin, y: y)
        for column in columns.numbers {
            let value = column.kind.value(row)
            let text = Numbers.grouped(value)
            // A nought that is as loud as a number hides the numbers.
            let style = value == 0 ? Style(.quiet) : column.kind == .overdue ? Style(.danger) : .text
            frame.put(text, x: column.right - text.width, y: y, style: style)
        }
        guard board.top + offset == board.selected else { continue }
        frame.put(">", x: 0, y: y, style: Style(.focus))
        frame.restyle(Rect(x: 0, y: y, width: rects.list.width, height: 1)) { $0.isSelected = true }
    }
}

/// What the table is turned to, among what it can be turned to, on a rule; how much of it is on the screen.
private func renderTabs(_ board: DashboardState, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    frame.put(.repeated("\u{2500}", rect.width), x: 0, y: rect.y, style: Style(.rule))
    var x = 2
    for grouping in DashboardState.groupings {
        let isOn = grouping == board.grouping
        let words: SafeText = isOn ? " [\(grouping.words)] " : "  \(grouping.words)  "
        if x + words.width > rect.right { break }
        x = frame.put(words, x: x, y: rect.y, style: Style(isOn ? .focus : .quiet))
    }
    guard !board.rows.isEmpty else { return }
    let height = arrangeDashboard(frame.size).list.height
    let last = min(board.rows.count, board.top + height)
    let place: SafeText =
        " \(Numbers.grouped(board.top + 1))-\(Numbers.grouped(last))/\(Numbers.grouped(board.rows.count)) "
    if x + place.width + 2 <= rect.right {
        frame.put(place, x: rect.right - place.width - 1, y: rect.y, style: Style(.quiet))
    }
}

/// The column that the table is sorted by has a star.
private func renderHeading(
    _ board: DashboardState, _ columns: DashboardColumns, _ rect: Rect, into frame: inout Frame
) {
    guard !rect.isEmpty else { return }
    let name: SafeText = board.column == .name ? "*name" : "name"
    frame.put(name.shortened(to: columns.nameWidth), x: DashboardColumns.margin, y: rect.y, style: Style(.heading))
    for column in columns.numbers {
        let text = column.kind == board.column ? "*" + column.kind.heading : column.kind.heading
        frame.put(text, x: column.right - text.width, y: rect.y, style: Style(.heading))
    }
}

/// Who holds claims and for how long: a list beside the table, or one line.
func renderClaims(
    _ board: DashboardState, _ report: StatusReport, _ rect: Rect, now: Instant, into frame: inout Frame
) {
    guard !rect.isEmpty else { return }
    let count = report.claimCount
    let title: SafeText = count == 0 ? "No claims held" : Numbers.counted(count, "claim held", "claims held")
    if rect.height == 1 {
        var line = title
        for (index, claim) in board.claims.enumerated() {
            let next: SafeText = "\(index == 0 ? ": " : ", ")\(claim.who) \(claim.held(now))"
            if line.width + next.width > rect.width { break }
            line += next
        }
        frame.put(line.shortened(to: rect.width), x: rect.x, y: rect.y, style: Style(.quiet))
        return
    }
    frame.put(title.shortened(to: rect.width), x: rect.x, y: rect.y, style: Style(.heading))
    let timeWidth = 10
    let whoWidth = min(12, max(0, rect.width - timeWidth - 2))
    let rows = rect.height - 1
    let shown = count > rows ? rows - 1 : rows
    if shown < min(count, rows), rows > 0 {
        frame.put("\(Numbers.grouped(count - shown)) more", x: rect.x, y: rect.y + rows, style: Style(.quiet))
    }
    for (offset, claim) in board.claims.prefix(shown).enumerated() {
        let y = rect.y + 1 + offset
        frame.put(claim.who.shortened(to: whoWidth), x: rect.x, y: y)
        let held = claim.held(now)
        let end = rect.x + whoWidth + timeWidth
        frame.put(held, x: end - held.width, y: y)
        frame.put(claim.submission.shortened(to: rect.right - end - 2), x: end + 2, y: y, style: Style(.quiet))
    }
}

extension DashboardClaim {
    fileprivate func held(_ now: Instant) -> SafeText { Dates.minutes(from: since, to: now) }
}
