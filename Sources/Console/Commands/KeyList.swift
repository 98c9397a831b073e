import Screen

/// What every key does, as lists: the source of help, README and the man page.
package enum KeyList {
    package struct Line: Equatable, Sendable {
        /// Labels of all keys of the command, first the one that hints show.
        package var keys: [String]
        /// A sentence without its full stop.
        package var help: String
        package var command: Command
    }
    package struct Section: Equatable, Sendable {
        package var title: String
        package var lines: [Line]
    }

    /// What may be pressed in a scope, its own commands first.
    package static func sections(in scope: Scope, keymap: Keymap) -> [Section] {
        let all = Command.all(in: scope)
        let own = all.filter { $0.entry.scopes != Scope.allCases }
        return [Section(title: scope.title, lines: lines(own, keymap: keymap))] + common(keymap)
    }

    /// Everything, for paper.
    package static func sections(keymap: Keymap = Keymap()) -> [Section] {
        common(keymap).reversed()
            + Scope.allCases.map { scope in
                let own = Command.all(in: scope).filter { $0.entry.scopes != Scope.allCases }
                return Section(title: scope.title, lines: lines(own, keymap: keymap))
            }
    }

    private static func common(_ keymap: Keymap) -> [Section] {
        let moving = Command.everywhere.filter(\.isMoving)
        let others = Command.everywhere.filter { !$0.isMoving }
        return [
            Section(title: "Moving", lines: lines(moving, keymap: keymap)),
            Section(title: "Everywhere", lines: lines(others, keymap: keymap)),
        ]
    }

    /// The nine digits are one line where they are bound as the table has them.
    private static func lines(_ commands: [Command], keymap: Keymap) -> [Line] {
        let levels = Command.allCases.filter { $0.levelNumber != nil }
        let areDigits = levels.allSatisfy { keymap.keys(for: $0) == $0.entry.keys }
        return commands.compactMap { command in
            guard let number = command.levelNumber, areDigits else {
                return Line(
                    keys: keymap.keys(for: command).map(\.label), help: command.entry.help, command: command)
            }
            if number > 1 { return nil }
            return Line(
                keys: ["1-9"], help: "Sets the current criterion to that level, 1 the lowest", command: command)
        }
    }
}

extension Command {
    var isMoving: Bool {
        switch self {
        case .down, .up, .pageDown, .pageUp, .top, .bottom: true
        default: false
        }
    }
}
