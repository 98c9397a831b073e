import Core
import Glibc
import Store
import Terminal

/// What `doctor` looks at beside the store's own health.
package enum Checkup {
    /// - Parameter progress: is told how many checks of the store of how many are done.
    package static func findings(_ setting: Setting, progress: (Int, Int) -> Void = { _, _ in }) -> [Finding] {
        store(setting, progress) + [terminal, locale, share, editor]
    }

    private static let beside: Set<String> = ["terminal", "locale", "share folder", "editor"]

    package static func isOfStore(_ finding: Finding) -> Bool { !beside.contains(finding.subject) }

    /// All of it for an admin. What is in a store is not everybody's: others learn of the file alone.
    private static func store(_ setting: Setting, _ progress: (Int, Int) -> Void) -> [Finding] {
        let store: ReviewStore
        do {
            store = try StoreDoor.open(setting)
        } catch {
            let place = StoreLocation(parsing: setting.store)
            let making = "Make one with `assay init`, or name another with `--store FILE`."
            return ReviewStore.checkFile(at: place) + [
                Finding(
                    grade: .fault, subject: "store", sentence: Refusal(wrapping: error).sentence,
                    mend: ReviewStore.restoring(place) ?? making)
            ]
        }
        do {
            let caller = try store.caller(setting.person)
            if caller.may(.checkStore) { return store.checkHealth(progress: progress) }
            return store.checkSurface() + [
                Finding(
                    grade: .warning, subject: "store",
                    sentence: "\(Refusal.role(person: caller.id, action: .checkStore).sentence) The rest was checked.",
                    mend: "Have an admin run `assay doctor`.")
            ]
        } catch {
            // Nobody's roles can be read. Whose file it is could read all of it anyway.
            if !setting.isRestricted, isOwner(of: setting.store) { return store.checkHealth(progress: progress) }
            return store.checkSurface() + [
                Finding(
                    grade: .fault, subject: "store", sentence: Refusal(wrapping: error).sentence,
                    mend: "Have the owner of the file run `assay doctor`.")
            ]
        }
    }

    private static func isOwner(of path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && (geteuid() == 0 || status.st_uid == geteuid())
    }

    private static var terminal: Finding {
        let subject = "terminal"
        let name = Environment.value("TERM")
        if let fault = CursesTerminal.fault(ofType: name) {
            return Finding(
                grade: .warning, subject: subject, sentence: fault.sentence.description,
                mend: "Run `export TERM=xterm-256color`, or whatever your terminal is.")
        }
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            return Finding(grade: .good, subject: subject, sentence: "\(name ?? ""); not on a terminal now.")
        }
        return Finding(grade: .good, subject: subject, sentence: "\(name ?? "").")
    }

    private static var locale: Finding {
        let name = Environment.value("LC_ALL") ?? Environment.value("LC_CTYPE") ?? Environment.value("LANG") ?? "C"
        guard PersonLocale.isUTF8(Environment.value) else {
            return Finding(
                grade: .warning, subject: "locale",
                sentence: "\(name) is not UTF-8; letters beyond ASCII are drawn as '?'.",
                mend: "Run `export LC_ALL=C.UTF-8`, or choose another of `locale -a`.")
        }
        // Ours is a fixed one; editors and pagers that assay starts take the person's.
        guard let found = newlocale(LC_CTYPE_MASK, name, nil) else {
            return Finding(
                grade: .warning, subject: "locale",
                sentence: "\(name) is not installed here; other programs fall back to C.",
                mend: "Run `export LC_ALL=C.UTF-8`, or choose another of `locale -a`.")
        }
        freelocale(found)
        return Finding(grade: .good, subject: "locale", sentence: "\(name).")
    }

    private static var share: Finding {
        guard let path = ShareFolder.path else {
            return Finding(
                grade: .warning, subject: "share folder",
                sentence: "Themes and sample data were not found beside the program.",
                mend: "Run `make install PREFIX=DIR`, and keep its bin and share together.")
        }
        return Finding(grade: .good, subject: "share folder", sentence: path + ".")
    }

    private static var editor: Finding {
        let editor = OutsideEditor.preferred
        guard let program = OutsideEditor.words(of: editor).first, isOnPath(program) else {
            return Finding(
                grade: .warning, subject: "editor", sentence: "\(editor) was not found; the key e can't open it.",
                mend: "Run `export EDITOR=vi`, or name another editor that is installed.")
        }
        return Finding(grade: .good, subject: "editor", sentence: editor + ".")
    }

    private static func isOnPath(_ program: String) -> Bool {
        if program.contains("/") { return isProgram(program) }
        let folders = (Environment.value("PATH") ?? "/usr/bin:/bin").split(separator: ":")
        return folders.contains { isProgram("\($0)/\(program)") }
    }

    /// A folder can be "executed" too.
    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
}
