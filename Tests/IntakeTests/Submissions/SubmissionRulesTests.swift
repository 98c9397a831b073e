import Core
import Testing

@testable import Intake

struct SubmissionRulesTests {
    private let asking: MicroCredential
    private let silent: MicroCredential

    init() throws {
        let scratch = try Scratch()
        try scratch.write("a.yaml", Sample.microCredential)
        try scratch.write("b.yaml", Sample.microCredential("reflectionPrompt: What changed?\n", ""))
        let read = scratch.read("a.yaml", "b.yaml").compactMap {
            if case .microCredential(let value) = $0.content { value } else { nil }
        }
        asking = try #require(read.first)
        silent = try #require(read.last)
    }

    private func incoming(_ text: String) throws -> IncomingSubmission {
        let scratch = try Scratch()
        try scratch.write("s.jsonl", text)
        return try #require(scratch.read("s.jsonl").submissions.first)
    }

    @Test func whatAnswersEverythingPasses() throws {
        let (faults, warnings) = try incoming(Sample.submission).check(against: asking)
        #expect(faults.isEmpty)
        #expect(warnings.isEmpty)
    }

    @Test(arguments: ["", " \\n ", "\\u00a0"])
    func anEmptyReflectionIsRefusedWhereOneIsAskedFor(_ text: String) throws {
        let submission = try incoming(Sample.submission("I wait.", text))
        #expect(
            submission.check(against: asking).faults == [
                Fault(
                    path: submission.path, line: 1, item: "s-1",
                    reason: "reflection: found nothing, expected text: formative-checks asks for a reflection")
            ])
        #expect(submission.check(against: silent).faults.isEmpty)
    }

    @Test func namesThatTheMicroCredentialDoesNotHaveAreWarnings() throws {
        let text = Sample.submission(#""for": "plan""#, #""for": "video""#).replacing(#""context""#, with: #""class""#)
        let (faults, warnings) = try incoming(text).check(against: asking)
        #expect(faults.isEmpty)
        #expect(
            warnings.map(\.text) == [
                #"overview[0].prompt: found "class", expected one of context"#,
                #"evidence[0].for: found "video", expected one of plan"#,
            ])
        #expect(warnings.first?.item == "s-1")
    }
}
