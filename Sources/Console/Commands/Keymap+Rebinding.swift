import Screen

/// What is wrong with a person's own keys. Each sentence is complete, and goes through the text door before it is shown.
package enum KeymapFault: Equatable, Sendable {
    case unknownCommand(String)
    case unknownKey(String, command: String)
    /// Two commands of one scope were given the same key.
    case clash(key: String, first: String, second: String)
    /// Nothing would lead back, or to the palette, from where every other command can be reached.
    case withoutKey(String)

    /// The command in the person's file that it is about.
    package var name: String {
        switch self {
        case .unknownCommand(let name), .unknownKey(_, let name), .clash(_, _, let name), .withoutKey(let name): name
        }
    }

    package var sentence: String {
        switch self {
        case .unknownCommand(let name): "keys: there is no command \(name)."
        case .unknownKey(let key, let command):
            "keys: \(command) can't have the key \(key): there is none of that name."
        case .clash(let key, let first, let second): "keys: \(key) is given to both \(first) and \(second)."
        case .withoutKey(let name): "keys: \(name) must keep a key."
        }
    }
}

extension Keymap {
    package struct Faults: Error, Equatable, Sendable {
        package var faults: [KeymapFault]
    }

    /// The table's keys with a person's own in place of those of the commands they name. A key that the person gave away is
    /// taken from the command that had it by default.
    package init(rebinding own: [String: [String]]) throws(Faults) {
        var faults: [KeymapFault] = []
        var wanted: [(command: Command, keys: [Key])] = []
        for (name, texts) in own.sorted(by: { $0.key < $1.key }) {
            guard let command = Command(rawValue: name) else {
                faults.append(.unknownCommand(name))
                continue
            }
            var keys: [Key] = []
            for text in texts {
                if let key = KeyScript.key(text) {
                    keys.append(key)
                } else {
                    faults.append(.unknownKey(text, command: name))
                }
            }
            wanted.append((command, keys))
        }
        for (index, one) in wanted.enumerated() {
            for other in wanted[(index + 1)...] where one.command.shares(aScopeWith: other.command) {
                for key in one.keys where other.keys.contains(key) {
                    faults.append(.clash(key: key.label, first: one.command.name, second: other.command.name))
                }
            }
        }
        self.init(binding: wanted)
        for command in [Command.back, .palette] where keys(for: command).isEmpty {
            faults.append(.withoutKey(command.name))
        }
        if !faults.isEmpty { throw Faults(faults: faults) }
    }
}

extension Command {
    func shares(aScopeWith other: Command) -> Bool { entry.scopes.contains(where: other.entry.scopes.contains) }
}
