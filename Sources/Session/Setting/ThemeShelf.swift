import Core
import Glibc
import Intake
import Screen

/// Finds a theme by name or path: in the share folder, then among the person's own.
package enum ThemeShelf {
    static func theme(_ setting: Setting, own: UserConfig) throws -> Theme {
        guard let name = setting.theme ?? own.theme else { return .standard }
        if name.contains("/") {
            guard !setting.isRestricted else { throw Refusal.rule("A restricted session takes a theme by name only.") }
            return try read(name)
        }
        for folder in folders where access("\(folder)/\(name).yaml", R_OK) == 0 {
            return try read("\(folder)/\(name).yaml")
        }
        throw Refusal.rule("There is no theme \(name); there are \(names.joined(separator: ", ")).")
    }

    package static var names: [String] {
        var all: Set<String> = []
        for folder in folders {
            guard let listing = opendir(folder) else { continue }
            defer { closedir(listing) }
            while let entry = readdir(listing) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name.hasSuffix(".yaml") { all.insert(String(name.dropLast(5))) }
            }
        }
        return all.sorted()
    }

    private static var folders: [String] {
        [ShareFolder.path.map { $0 + "/themes" }, Environment.configFolder + "/themes"].compactMap(\.self)
    }

    private static func read(_ path: String) throws -> Theme {
        do {
            return try ThemeFile.read(path)
        } catch let fault as Fault {
            throw Refusal.rule(fault.sentence)
        }
    }
}
