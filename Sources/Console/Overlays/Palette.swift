import Screen
import Text

/// Commands by name: type some letters of one, Enter runs it.
package struct Palette: Equatable, Sendable {
    package var scope: Scope
    package var input = LineInput()
    package var cursor = 0

    package init(scope: Scope) { self.scope = scope }

    /// The commands that match what is typed, best first.
    package var matches: [Command] {
        let query = Array(input.text.lowercased().utf8.filter { $0 != UInt8(ascii: " ") })
        let all = Palette.commands(in: scope)
        if query.isEmpty { return all }
        let scored = all.enumerated().compactMap { index, command -> (score: Int, index: Int, command: Command)? in
            Palette.score(command, query).map { ($0, index, command) }
        }
        return scored.sorted { ($0.score, $0.index) < ($1.score, $1.index) }.map(\.command)
    }

    /// The scope's own come first: what is the same everywhere is known soonest.
    private static func commands(in scope: Scope) -> [Command] {
        let all = Command.all(in: scope).filter { $0 != .palette }
        return all.filter { $0.entry.scopes != Scope.allCases } + all.filter { $0.entry.scopes == Scope.allCases }
    }

    /// Lower is better: the name begins with it, a word of the name, it is in the name, in the sentence, its letters in order.
    private static func score(_ command: Command, _ query: [UInt8]) -> Int? {
        let name = Array(command.name.utf8)
        let bare = name.filter { $0 != UInt8(ascii: "-") }
        if name.starts(with: query) || bare.starts(with: query) { return 0 }
        if name.split(separator: UInt8(ascii: "-")).contains(where: { $0.starts(with: query) }) { return 1 }
        if bare.contains(run: query) { return 2 }
        let help = Array(command.entry.help.lowercased().utf8.filter { $0 != UInt8(ascii: " ") })
        if query.count > 2, help.contains(run: query) { return 3 }
        var rest = query[...]
        for byte in bare where byte == rest.first { rest.removeFirst() }
        return rest.isEmpty ? 4 : nil
    }

    static func sheet(_ size: Size) -> Sheet { Sheet(rows: max(6, size.rows / 2), size: size) }

    func render(_ state: ConsoleState, into frame: inout Frame) {
        let matches = matches
        // The same height whatever is typed: what is under it does not come and go.
        let sheet = Palette.sheet(frame.size)
        sheet.render("Commands", into: &frame)
        let top = Sheet.top(cursor: cursor, count: matches.count, height: sheet.body.height)
        for (index, command) in matches.enumerated().dropFirst(top).prefix(sheet.body.height) {
            let y = sheet.body.y + index - top
            let keys = state.keymap.keys(for: command).prefix(2).map { SafeText(untrusted: $0.label) }
            if index == cursor { frame.put(">", x: 0, y: y) }
            frame.put(SafeText(untrusted: command.name).shortened(to: 19), x: 2, y: y)
            frame.put(keys.joined(separator: " ").shortened(to: 9), x: 22, y: y, style: Style(.key))
            let help = SafeText(untrusted: command.entry.help)
            frame.put(help.shortened(to: frame.size.columns - 32), x: 32, y: y, style: Style(.quiet))
            if index == cursor { frame.select(row: y) }
        }
        if matches.isEmpty, !sheet.body.isEmpty {
            frame.put("  No command is called that.", x: 0, y: sheet.body.y, style: Style(.quiet))
        }
        input.render(label: ":", y: frame.size.rows - 1, into: &frame)
    }
}

extension [UInt8] {
    fileprivate func contains(run: [UInt8]) -> Bool {
        if run.count > count { return false }
        return (0...(count - run.count)).contains { self[$0...].starts(with: run) }
    }
}

extension ConsoleState {
    mutating func press(_ key: Key, on palette: Palette) -> [Effect] {
        var palette = palette
        let matches = palette.matches
        let last = max(0, matches.count - 1)
        let page = max(1, Palette.sheet(size).body.height)
        switch key {
        case .escape:
            overlay = nil
            return []
        case .backspace where palette.input.text.isEmpty:
            overlay = nil
            return []
        case .enter:
            overlay = nil
            return matches.indices.contains(palette.cursor) ? run(matches[palette.cursor]) : []
        case .down, .control("n"), .tab: palette.cursor = min(last, palette.cursor + 1)
        case .up, .control("p"), .backTab: palette.cursor = max(0, palette.cursor - 1)
        case .pageDown: palette.cursor = min(last, palette.cursor + page)
        case .pageUp: palette.cursor = max(0, palette.cursor - page)
        default: if palette.input.press(key) { palette.cursor = 0 }
        }
        overlay = .palette(palette)
        return []
    }
}
