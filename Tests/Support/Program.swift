import Foundation
import Glibc
import Synchronization

/// The built `assay`, run as a script runs it: arguments, environment, standard input; what it printed and how it ended.
package final class Program {
    package struct Answer: Sendable, CustomStringConvertible {
        package var arguments: [String]
        package var exit: PtyProcess.Exit
        package var output: [UInt8]
        package var errors: [UInt8]

        package var status: Int32 {
            if case .status(let status) = exit { status } else { -1 }
        }
        package var text: String { String(decoding: output, as: UTF8.self) }
        package var messages: String { String(decoding: errors, as: UTF8.self) }
        package var lines: [String] {
            text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }

        package var description: String {
            "assay \(arguments.joined(separator: " "))\nended with \(exit)\noutput: \(text.prefix(2000))\nmessages: \(messages.prefix(2000))"
        }
    }

    package struct Failure: Error, CustomStringConvertible {
        package var description: String
        package init(description: String) { self.description = description }
    }

    /// Beside the tests' own program.
    package static let path: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (own as NSString).deletingLastPathComponent + "/assay"
    }()

    /// The checkout.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    package static let sampleData = root + "/sample-data"

    package let identifier: pid_t
    private let arguments: [String]
    private let scratch: Scratch
    private let files: String
    /// Readable, and then hung up, when the program has ended: a wait that can have a deadline without a sleep.
    let leashDescriptor: Int32
    private var answer: Answer?

    private static let count = Atomic<Int>(0)

    /// Milliseconds that a run may take: far more than anything needs, on a busy machine too.
    package static let patience: Int32 = 120_000

    /// Starts it. Output goes to files, so that nothing has to be read while it runs.
    package init(
        _ arguments: [String], environment: [String: String], input: String? = nil, scratch: Scratch
    ) throws {
        self.arguments = arguments
        self.scratch = scratch
        files = scratch.path + "/run-\(Program.count.add(1, ordering: .relaxed).newValue)"
        if let input { try Data(input.utf8).write(to: URL(fileURLWithPath: files + ".in")) }
        guard mkfifo(files + ".leash", 0o600) == 0 else { throw Failure(description: "no leash") }
        leashDescriptor = open(files + ".leash", O_RDONLY | O_NONBLOCK | O_CLOEXEC)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let made = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 0, input == nil ? "/dev/null" : files + ".in", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files + ".out", made, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files + ".err", made, 0o600)
        posix_spawn_file_actions_addopen(&actions, 9, files + ".leash", O_WRONLY, 0)
        var words = ([Program.path] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var child: pid_t = 0
        let fault = posix_spawn(&child, Program.path, &actions, nil, &words, &variables)
        identifier = child
        guard fault == 0 else {
            throw Failure(description: "\(Program.path) could not be started: \(String(cString: strerror(fault)))")
        }
    }

    deinit {
        if answer == nil {
            kill()
            var status: Int32 = 0
            waitpid(identifier, &status, 0)
        }
        close(leashDescriptor)
    }

    /// As the plug being pulled does it.
    package func kill() { _ = Glibc.kill(identifier, SIGKILL) }

    /// As a session that ends does it. Not SIGINT: a shell has its background jobs ignore it, and children inherit that.
    package func terminate() { _ = Glibc.kill(identifier, SIGTERM) }

    /// What it has printed, while it runs.
    package var outputSoFar: [UInt8] { Program.bytes(files + ".out") }

    package func wait() throws -> Answer {
        if let answer { return answer }
        var line = pollfd(fd: leashDescriptor, events: 0, revents: 0)
        while true {
            let ready = poll(&line, 1, Program.patience)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { throw Failure(description: "assay \(arguments.joined(separator: " ")) did not end") }
            break
        }
        var status: Int32 = 0
        waitpid(identifier, &status, 0)
        let signal = status & 0x7F
        let answer = Answer(
            arguments: arguments, exit: signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal),
            output: Program.bytes(files + ".out"), errors: Program.bytes(files + ".err"))
        self.answer = answer
        for end in [".in", ".out", ".err", ".leash"] { unlink(files + end) }
        return answer
    }

    private static func bytes(_ path: String) -> [UInt8] {
        (try? Data(contentsOf: URL(fileURLWithPath: path))).map { Array($0) } ?? []
    }
}
