import Core
import Testing

@testable import Intake

struct EvidenceSourceTests {
    private let scratch: Scratch
    /// Two chunks and a half, each of its own byte.
    private let bytes =
        [UInt8](repeating: 1, count: 1 << 20) + [UInt8](repeating: 2, count: 1 << 20)
        + [UInt8](repeating: 3, count: 500_000)

    init() throws {
        scratch = try Scratch()
        try scratch.write("e.bin", bytes: bytes)
        try scratch.write("empty", "")
    }

    private func source(_ name: String) throws -> EvidenceSource {
        try EvidenceSource(evidence: "e1", fileName: name, folder: SafeFolder(scratch.path), limit: 1 << 30)
    }

    @Test func comesInPieces() throws {
        let source = try source("e.bin")
        #expect(source.bytes == bytes.count)
        #expect(try source.head() == Array(bytes[..<EvidenceSource.headBytes]))
        var pieces: [[UInt8]] = []
        while let piece = try source.next() { pieces.append(piece) }
        #expect(pieces.map(\.count) == [1 << 20, 1 << 20, 500_000])
        #expect(Array(pieces.joined()) == bytes)
        #expect(try source.next() == nil)
        source.rewind()
        #expect(try source.next() == Array(bytes[..<(1 << 20)]))
        #expect(try source.head() == Array(bytes[..<EvidenceSource.headBytes]))
        #expect(try source.next()?.count == 1 << 20)
    }

    @Test func anEmptyFileHasNoPieces() throws {
        let source = try source("empty")
        #expect(try source.head().isEmpty)
        #expect(try source.next() == nil)
        #expect(try source.next() == nil)
    }

    @Test func aFileThatChangesIsNotTheOneHandedIn() throws {
        let grown = try source("e.bin")
        try scratch.write("e.bin", bytes: bytes + [1])
        #expect(throws: EvidenceFault(evidence: "e1", reason: "\"e.bin\" changed since it was looked at")) {
            try grown.next()
        }
        let swapped = try source("empty")
        try scratch.write("secret", "secret")
        _ = try scratch.read()
        try removeAndLink("empty")
        #expect(throws: EvidenceFault(evidence: "e1", reason: "\"empty\" is a link that leads out of the folder")) {
            try swapped.head()
        }
    }

    private func removeAndLink(_ name: String) throws {
        try scratch.remove(name)
        try scratch.link(name, to: "/etc/passwd")
    }

    @Test func aSubmissionNamesItsFiles() throws {
        try scratch.write("sub/evidence/plan.md", "# Plan")
        try scratch.write("sub/reflection.md", "\u{FEFF}I wait.")
        let text = Sample.submission(evidence: #"{"id": "e1", "title": "P", "file": "evidence/plan.md"}"#)
            .replacing(#""I wait.""#, with: #"{"file": "reflection.md"}"#)
        try scratch.write("sub/submission.json", text)
        let incoming = try #require(scratch.read("sub").submissions.first)
        #expect(incoming.submission.reflection == "I wait.")
        let item = try #require(incoming.submission.evidence.first)
        #expect(item.fileName == "evidence/plan.md")
        #expect(item.kind.isEmpty)
        #expect(item.body == .content(sha256: "", bytes: 6))
        let source = try #require(incoming.source(of: "e1"))
        #expect(try source.next() == Array("# Plan".utf8))
        #expect(incoming.path == scratch.at("sub/submission.json"))
        #expect(incoming.line == nil)
    }

    @Test(arguments: [
        (#""absent.md""#, #"evidence[0].file: "absent.md" is missing"#),
        (#""../e.bin""#, #"evidence[0].file: "../e.bin" has .. in its path, expected one inside the folder"#),
        (#""/etc/passwd""#, #"evidence[0].file: "/etc/passwd" is an absolute path, expected one inside the folder"#),
        (#""big.bin""#, #"evidence[0].file: "big.bin" holds 101 bytes, more than the 100 allowed"#),
        (#""out""#, #"evidence[0].file: "out" is a link that leads out of the folder"#),
        (#""pipe""#, #"evidence[0].file: "pipe" is a pipe, not a regular file"#),
    ])
    func aFileThatMayNotBeReadRefusesItsSubmission(_ name: String, _ reason: String) throws {
        try scratch.write("sub/big.bin", String(repeating: "x", count: 101))
        try scratch.link("sub/out", to: "../e.bin")
        scratch.pipe("sub/pipe")
        let text = Sample.submission(evidence: #"{"id": "e1", "title": "P", "file": \#(name)}"#)
        try scratch.write("sub/submission.json", text)
        var limits = IntakeLimits()
        limits.item = 100
        let items = scratch.read("sub", limits: limits)
        #expect(items.reasons == [reason])
        #expect(items.faults.first?.item == "s-1")
        #expect(items.faults.first?.line == 1)
    }

    @Test func aReflectionFileMustBeText() throws {
        try scratch.write("sub/submission.json", Sample.submission(#""I wait.""#, #"{"file": "r.md"}"#))
        #expect(scratch.read("sub").reasons == [#"reflection.file: "r.md" is missing"#])
        try scratch.write("sub/r.md", bytes: [0x49, 0xFF])
        #expect(scratch.read("sub").reasons == [#"reflection.file: "r.md" is not UTF-8 text"#])
        var limits = IntakeLimits()
        limits.reflection = 1
        #expect(
            scratch.read("sub", limits: limits).reasons
                == [#"reflection.file: "r.md" holds 2 bytes, more than the 1 allowed"#])
    }
}
