import Console
import Support
import Testing

@Suite struct KeyListTests {
    @Test func everyCommandIsListedOnce() {
        let listed = KeyList.sections().flatMap(\.lines).map(\.command)
        let commands = Set(Command.allCases).subtracting(Command.allCases.filter { ($0.levelNumber ?? 1) > 1 })
        #expect(Set(listed) == commands)
        // What two scopes share stands under both.
        let shared = Dictionary(grouping: listed) { $0 }.filter { $0.value.count > 1 }.map(\.key)
        #expect(Set(shared) == [.clear, .filter, .toggle, .dashboard])
    }

    @Test func markdownIsATableASection() {
        let text = KeyList.markdown()
        #expect(text.hasPrefix("**Everywhere**\n\n| key | does | name |\n| --- | --- | --- |\n"))
        #expect(text.contains("| `Enter` | Claims the selected submission and opens it | `open` |\n"))
        #expect(text.contains("| `1-9` | Sets the current criterion to that level, 1 the lowest | `level-1` |\n"))
    }

    @Test func roffEscapesWhatRoffWouldTake() {
        let text = KeyList.roff()
        #expect(text.hasPrefix(".Sh KEYS\n.Ss Everywhere\n.Bl -tag -width 14n\n.It "))
        #expect(text.contains("\\fBC\\-l\\fR\nDraws the whole screen anew.\n"))
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("'") })
    }
}
