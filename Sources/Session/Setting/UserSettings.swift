import Console
import Core
import Glibc
import Intake

/// A person's own `config.yaml`: keys and theme. Read only where it is there, so that it costs nothing where it is not.
package enum UserSettings {
    package static var path: String { Environment.configFolder + "/config.yaml" }

    package static func read() throws -> UserConfig {
        guard access(path, F_OK) == 0 else { return UserConfig() }
        do {
            return try UserConfig.read(path: path).0
        } catch let fault as Fault {
            throw Refusal.rule(fault.sentence)
        }
    }

    package static func keymap(_ own: UserConfig? = nil) throws -> Keymap {
        let own = try own ?? read()
        if own.keys.isEmpty { return Keymap() }
        do {
            return try Keymap(rebinding: own.keys)
        } catch {
            throw Refusal.rule(path + ": " + error.faults.map(\.sentence).joined(separator: " "))
        }
    }
}
