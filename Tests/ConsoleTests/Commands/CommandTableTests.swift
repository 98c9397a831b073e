import Console
import Screen
import Support
import Testing

@Suite struct CommandTableTests {
    /// Section 4 of the contract, key by key.
    @Test(arguments: [
        ("?", Command.help), (":", .palette), ("<C-l>", .repaint), ("q", .back), ("<Esc>", .back),
        ("j", .down), ("k", .up), ("<Down>", .down), ("<Up>", .up), ("<PgDn>", .pageDown), ("<PgUp>", .pageUp),
        ("g", .top), ("G", .bottom), ("<Enter>", .open), ("o", .look), ("n", .next), ("/", .search),
        ("f", .filter), ("s", .sort), ("d", .dashboard),
    ])
    func queueKeys(key: String, command: Command) throws {
        let parsed = try #require(KeyScript.key(key))
        #expect(Keymap().command(for: parsed, in: .queue) == command)
    }

    @Test(arguments: [
        ("?", Command.help), (":", .palette), ("<C-l>", .repaint), ("q", .back), ("<Esc>", .back),
        ("<Tab>", .nextPane), ("<S-Tab>", .previousPane), ("j", .down), ("k", .up), ("<PgUp>", .pageUp),
        ("<PgDn>", .pageDown), ("g", .top), ("G", .bottom), ("[", .previousEvidence), ("]", .nextEvidence),
        ("1", .level1), ("9", .level9), ("J", .nextCriterion), ("K", .previousCriterion), ("c", .comment),
        ("m", .phrases), ("v", .mark), ("<Enter>", .cite), ("u", .undo), ("<C-r>", .redo), ("S", .submit),
        ("R", .release), ("D", .compare), ("z", .zoom), ("e", .edit), ("L", .reportLeak),
    ])
    func reviewKeys(key: String, command: Command) throws {
        let parsed = try #require(KeyScript.key(key))
        #expect(Keymap().command(for: parsed, in: .review) == command)
    }

    @Test(arguments: Scope.allCases) func noKeyMeansTwoThings(scope: Scope) {
        var seen: [Key: Command] = [:]
        for command in Command.all(in: scope) {
            for key in command.entry.keys {
                #expect(seen[key] == nil, "\(key.label) is \(seen[key]?.name ?? "") and \(command.name)")
                seen[key] = command
            }
        }
    }

    @Test(arguments: Command.allCases) func everyCommandIsExplained(command: Command) {
        let entry = command.entry
        #expect(!entry.scopes.isEmpty)
        #expect(!entry.hint.isEmpty && entry.hint.count <= 16)
        #expect(entry.help.first?.isUppercase == true && entry.help.last != ".")
        #expect(command.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
        // Help at 80 columns shows the whole sentence.
        #expect(entry.help.count <= 62)
    }

    @Test func digitsAreLevels() {
        let levels = Command.allCases.compactMap { command in command.levelNumber.map { ($0, command) } }
        #expect(levels.map(\.0) == Array(1...9))
        for (number, command) in levels { #expect(command.entry.keys.map(\.label) == ["\(number)"]) }
    }
}
