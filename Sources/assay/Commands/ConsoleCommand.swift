import Core
import Glibc
import Session
import Text

/// `assay` alone: the console.
enum ConsoleCommand {
    static func open(_ front: FrontOptions) throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            Printer.message("assay: the console needs a terminal; 'assay --help' lists what works without one.")
            throw Status.Exit(code: Status.usage)
        }
        try ConsoleRun.run(Setting(front))
    }
}
