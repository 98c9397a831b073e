import Core
import Screen
import Text

/// How the forecast came about: the arithmetic, then what is due day by day and what of it will be late.
package struct ForecastSheet: Equatable, Sendable {
    /// The first line shown.
    package var top = 0

    package init() {}

    static func lines(_ forecast: Forecast, columns: Int) -> [SafeText] {
        let today = forecast.today
        var lines = forecast.arithmetic.flatMap { $0.folded(to: columns) }
        if forecast.steps.isEmpty { return lines }
        let widths = [15, 8, 14, 14, 16]
        let headings: [SafeText] = ["due", "open", "reached by then", "will be late", "all decided by"]
        lines.append(.empty)
        lines.append(row(headings, widths))
        for step in forecast.steps {
            lines.append(
                row(
                    [
                        Dates.long(step.due, today: today), Numbers.grouped(step.open),
                        step.isLate ? "late already" : Numbers.grouped(step.reached),
                        step.isLate ? "-" : Numbers.grouped(step.breaches),
                        step.doneOn.map { Dates.long($0, today: today) } ?? "never",
                    ], widths))
        }
        return lines
    }

    private static func row(_ cells: [SafeText], _ widths: [Int]) -> SafeText {
        zip(cells, widths).map { $0.padded(to: max($1, $0.width), right: true) }.joined(separator: "  ")
    }

    private func sheet(_ count: Int, _ size: Size) -> Sheet { Sheet(rows: count, size: size) }

    func render(_ state: ConsoleState, into frame: inout Frame) {
        guard let forecast = state.dashboard?.report?.forecast else { return }
        let lines = ForecastSheet.lines(forecast, columns: frame.size.columns)
        let sheet = sheet(lines.count, frame.size)
        sheet.render("Forecast", into: &frame)
        for (offset, line) in lines.dropFirst(top).prefix(sheet.body.height).enumerated() {
            frame.put(line.shortened(to: frame.size.columns), x: 0, y: sheet.body.y + offset)
        }
        renderLastLine(state, hints: [.down, .pageDown, .back], into: &frame)
    }

    mutating func clamp(in state: ConsoleState) {
        guard let forecast = state.dashboard?.report?.forecast else { return }
        let count = ForecastSheet.lines(forecast, columns: state.size.columns).count
        top = max(0, min(top, count - sheet(count, state.size).body.height))
    }

    func page(_ size: Size) -> Int { max(1, size.rows - 3) }
}

extension ConsoleState {
    mutating func press(_ key: Key, on sheet: ForecastSheet) -> [Effect] {
        var sheet = sheet
        switch (keymap.command(for: key, in: .menu), key) {
        case (.down, _): sheet.top += 1
        case (.up, _): sheet.top -= 1
        case (_, .wheelDown): sheet.top += 3
        case (_, .wheelUp): sheet.top -= 3
        case (.pageDown, _), (.toggle, _): sheet.top += sheet.page(size)
        case (.pageUp, _): sheet.top -= sheet.page(size)
        case (.top, _): sheet.top = 0
        case (.bottom, _): sheet.top = Int(Int32.max)
        case (.back, _), (.choose, _):
            overlay = nil
            return []
        default:
            // The key that opened it closes it too.
            if keymap.command(for: key, in: .dashboard) == .arithmetic { overlay = nil }
            return []
        }
        sheet.clamp(in: self)
        overlay = .arithmetic(sheet)
        return []
    }
}
