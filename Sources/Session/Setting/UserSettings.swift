import Console
import Core
import Glibc
import Intake
import Screen

/// A person's own `config.yaml`: keys and theme. Read only where it is there, so that it costs nothing where it is not.
///
/// What is wrong with it shuts nobody out: the rest of it is used, or the usual settings, and a sentence says what is wrong.
package struct UserSettings {
    package private(set) var usesMouse = false
    package private(set) var keymap = Keymap()
    package private(set) var theme = Theme.standard
    /// What is wrong with the file, in sentences; nil where nothing is.
    package private(set) var complaint: String?

    package static var path: String { Environment.configFolder + "/config.yaml" }

    /// - Throws: `Refusal` where the theme that the setting names can't be used: that was asked for just now.
    package init(_ setting: Setting) throws {
        var complaints: [String] = []
        let own = UserSettings.read(&complaints)
        usesMouse = own.usesMouse
        if !own.keys.isEmpty {
            do {
                keymap = try Keymap(rebinding: own.keys)
            } catch {
                complaints += error.faults.map { fault in
                    let line = own.lines[fault.name].map { ":\($0)" } ?? ""
                    return UserSettings.path + line + ": " + fault.sentence
                }
            }
        }
        if setting.theme != nil {
            theme = try ThemeShelf.theme(setting, own: own)
        } else if own.theme != nil {
            do {
                theme = try ThemeShelf.theme(setting, own: own)
            } catch {
                complaints.append(UserSettings.path + ": theme: " + Refusal(wrapping: error).sentence)
            }
        }
        if !complaints.isEmpty { complaint = complaints.joined(separator: " ") + " The usual is used in its place." }
    }

    private static func read(_ complaints: inout [String]) -> UserConfig {
        guard access(path, F_OK) == 0 else { return UserConfig() }
        do {
            let (config, warnings) = try UserConfig.read(path: path)
            complaints += warnings.map { $0.sentence + "." }
            return config
        } catch let fault as Fault {
            complaints.append(fault.sentence + ".")
        } catch {
            complaints.append("\(path) can't be read.")
        }
        return UserConfig()
    }
}
