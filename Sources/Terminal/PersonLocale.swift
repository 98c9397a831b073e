import Glibc

/// What the person's locale says about bytes. The process itself always lays text out by C.UTF-8; this decides what is sent.
package enum PersonLocale {
    /// POSIX's order: LC_ALL, LC_CTYPE, LANG; none of them set, or set to nothing, is the C locale, which is ASCII.
    package static func isUTF8(_ environment: (String) -> String?) -> Bool {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let value = environment(name), !value.isEmpty else { continue }
            guard let dot = value.utf8.firstIndex(of: UInt8(ascii: ".")) else { return value == "UTF-8" }
            let codeset = value.utf8[value.utf8.index(after: dot)...].prefix { $0 != UInt8(ascii: "@") }
            let letters = codeset.filter { $0 != UInt8(ascii: "-") }.map { $0 | 0x20 }
            return letters.elementsEqual("utf8".utf8)
        }
        return false
    }

    /// One variable of the process; no dictionary of all of them is built.
    package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
