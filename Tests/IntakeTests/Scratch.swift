import Foundation
import Glibc

@testable import Intake

/// A folder of a test's own, gone with it.
final class Scratch {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "assay-intake-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func at(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, bytes: Array(text.utf8)) }

    @discardableResult
    func write(_ name: String, bytes: [UInt8]) throws -> String {
        let folder = (at(name) as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: at(name)))
        return at(name)
    }

    func folder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: at(name), withIntermediateDirectories: true)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: at(name), withDestinationPath: target)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: at(name)) }

    func pipe(_ name: String) { mkfifo(at(name), 0o600) }

    /// Everything that a reader makes of the paths below this folder.
    func read(_ names: String..., limits: IntakeLimits = IntakeLimits()) -> [IntakeItem] {
        let paths = names.isEmpty ? [path] : names.map(at)
        return Array(IteratorSequence(IntakeReader(paths: paths, limits: limits)))
    }
}

extension [IntakeItem] {
    var submissions: [IncomingSubmission] {
        compactMap { if case .submission(let value) = $0.content { value } else { nil } }
    }
    var faults: [Fault] { compactMap { if case .fault(let value) = $0.content { value } else { nil } } }
    var reasons: [String] { faults.map(\.reason) }
    var warnings: [String] { flatMap(\.warnings).map(\.text) }
    /// One word an item, in order.
    var kinds: [String] {
        map {
            switch $0.content {
            case .policy: "policy"
            case .people: "people"
            case .microCredential: "micro-credential"
            case .submission(let value): value.submission.id
            case .fault: "fault"
            case .skipped: "skipped"
            }
        }
    }
}

/// A submission that is right in every way, to be spoiled in one.
enum Sample {
    static let submission = """
        {"format": "assay/submission@1", "id": "s-1", "microCredential": "formative-checks", "version": 2, \
        "earner": {"name": "Dana Whitaker", "email": "dana@example.org", "district": "Floyd County", "state": "KY"}, \
        "submittedAt": "2026-10-01T14:03:00Z", "attempt": 1, "previous": null, "whatChanged": null, \
        "overview": [{"prompt": "context", "answer": "A class."}], \
        "evidence": [{"id": "e1", "title": "Plan", "for": "plan", "text": "Two checks."}], \
        "reflection": "I wait.", "attestations": {"readyForReview": true, "release": true, "ownWork": true}}
        """

    static func submission(_ old: String, _ new: String) -> String {
        precondition(submission.contains(old), "the sample does not hold \(old)")
        return submission.replacingOccurrences(of: old, with: new)
    }

    /// With these items of evidence in place of its own.
    static func submission(evidence: String) -> String {
        submission(#"{"id": "e1", "title": "Plan", "for": "plan", "text": "Two checks."}"#, evidence)
    }

    static let microCredential = """
        format: assay/micro-credential@1
        id: formative-checks
        version: 2
        status: published
        name: Checking for Understanding
        issuer: {name: Example, url: "https://badges.example.org/i"}
        authors: [R. Ortiz]
        competency: Checks understanding.
        keyMethod: Plan, check.
        components: [Plan, Run]
        research: [{title: Inside the Black Box, url: "https://example.org/b"}]
        credit: [{amount: 15, unit: hours, authority: KY EPSB}]
        overview: [{id: context, prompt: Describe your class., words: {min: 150, max: 300}}]
        evidenceRequired: [{id: plan, title: Lesson plan}]
        reflectionPrompt: What changed?
        rubric:
          criteria:
            - id: c1
              part: evidence
              title: Checks are planned
              description: Both checks.
              required: met
              levels:
                - {id: not-met, name: None, points: 0, description: No., feedback: [Name it.]}
                - {id: met, name: Met, points: 1.5, description: Yes., feedback: []}

        """

    static func microCredential(_ old: String, _ new: String) -> String {
        precondition(microCredential.contains(old), "the sample does not hold \(old)")
        return microCredential.replacingOccurrences(of: old, with: new)
    }
}
