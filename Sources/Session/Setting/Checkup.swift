import Core
import Glibc
import Store

/// What `doctor` looks at beside the store's own health.
package enum Checkup {
    package static func findings(_ setting: Setting) -> [Finding] {
        store(setting) + [terminal, locale, share, editor]
    }

    private static let beside: Set<String> = ["terminal", "locale", "share folder", "editor"]

    package static func isOfStore(_ finding: Finding) -> Bool { !beside.contains(finding.subject) }

    private static func store(_ setting: Setting) -> [Finding] {
        do {
            return try StoreDoor.open(setting).checkHealth()
        } catch {
            let mend = "Make one with 'assay init', name another with --store, or restore a backup."
            return [Finding(grade: .fault, subject: "store", sentence: Refusal(wrapping: error).sentence, mend: mend)]
        }
    }

    private static var terminal: Finding {
        let subject = "terminal"
        guard let name = Environment.value("TERM") else {
            return Finding(
                grade: .warning, subject: subject, sentence: "TERM is not set; the console needs it.",
                mend: "Set TERM to what your terminal is, for example xterm-256color.")
        }
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            return Finding(grade: .good, subject: subject, sentence: "\(name); not on a terminal now.")
        }
        return Finding(grade: .good, subject: subject, sentence: "\(name).")
    }

    private static var locale: Finding {
        let name = Environment.value("LC_ALL") ?? Environment.value("LC_CTYPE") ?? Environment.value("LANG") ?? "C"
        let upper = name.uppercased()
        guard upper.contains("UTF-8") || upper.contains("UTF8") else {
            return Finding(
                grade: .warning, subject: "locale",
                sentence: "\(name) is not UTF-8; letters beyond ASCII are drawn as '?'.",
                mend: "Set LANG to a UTF-8 locale, for example C.UTF-8.")
        }
        return Finding(grade: .good, subject: "locale", sentence: "\(name).")
    }

    private static var share: Finding {
        guard let path = ShareFolder.path else {
            return Finding(
                grade: .warning, subject: "share folder",
                sentence: "Themes and sample data were not found beside the program.",
                mend: "Install with 'make install PREFIX=DIR' and keep bin and share together.")
        }
        return Finding(grade: .good, subject: "share folder", sentence: path + ".")
    }

    private static var editor: Finding {
        let editor = OutsideEditor.preferred
        guard let program = OutsideEditor.words(of: editor).first, isOnPath(program) else {
            return Finding(
                grade: .warning, subject: "editor", sentence: "\(editor) was not found; the key e can't open it.",
                mend: "Set EDITOR to an editor that is installed.")
        }
        return Finding(grade: .good, subject: "editor", sentence: editor + ".")
    }

    private static func isOnPath(_ program: String) -> Bool {
        if program.contains("/") { return access(program, X_OK) == 0 }
        let folders = (Environment.value("PATH") ?? "/usr/bin:/bin").split(separator: ":")
        return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
    }
}
