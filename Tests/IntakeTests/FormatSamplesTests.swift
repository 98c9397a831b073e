import Foundation
import Testing

@testable import Intake

/// The samples of docs/formats are what the documents promise: they are read, without a warning.
struct FormatSamplesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/formats").path

    private func read(_ name: String) -> [IntakeItem] {
        Array(IteratorSequence(IntakeReader(paths: [FormatSamplesTests.folder + "/" + name])))
    }

    @Test(arguments: [
        ("micro-credential.yaml", ["micro-credential"]), ("policy.yaml", ["policy"]), ("people.yaml", ["people"]),
        ("submission", ["eec-2026-000123"]), ("submissions.jsonl", ["eec-2026-000124", "eec-2026-000125"]),
    ])
    func areReadWithoutAWarning(_ name: String, _ kinds: [String]) {
        let items = read(name)
        #expect(items.kinds == kinds)
        #expect(items.warnings == [])
    }

    @Test func thePolicyIsTheDefaultOne() throws {
        guard case .policy(let policy)? = read("policy.yaml").first?.content else {
            Issue.record("no policy")
            return
        }
        #expect(policy == .init())
    }

    @Test func theSubmissionsFitTheMicroCredential() throws {
        guard case .microCredential(let value)? = read("micro-credential.yaml").first?.content else {
            Issue.record("no micro-credential")
            return
        }
        for incoming in read("submission").submissions + read("submissions.jsonl").submissions {
            let (faults, warnings) = incoming.check(against: value)
            #expect(faults.isEmpty)
            #expect(warnings.isEmpty)
        }
    }

    @Test func theConfigIsRead() throws {
        let (config, warnings) = try UserConfig.read(path: FormatSamplesTests.folder + "/config.yaml")
        #expect(config.theme == "high-contrast")
        #expect(warnings.isEmpty)
    }

    private func schema() throws -> SchemaCheck {
        let data = try Data(contentsOf: URL(fileURLWithPath: FormatSamplesTests.folder + "/submission.schema.json"))
        return try SchemaCheck(data)
    }

    @Test func theSchemaHoldsForTheSamples() throws {
        let schema = try schema()
        let folder = FormatSamplesTests.folder
        let single = try String(contentsOfFile: folder + "/submission/submission.json", encoding: .utf8)
        let stream = try String(contentsOfFile: folder + "/submissions.jsonl", encoding: .utf8)
        for text in [single] + stream.split(separator: "\n").map(String.init) + [Sample.submission] {
            #expect(try schema.problems(text) == [])
        }
    }

    /// The schema and the reader agree on what they both can judge.
    @Test(arguments: [
        (#""s-1""#, #""a b""#), (#""s-1""#, "1"), ("submission@1", "submission@9"), ("formative-checks", "A"),
        (#""version": 2"#, #""version": 0"#), (#""version": 2"#, #""version": null"#),
        (#""attempt": 1"#, #""attempt": 0.5"#),
        (#""email": "dana@example.org", "#, ""), (#""state": "KY""#, #""state": """#), ("Floyd County", " "),
        ("2026-10-01T14:03:00Z", "today"), ("2026-10-01T14:03:00Z", "2026-10-01t14:03:00.5+02:00"),
        (#""text": "Two checks.""#, #""link": "https://x.org""#),
        (#""text": "Two checks.""#, #""link": "ftp://x.org""#),
        (#""text": "Two checks.""#, #""file": "../x""#), (#""text": "Two checks.""#, #""file": "/x""#),
        (#", "text": "Two checks.""#, ""), (#""text": "Two checks.""#, #""text": "", "link": "https://x.org""#),
        (#""id": "e1""#, #""id": "overview""#), (#""reflection": "I wait.""#, #""reflection": 1"#),
        (#""reflection": "I wait.""#, #""reflection": null"#), (#""ownWork": true"#, #""ownWork": "yes""#),
        (#""previous": null"#, #""previous": "s-0""#), (#""previous": null"#, #""previous": """#),
        (#""whatChanged": null"#, #""whatChanged": []"#), (#""answer": "A class.""#, #""answer": 1"#),
        (#""s-1""#, #""s-1", "more": {}"#),
    ])
    func theSchemaAgreesWithTheReader(_ old: String, _ new: String) throws {
        let text = Sample.submission(old, new)
        let scratch = try Scratch()
        try scratch.write("s.jsonl", text)
        let isRead = scratch.read("s.jsonl").faults.isEmpty
        #expect(try schema().problems(text).isEmpty == isRead, "\(new)")
    }
}
