import Foundation
import Screen
import Testing

/// A store with people in it, a home folder, and the real binary to work on both. Every test has its own.
///
/// ```swift
/// let office = try Office(.staffed)
/// let claim = try office.data("claim", "--next", as: "ines")
/// #expect(claim["claimedBy"] == "ines")
/// ```
package final class Office: Sendable {
    package enum Kind: Sendable {
        /// No store at all.
        case bare
        /// The sample data, made and still held alone by `pat`.
        case alone
        /// The sample data and its people: `ines`, `jody`, `tomas` assess, `ruth` coordinates, `olu` approves, `pat` is admin.
        case staffed
        /// The same, where two assessors read each submission.
        case twoReaders
    }

    package let scratch: Scratch
    package var store: String { scratch.path + "/assay.db" }

    package init(_ kind: Kind) throws {
        scratch = try Scratch()
        guard let template = try Office.template(kind) else { return }
        for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: template.store + end) {
            try FileManager.default.copyItem(atPath: template.store + end, toPath: store + end)
        }
    }

    // MARK: - Running

    /// Everything the program reads of its environment, none of it the tester's own.
    package var environment: [String: String] {
        let home = scratch.path
        return [
            "HOME": home, "XDG_DATA_HOME": home + "/data", "XDG_CONFIG_HOME": home + "/config", "ASSAY_STORE": store,
            "TMPDIR": home, "LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin",
        ]
    }

    package func start(
        _ arguments: [String], as person: String? = nil, environment more: [String: String] = [:], input: String? = nil
    ) throws -> Program {
        let front = person.map { ["--as", $0] } ?? []
        return try Program(
            front + arguments, environment: environment.merging(more) { $1 }, input: input, scratch: scratch)
    }

    package func assay(
        _ arguments: String..., as person: String? = nil, environment: [String: String] = [:], input: String? = nil
    ) throws -> Program.Answer {
        try start(arguments, as: person, environment: environment, input: input).wait()
    }

    package func assay(_ arguments: [String], as person: String? = nil) throws -> Program.Answer {
        try start(arguments, as: person).wait()
    }

    /// What a command prints with `--json`, where it must succeed.
    package func data(
        _ arguments: String..., as person: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Tree {
        let answer = try start(arguments + ["--json"], as: person).wait()
        #expect(answer.status == 0, "\(answer)", sourceLocation: sourceLocation)
        #expect(answer.messages.isEmpty, "\(answer)", sourceLocation: sourceLocation)
        return try Tree(answer.output)
    }

    /// The same, where a rule must refuse it: nothing on standard output, one message, the status.
    @discardableResult
    package func refused(
        _ arguments: String..., as person: String? = nil, status: Int32 = 1,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let answer = try start(arguments, as: person).wait()
        #expect(answer.status == status, "\(answer)", sourceLocation: sourceLocation)
        #expect(answer.output.isEmpty, "\(answer)", sourceLocation: sourceLocation)
        #expect(!answer.errors.isEmpty, "\(answer)", sourceLocation: sourceLocation)
        return answer.messages
    }

    /// The console in a terminal of its own.
    package func console(
        _ arguments: String..., as person: String, size: Size = Size(columns: 80, rows: 24),
        environment more: [String: String] = [:]
    ) throws -> PtyProcess {
        try PtyProcess(
            Program.path, ["--as", person] + arguments, size: size, environment: environment.merging(more) { $1 })
    }

    // MARK: - Looking into the store

    /// The sqlite3 shell on the store: for tampering, and to look behind the program's back.
    @discardableResult
    package func sqlite(_ statements: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [store, statements]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    package static var hasSQLiteShell: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3") }

    // MARK: - Templates

    private static let alone = Result { try Office.make(staffed: false, twoReaders: false) }
    private static let staffed = Result { try Office.make(staffed: true, twoReaders: false) }
    private static let twoReaders = Result { try Office.make(staffed: true, twoReaders: true) }

    private static func template(_ kind: Kind) throws -> Office? {
        switch kind {
        case .bare: nil
        case .alone: try alone.get()
        case .staffed: try staffed.get()
        case .twoReaders: try twoReaders.get()
        }
    }

    /// Made once by the program itself, and copied for every test.
    private static func make(staffed: Bool, twoReaders: Bool) throws -> Office {
        let office = try Office(.bare)
        let policy = try office.scratch.write(
            "policy.yaml", "format: assay/policy@1\nscoring: {assessors: \(twoReaders ? 2 : 1)}\n")
        func must(_ arguments: [String]) throws {
            let answer = try office.assay(arguments, as: "pat")
            if answer.status != 0 { throw Program.Failure(description: "\(answer)") }
        }
        try must(["init", "--policy", policy])
        let data = Program.sampleData
        try must(["import", data + "/micro-credentials", data + "/submissions", data + "/more.jsonl"])
        if staffed { try must(["import", data + "/people.yaml"]) }
        return office
    }
}
