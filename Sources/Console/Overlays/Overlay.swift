import Core
import Screen

/// What lies over a screen and takes the keys first.
package enum Overlay: Equatable, Sendable {
    case help(HelpPage)
    case palette(Palette)
    case search(LineInput)
    case filter(FilterMenu)
    case sort(SortMenu)
    case arithmetic(ForecastSheet)
}

extension ConsoleState {
    var scope: Scope { review != nil ? .review : batch != nil ? .batch : showsDashboard ? .dashboard : .queue }

    mutating func press(_ key: Key, on overlay: Overlay) -> [Effect] {
        switch overlay {
        case .help(let page): return press(key, on: page)
        case .palette(let palette): return press(key, on: palette)
        case .search(let line): return press(key, searching: line)
        case .filter(let menu): return press(key, on: menu)
        case .sort(let menu): return press(key, on: menu)
        case .arithmetic(let sheet): return press(key, on: sheet)
        }
    }

    /// A new size or new choices may leave an overlay scrolled beyond its end.
    mutating func clampOverlay() {
        switch overlay {
        case .help(var page):
            page.clamp(in: self)
            overlay = .help(page)
        case .filter(var menu):
            menu.clamp(queue.choices)
            overlay = .filter(menu)
        case .arithmetic(var sheet):
            sheet.clamp(in: self)
            overlay = .arithmetic(sheet)
        default: break
        }
    }
}

func renderOverlay(_ overlay: Overlay, _ state: ConsoleState, into frame: inout Frame) {
    switch overlay {
    case .help(let page): page.render(state, into: &frame)
    case .palette(let palette): palette.render(state, into: &frame)
    case .search(let line): line.render(label: "/", y: frame.size.rows - 1, into: &frame)
    case .filter(let menu): menu.render(state, into: &frame)
    case .sort(let menu): menu.render(state, into: &frame)
    case .arithmetic(let sheet): sheet.render(state, into: &frame)
    }
}
