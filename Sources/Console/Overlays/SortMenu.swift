import Core
import Screen
import Text

/// The orders a list can have.
package struct SortMenu: Equatable, Sendable {
    package var cursor: Int

    package init(_ sort: QueueSort) { cursor = QueueSort.allCases.firstIndex(of: sort) ?? 0 }

    func render(_ state: ConsoleState, into frame: inout Frame) {
        let sheet = Sheet(rows: QueueSort.allCases.count, size: frame.size)
        sheet.render("Order", into: &frame)
        let top = Sheet.top(cursor: cursor, count: QueueSort.allCases.count, height: sheet.body.height)
        for (index, sort) in QueueSort.allCases.enumerated().dropFirst(top).prefix(sheet.body.height) {
            let y = sheet.body.y + index - top
            let mark: SafeText = state.queue.sort == sort ? "* " : "  "
            frame.put((index == cursor ? "> " : "  ") + mark + sort.words, x: 0, y: y)
            if index == cursor { frame.select(row: y) }
        }
        renderLastLine(state, hints: [.choose, .back], into: &frame)
    }
}

extension QueueSort {
    var words: SafeText {
        switch self {
        case .due: "due: the nearest deadline first"
        case .submitted: "submitted: what has waited longest first"
        case .id: "id: by the submission's number"
        }
    }
}

extension ConsoleState {
    mutating func press(_ key: Key, on menu: SortMenu) -> [Effect] {
        var menu = menu
        let last = QueueSort.allCases.count - 1
        switch keymap.command(for: key, in: .menu) {
        case .down: menu.cursor = min(last, menu.cursor + 1)
        case .up: menu.cursor = max(0, menu.cursor - 1)
        case .top, .pageUp: menu.cursor = 0
        case .bottom, .pageDown: menu.cursor = last
        case .choose, .toggle:
            overlay = nil
            return sort(by: QueueSort.allCases[menu.cursor])
        case .clear:
            overlay = nil
            return sort(by: .due)
        case .back:
            overlay = nil
            return []
        default: return []
        }
        overlay = .sort(menu)
        return []
    }

    private mutating func sort(by sort: QueueSort) -> [Effect] {
        guard sort != queue.sort else { return [] }
        queue.sort = sort
        return [queue.reload(page: pageRows)]
    }
}
