import Screen

/// Which key means which command, in each scope.
///
/// Some sixty bindings in a list, looked through from the front: a dictionary costs more to make at the start than all the
/// looking of a day.
package struct Keymap: Equatable, Sendable {
    private struct Binding: Equatable, Sendable {
        var key: Key
        var command: Command
        var scopes: [Scope]
    }
    /// A command's keys follow each other, first the one that hints show.
    private var bindings: [Binding] = []

    /// The table's own keys.
    package init() { self.init(binding: []) }

    /// The table's keys, where `own` says nothing else.
    init(binding own: [(command: Command, keys: [Key])]) {
        for command in Command.allCases {
            let entry = command.entry
            let mine = own.first { $0.command == command }?.keys
            let taken = own.filter { $0.command.shares(aScopeWith: command) }.flatMap(\.keys)
            for key in mine ?? entry.keys.filter({ !taken.contains($0) }) {
                bindings.append(Binding(key: key, command: command, scopes: entry.scopes))
            }
        }
    }

    package func command(for key: Key, in scope: Scope) -> Command? {
        bindings.last { $0.key == key && $0.scopes.contains(scope) }?.command
    }

    /// The keys of a command, first the one to show.
    package func keys(for command: Command) -> [Key] {
        bindings.filter { $0.command == command }.map(\.key)
    }
}
