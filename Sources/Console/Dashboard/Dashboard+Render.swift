import Core
import Screen
import Text

/// Draws the dashboard.
func renderDashboard(_ state: ConsoleState, into frame: inout Frame) {
    guard let board = state.dashboard else { return }
    let rects = arrangeDashboard(frame.size)
    renderHeader(board, rects.header, into: &frame)
    if let report = board.report {
        renderStates(report, rects, into: &frame)
        if rects.shares == .bothShown || !board.showsAges { renderDue(report, rects.due, into: &frame) }
        if rects.shares == .bothShown || board.showsAges { renderAges(report, rects.ages, into: &frame) }
        renderDays(report, rects.days, into: &frame)
        frame.put(
            report.forecast.sentence(in: rects.forecast.width), x: 0, y: rects.forecast.y,
            style: report.forecast.willBreach > 0 ? Style(.warning) : .text)
        renderTable(board, rects, into: &frame)
        renderClaims(board, report, rects.claims, now: state.now, into: &frame)
    } else if let fault = board.fault {
        for (offset, line) in fault.folded(to: rects.list.width).prefix(rects.list.height).enumerated() {
            frame.put(line, x: rects.list.x, y: rects.list.y + offset, style: Style(.error))
        }
    }
    if !rects.lastLine.isEmpty { renderLastLine(state, hints: state.dashboardHints(), into: &frame) }
}

/// `Dashboard   214 open   9 late   31 due soon                Example Cooperative`
private func renderHeader(_ board: DashboardState, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    var x = frame.put("Dashboard", x: 0, y: rect.y, style: Style(.title))
    if let report = board.report {
        for (count, word, style) in [
            (report.overdue, "late", report.overdue > 0 ? Style(.danger) : .text),
            (report.dueSoon, "due soon", report.dueSoon > 0 ? Style(.warning) : .text),
            (report.open, "open", .text),
        ] as [(Int, SafeText, Style)] {
            let text = Numbers.grouped(count) + " " + word
            if x + 3 + text.width > rect.right { break }
            x = frame.put(text, x: x + 3, y: rect.y, style: style)
        }
    }
    let room = rect.right - x - 3
    if room >= min(12, board.programme.width) {
        let shown = board.programme.shortened(to: room)
        frame.put(shown, x: rect.right - shown.width, y: rect.y, style: Style(.quiet))
    }
}

extension SubmissionState {
    /// Its part of the bar. Neighbours differ without colour, and in ASCII: `#`, `=`, `-`, `x`, `#`.
    fileprivate var ink: (glyph: UInt32, style: Style) {
        switch self {
        case .pending: (0x2588, Style(.chart1))
        case .claimed: (0x2592, Style(.chart2))
        case .secondRead: (0x2591, Style(.chart4))
        case .adjudication: (0xD7, Style(.chart6))
        case .ready: (0x2593, Style(.chart3))
        case .awarded, .returned, .incomplete, .denied: (0x20, Style(.quiet))
        }
    }
}

/// What is open as one bar; under it every state's count, behind the glyph that it has in the bar.
private func renderStates(_ report: StatusReport, _ rects: DashboardRects, into frame: inout Frame) {
    guard !rects.bar.isEmpty else { return }
    let open = SubmissionState.allCases.filter(\.isOpen)
    let parts = open.map { state in
        StackedBar.Part(value: report.count(state), glyph: Glyph(state.ink.glyph), style: state.ink.style)
    }
    StackedBar(parts).render(rects.bar, into: &frame)
    var x = rects.legend.x
    let y = rects.legend.y
    for state in SubmissionState.allCases {
        let count = report.count(state)
        let words = SafeText(untrusted: state.rawValue) + " " + Numbers.grouped(count)
        // What is over is said where there is room; what is open always comes first.
        let mark = state.isOpen ? 2 : 0
        if x + mark + words.width > rects.legend.right { break }
        if state.isOpen {
            frame.fill(
                Rect(x: x, y: y, width: 1, height: 1), with: Glyph(state.ink.glyph), style: state.ink.style)
        }
        x = frame.put(words, x: x + mark, y: y, style: state.isOpen ? .text : Style(.quiet)) + 2
    }
}
