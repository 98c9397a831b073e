import ArgumentParser
import Core
import Glibc
import Session
import Text

/// Runs what the command line asks for and ends the process with the status that says how it went.
enum FrontDoor {
    static func enter(_ arguments: [String]) -> Never {
        // A limit on file sizes is a full disk: the write that meets it fails, and says so.
        signal(SIGXFSZ, SIG_IGN)
        do {
            if let options = FrontOptions.ofPlainConsole(arguments) {
                try ConsoleCommand.open(options)
            } else {
                let words = FrontOptions.moved(arguments)
                // The parser would take the word for an argument of the console, and complain of what follows it.
                if let name = words.first, !name.hasPrefix("-"), !Assay.commandNames.contains(name) {
                    Printer.message("assay: There is no command \(untrusted: name); assay --help lists them.")
                    exit(Status.usage)
                }
                var command = try Assay.parseAsRoot(words)
                try command.run()
            }
            exit(Status.done)
        } catch {
            leave(with: error)
        }
    }

    private static func leave(with error: any Error) -> Never {
        switch error {
        case let refusal as Refusal:
            Printer.message("assay: \(untrusted: refusal.sentence)")
            exit(Status.of(refusal))
        case let status as Status.Exit:
            exit(status.code)
        default:
            // The parser's own words: help goes to standard output, a fault to standard error. They may quote an argument.
            let code = Assay.exitCode(for: error)
            for line in SafeText.lines(untrusted: words(of: error)) {
                if code.isSuccess { Printer.line(line) } else { Printer.message(line) }
            }
            exit(code.isSuccess ? Status.done : code == .validationFailure ? Status.usage : Status.storeFault)
        }
    }
}

extension FrontDoor {
    /// As every other message begins.
    private static func words(of error: any Error) -> String {
        let message = Assay.fullMessage(for: error)
        return message.hasPrefix("Error: ") ? "assay: " + message.dropFirst(7) : message
    }
}

/// Exit statuses (contract, section 3).
enum Status {
    static let done: Int32 = 0
    static let refused: Int32 = 1
    static let usage: Int32 = 64
    static let partlyRefused: Int32 = 65
    static let storeFault: Int32 = 69
    static let role: Int32 = 77

    /// Ends a command with a status after it has said all there is to say.
    struct Exit: Error { var code: Int32 }

    static func of(_ refusal: Refusal) -> Int32 {
        switch refusal {
        case .role: role
        case .rule, .stale: refused
        case .store: storeFault
        }
    }
}
