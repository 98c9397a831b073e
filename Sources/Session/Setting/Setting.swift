import Glibc

/// Where this process stands: which store, who asks, which theme, and what it may do.
package struct Setting: Sendable {
    /// A path or a `postgres://` address.
    package var store: String
    package var person: String
    /// A name or a path; nil for the built-in one.
    package var theme: String?
    /// A session that may not run programs or name files (promise 5).
    package var isRestricted: Bool

    package init(store: String?, person: String?, theme: String?, isRestricted: Bool = false) {
        self.store = store ?? Environment.storePath
        self.person = person ?? Environment.userName
        self.theme = theme
        self.isRestricted = isRestricted
    }
}

/// The environment variables that assay reads, each in one place.
package enum Environment {
    package static func value(_ name: String) -> String? {
        guard let text = getenv(name) else { return nil }
        let value = String(cString: text)
        return value.isEmpty ? nil : value
    }

    /// `$ASSAY_STORE`, else `$XDG_DATA_HOME/assay/assay.db`, else `~/.local/share/assay/assay.db`.
    package static var storePath: String { value("ASSAY_STORE") ?? dataFolder + "/assay.db" }

    package static var dataFolder: String { (folder("XDG_DATA_HOME") ?? home + "/.local/share") + "/assay" }

    /// For what a person's session leaves behind: `$XDG_STATE_HOME/assay`.
    package static var stateFolder: String { (folder("XDG_STATE_HOME") ?? home + "/.local/state") + "/assay" }

    package static var configFolder: String { (folder("XDG_CONFIG_HOME") ?? home + "/.config") + "/assay" }

    /// A relative path counts as none (XDG Base Directory Specification, section 3).
    private static func folder(_ name: String) -> String? { value(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }

    package static var home: String {
        if let home = value("HOME") { return home }
        guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else { return "/" }
        return String(cString: folder)
    }

    /// As a person writes it: `~` for their home.
    package static func shown(_ path: String) -> String {
        path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }

    package static var userName: String {
        if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
        return value("USER") ?? "uid-\(getuid())"
    }

    /// Any value but an empty one (no-color.org).
    package static var refusesColour: Bool { value("NO_COLOR") != nil }
}
