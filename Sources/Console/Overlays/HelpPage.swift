import Screen
import Text

/// Every key of one scope, with its sentence; fills the screen.
package struct HelpPage: Equatable, Sendable {
    package var scope: Scope
    /// The first line shown.
    package var top = 0

    package init(scope: Scope) { self.scope = scope }

    enum Line: Equatable {
        case title(SafeText)
        case command(keys: SafeText, help: SafeText, name: SafeText)
        case blank
    }

    func lines(_ keymap: Keymap) -> [Line] {
        var lines: [Line] = []
        for section in KeyList.sections(in: scope, keymap: keymap) {
            if !lines.isEmpty { lines.append(.blank) }
            lines.append(.title(SafeText(untrusted: section.title)))
            for line in section.lines {
                let keys = line.keys.map { SafeText(untrusted: $0) }.joined(separator: " ")
                let name = SafeText(untrusted: ":" + line.command.name)
                lines.append(.command(keys: keys, help: SafeText(untrusted: line.help), name: name))
            }
        }
        return lines
    }

    /// Title above, last line below.
    static func height(_ size: Size) -> Int { max(1, size.rows - 2) }

    mutating func clamp(in state: ConsoleState) {
        top = max(0, min(top, lines(state.keymap).count - HelpPage.height(state.size)))
    }

    func render(_ state: ConsoleState, into frame: inout Frame) {
        let size = frame.size
        frame.fill(frame.bounds)
        let lines = lines(state.keymap)
        let height = HelpPage.height(size)
        let y = size.rows > 1 ? 1 : 0
        for (index, line) in lines.enumerated().dropFirst(top).prefix(height) {
            draw(line, y: y + index - top, into: &frame)
        }
        if size.rows > 1 {
            let end = frame.put("Keys   ", x: 0, y: 0, style: Style(.title))
            frame.put(SafeText(untrusted: scope.title), x: end, y: 0)
            if lines.count > height {
                let place: SafeText = "\(top + 1)-\(min(lines.count, top + height))/\(lines.count)"
                frame.put(place, x: size.columns - place.width, y: 0, style: Style(.quiet))
            }
        }
        if size.rows > 2 { renderLastLine(state, hints: [.down, .pageDown, .palette, .back], into: &frame) }
    }

    private func draw(_ line: Line, y: Int, into frame: inout Frame) {
        switch line {
        case .blank: break
        case .title(let text): frame.put(text, x: 0, y: y, style: Style(.heading))
        case .command(let keys, let help, let name):
            frame.put(keys.shortened(to: 13), x: 2, y: y, style: Style(.key))
            let end = frame.put(help.shortened(to: frame.size.columns - 16), x: 16, y: y)
            // The name, for the palette and for rebinding, where there is room.
            let x = 80
            if end < x, x + name.width <= frame.size.columns { frame.put(name, x: x, y: y, style: Style(.quiet)) }
        }
    }
}

extension ConsoleState {
    mutating func press(_ key: Key, on page: HelpPage) -> [Effect] {
        var page = page
        let height = HelpPage.height(size)
        switch (keymap.command(for: key, in: .menu), key) {
        case (.down, _): page.top += 1
        case (.up, _): page.top -= 1
        case (_, .wheelDown): page.top += 3
        case (_, .wheelUp): page.top -= 3
        case (.pageDown, _), (.toggle, _): page.top += height
        case (.pageUp, _): page.top -= height
        case (.top, _): page.top = 0
        case (.bottom, _): page.top = page.lines(keymap).count
        case (.back, _), (.help, _):
            overlay = nil
            return []
        case (.palette, _):
            overlay = .palette(Palette(scope: page.scope))
            return []
        default: return []
        }
        page.clamp(in: self)
        overlay = .help(page)
        return []
    }
}
