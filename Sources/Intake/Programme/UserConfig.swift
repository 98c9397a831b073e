/// What a person has set for themselves in `config.yaml`. Names of themes and commands are not checked here: the rooms that
/// have them do that.
package struct UserConfig: Equatable, Sendable {
    package var theme: String?
    /// Clicks and the wheel go to the console, and no longer select text of the terminal.
    package var usesMouse: Bool
    /// The keys of a command by its name, spelled as `--keys` spells them.
    package var keys: [String: [String]]
    /// Where each of those commands stands in the file.
    package var lines: [String: Int] = [:]

    package init(theme: String? = nil, usesMouse: Bool = false, keys: [String: [String]] = [:]) {
        self.theme = theme
        self.usesMouse = usesMouse
        self.keys = keys
    }

    /// - Throws: `Fault` for a file that can't be read as YAML, or a key that is not what it should be.
    package static func read(path: String, limits: IntakeLimits = IntakeLimits()) throws -> (
        config: UserConfig, warnings: [Warning]
    ) {
        let notes = Notes()
        let written = try readYAML(path, limits: limits)
        if case .nothing = written.value { return (UserConfig(), []) }
        let config = read(written, notes: notes)
        if let fault = notes.fault(path: path, item: nil) { throw fault }
        return (config ?? UserConfig(), notes.warnings(path: path, item: nil))
    }

    private static func read(_ written: Written, notes: Notes) -> UserConfig? {
        guard let record = Record(written, .top, keys: ["theme", "mouse", "keys"], notes: notes) else { return nil }
        var config = UserConfig(
            theme: record.optionalText("theme"), usesMouse: record.truth("mouse", default: false))
        guard let value = record["keys"] else { return config }
        guard case .record(let fields) = value.value else {
            record.problem("keys", expected: "an object of command: key or command: [keys]")
            return config
        }
        // Any key is a command's name here, so none is strange.
        guard let keys = Record(value, record.trail("keys"), keys: fields.map(\.key), notes: notes) else {
            return config
        }
        for field in fields {
            config.lines[field.key] = field.value.line
            if case .list = field.value.value {
                config.keys[field.key] = keys.texts(field.key)
            } else if case .nothing = field.value.value {
                // A command with no key at all.
                config.keys[field.key] = []
            } else {
                config.keys[field.key] = [keys.text(field.key)]
            }
        }
        return config
    }
}

/// The tree of a YAML file.
/// - Throws: `Fault`.
func readYAML(_ path: String, limits: IntakeLimits) throws(Fault) -> Written {
    let bytes: [UInt8]
    do throws(FileFault) {
        bytes = try OpenFile.open(path: path).readAll(limit: limits.yaml)
    } catch {
        throw Fault(path: path, reason: error.reason)
    }
    do throws(SyntaxFault) {
        return try YAMLText.read(bytes)
    } catch {
        throw Fault(path: path, line: error.line, reason: error.reason)
    }
}
