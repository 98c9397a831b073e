import Testing

@testable import Intake

struct UserConfigTests {
    @Test func readsThemeAndKeys() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            "config.yaml",
            "theme: dusk\nmouse: true\nkeys:\n  submit: S\n  down: [j, <Down>]\n  palette: ':'\n  mouse:\n")
        var (config, warnings) = try UserConfig.read(path: path)
        #expect(config.lines == ["submit": 4, "down": 5, "palette": 6, "mouse": 7])
        config.lines = [:]
        #expect(
            config
                == UserConfig(
                    theme: "dusk", usesMouse: true,
                    keys: ["submit": ["S"], "down": ["j", "<Down>"], "palette": [":"], "mouse": []]))
        #expect(warnings.isEmpty)
    }

    @Test func anEmptyFileSetsNothing() throws {
        let scratch = try Scratch()
        #expect(try UserConfig.read(path: scratch.write("config.yaml", "# nothing yet\n")).config == UserConfig())
    }

    @Test func saysWhatIsWrong() throws {
        let scratch = try Scratch()
        func fault(_ text: String) throws -> Fault? {
            let path = try scratch.write("config.yaml", text)
            return #expect(throws: Fault.self) { try UserConfig.read(path: path) }
        }
        #expect(
            try fault("keys: [a]")?.reason
                == "keys: found a list, expected an object of command: key or command: [keys]")
        #expect(
            try fault("theme: x\nkeys:\n  down: [{a: 1}]\n")?.sentence
                == "\(scratch.at("config.yaml")):3: keys.down[0]: found an object, expected text")
        #expect(try fault("theme: [")?.reason.hasPrefix("not YAML") == true)
        #expect(throws: Fault(path: scratch.at("none"), reason: "is missing")) {
            try UserConfig.read(path: scratch.at("none"))
        }
    }

    @Test func namesUnknownKeys() throws {
        let scratch = try Scratch()
        let path = try scratch.write("config.yaml", "colour: red\n")
        #expect(try UserConfig.read(path: path).warnings.map(\.sentence) == [path + #":1: unknown key "colour""#])
    }
}
