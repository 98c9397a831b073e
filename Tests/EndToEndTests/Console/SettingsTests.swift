import Support
import Testing

/// A person's own `config.yaml` is wrong: the console opens all the same, and says what is wrong.
@Suite struct BrokenSettingsTests {
    @Test(arguments: [
        ("theme: [", "not YAML"),
        ("mouse: true\nkeys: [a]\n", "config.yaml:2: keys: found a list, expected an object"),
        ("theme: nowhere\n", "theme: There is no theme nowhere"),
        ("keys:\n  fly: F\n", "config.yaml:2: keys: there is no command fly."),
        ("colour: red\n", "config.yaml:1: unknown key \"colour\""),
    ])
    func nobodyIsShutOut(_ text: String, _ words: String) throws {
        let office = try Office(.staffed)
        try office.scratch.write("config/assay/config.yaml", text)
        let console = try office.console(as: "ines")
        // The sentence is folded, and the path before it is long.
        let letters = words.filter { $0 != " " }
        try console.wait(words) { $0.rows.joined().filter { $0 != " " }.contains(letters) && $0.contains("pending") }
        try console.type("j")
        try console.waitForQueue()
        try console.type("q")
        #expect(try console.waitForExit() == .status(0))
        let screen = try office.assay("screen", "queue", as: "ines")
        #expect(screen.status == 0 && String(decoding: screen.errors, as: UTF8.self).contains(words))
    }
}
