import Screen

/// Which key means which command, in each scope.
package struct Keymap: Equatable, Sendable {
    /// By scope, then key. Small: some fifty keys.
    private var meanings: [Scope: [Key: Command]] = [:]
    /// By command, the first the one that hints show.
    private var bound: [Command: [Key]] = [:]

    /// The table's own keys.
    package init() { self.init(binding: []) }

    /// The table's keys, where `own` says nothing else.
    init(binding own: [(command: Command, keys: [Key])]) {
        for command in Command.allCases {
            let mine = own.first { $0.command == command }?.keys
            let taken = own.filter { $0.command.shares(aScopeWith: command) }.flatMap(\.keys)
            bind(command, to: mine ?? command.entry.keys.filter { !taken.contains($0) })
        }
    }

    package func command(for key: Key, in scope: Scope) -> Command? { meanings[scope]?[key] }

    /// The keys of a command, first the one to show.
    package func keys(for command: Command) -> [Key] { bound[command] ?? [] }

    private mutating func bind(_ command: Command, to keys: [Key]) {
        let scopes = command.entry.scopes
        for key in keys {
            for scope in scopes { meanings[scope, default: [:]][key] = command }
        }
        bound[command] = keys
    }
}
