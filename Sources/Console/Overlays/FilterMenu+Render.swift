import Core
import Screen
import Text

extension FilterMenu {
    func render(_ state: ConsoleState, into frame: inout Frame) {
        let columns = FilterMenu.columns(state.queue.choices)
        let sheet = Sheet(rows: (columns.map(\.count).max() ?? 0) + 1, size: frame.size)
        sheet.render("Show which submissions", into: &frame)
        for (index, rect) in arrange(sheet.body).enumerated() where !rect.isEmpty {
            renderColumn(index, columns[index], rect, state, into: &frame)
        }
        renderLastLine(state, hints: [.choose, .toggle, .nextPane, .clear, .back], into: &frame)
    }

    /// Side by side where there is room; else the focused one alone.
    private func arrange(_ body: Rect) -> [Rect] {
        if body.width < 72 { return (0..<3).map { $0 == focus ? body : .zero } }
        let (first, rest) = body.cutLeft(22)
        let (second, third) = rest.cutLeft((rest.width + 8) / 2)
        return [first, second, third]
    }

    private func renderColumn(
        _ index: Int, _ items: [Item], _ rect: Rect, _ state: ConsoleState, into frame: inout Frame
    ) {
        let isFocused = index == focus
        let (title, list) = rect.cutTop(rect.height > 1 ? 1 : 0)
        let width = rect.width - 1
        frame.put(
            "  " + FilterMenu.titles[index], x: title.x, y: title.y, style: Style(isFocused ? .focus : .heading),
            limit: title.right)
        let top = Sheet.top(cursor: cursors[index], count: items.count, height: list.height)
        for (line, item) in items.enumerated().dropFirst(top).prefix(list.height) {
            let y = list.y + line - top
            let isHere = isFocused && line == cursors[index]
            let mark: SafeText = isOn(item, caller: state.caller) ? "[x] " : "[ ] "
            let text = (isHere ? "> " : "  ") + mark + item.words
            frame.put(text.shortened(to: width), x: rect.x, y: y)
            if isHere { frame.restyle(Rect(x: rect.x, y: y, width: width, height: 1)) { $0.isSelected = true } }
        }
        // A list cut short says how long it is.
        if items.count > list.height {
            let count: SafeText = "\(cursors[index] + 1)/\(items.count)"
            frame.put(count, x: rect.right - count.width - 1, y: title.y, style: Style(.quiet))
        }
    }
}

extension FilterMenu.Item {
    var words: SafeText {
        switch self {
        case .state(let state): SafeText(untrusted: state.rawValue)
        case .mine: "mine only"
        case .overdue: "late only"
        case .microCredential(_, let name): name
        case .district(let name): name.map { SafeText(untrusted: $0) } ?? "all"
        }
    }
}

extension Frame {
    /// The row under the cursor, over the whole width.
    mutating func select(row y: Int) {
        restyle(Rect(x: 0, y: y, width: size.columns, height: 1)) { $0.isSelected = true }
    }
}
