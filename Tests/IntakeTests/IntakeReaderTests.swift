import Core
import Testing

@testable import Intake

struct IntakeReaderTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func submission(_ id: String) -> String { Sample.submission("s-1", id) }

    @Test func theProgrammeComesBeforeTheSubmissions() throws {
        try scratch.write("a/s/submission.json", submission("a"))
        try scratch.write("b.jsonl", submission("b1") + "\n" + submission("b2") + "\n")
        try scratch.write("c.json", submission("c"))
        try scratch.write("m.yaml", Sample.microCredential)
        try scratch.write("n.yml", Sample.microCredential("version: 2", "version: 3"))
        try scratch.write("y-people.yaml", "people: [{id: a, name: A}]\nformat: 'assay/people@1' # last\n")
        try scratch.write("z-policy.yaml", "{format: assay/policy@1}")
        let expected = ["policy", "people", "micro-credential", "micro-credential", "a", "b1", "b2", "c"]
        #expect(scratch.read().kinds == expected)
        #expect(
            scratch.read("c.json", "b.jsonl", "a", "m.yaml", "z-policy.yaml").kinds == [
                "policy", "micro-credential", "c", "b1", "b2", "a",
            ])
    }

    @Test func oneBadItemStopsNothing() throws {
        try scratch.write(
            "1.jsonl", "{\n" + submission("good") + "\n[]\n\n   \n\"\\ud83d\"\nnull\r\n" + submission("last"))
        try scratch.write("2/submission.json", "{\n  \"format\": oops\n}")
        try scratch.write("3/submission.json", submission("three"))
        try scratch.write("bad.yaml", "format: assay/policy@1\nscoring: [")
        let items = scratch.read()
        #expect(items.kinds == ["fault", "fault", "good", "fault", "fault", "fault", "last", "fault", "three"])
        #expect(items.faults.map(\.line) == [3, 1, 3, 6, 7, 2])
        #expect(items.reasons[1] == "not JSON: found the end at byte 2 of the line, expected a key in quotes")
        #expect(items.reasons[2] == "found a list, expected an object")
        #expect(items.reasons.last == "not JSON: found \"o\" at byte 13 of the line, expected a value")
    }

    @Test func whatIsNotOursIsPassedOverUnlessItWasAskedFor() throws {
        try scratch.write("d/config.yaml", "theme: dusk\n")
        try scratch.write("d/data.json", "[1, 2]")
        try scratch.write("d/broken.json", "{")
        try scratch.write("d/broken.yaml", "a: [")
        try scratch.write("d/README.md", "# Hello")
        let found = scratch.read("d")
        #expect(found.kinds == ["skipped", "skipped", "skipped", "skipped"])
        #expect(found.warnings.allSatisfy { $0.hasPrefix("passed over: ") })
        let named = scratch.read("d/config.yaml", "d/data.json", "d/broken.json", "d/broken.yaml", "d/README.md")
        #expect(named.kinds == ["fault", "fault", "fault", "fault", "fault"])
        #expect(
            named.reasons.contains(
                #"format: found nothing, expected one of "assay/policy@1", "assay/people@1", "assay/micro-credential@1""#
            ))
        #expect(named.reasons.contains(#"format: found nothing, expected "assay/submission@1""#))
    }

    @Test func aNewerFormatIsAFaultWhereverItIs() throws {
        try scratch.write("d/m.yaml", "format: assay/micro-credential@2\n")
        try scratch.write("d/s.json", #"{"format": "assay/submission@2", "id": "x"}"#)
        #expect(
            scratch.read("d").reasons == [
                #"format: found "assay/micro-credential@2", expected one of "assay/policy@1", "assay/people@1", "#
                    + #""assay/micro-credential@1""#,
                #"format: found "assay/submission@2", expected "assay/submission@1""#,
            ])
    }

    @Test func aFrameworkFromElsewhereIsNamed() throws {
        try scratch.write("case.json", #"{"CFDocument": {}, "CFRubrics": []}"#)
        #expect(
            scratch.read("case.json").reasons
                == ["found a CASE framework, expected a submission: rubrics from CASE are not read yet"])
    }

    @Test func aDescriptionThatLeadsOutIsRefused() throws {
        try scratch.write("elsewhere.json", submission("x"))
        try scratch.folder("s")
        try scratch.link("s/submission.json", to: "../elsewhere.json")
        #expect(scratch.read("s").reasons == ["is a link that leads out of the folder"])
        try scratch.remove("s/submission.json")
        try scratch.link("s/submission.json", to: "absent.json")
        #expect(scratch.read("s").reasons == ["is missing"])
    }

    @Test func aPathThatIsNotThereIsAFault() {
        let items = scratch.read("absent")
        #expect(items.faults == [Fault(path: scratch.at("absent"), reason: "is missing")])
    }

    @Test func filesOfAStreamLieBesideIt() throws {
        try scratch.write("in/e/plan.md", "plan")
        try scratch.write("in/s.jsonl", Sample.submission(evidence: #"{"id": "e", "title": "T", "file": "e/plan.md"}"#))
        let source = try #require(scratch.read("in").submissions.first?.sources.first)
        #expect(try source.next() == Array("plan".utf8))
    }

    @Test func aLineThatIsTooLongIsAFaultOfItsOwn() throws {
        var limits = IntakeLimits()
        limits.line = 2000
        limits.chunk = 256
        let huge = Sample.submission("I wait.", String(repeating: "x", count: 5000))
        try scratch.write("s.jsonl", submission("a") + "\n" + huge + "\n" + submission("b"))
        let items = scratch.read("s.jsonl", limits: limits)
        #expect(items.kinds == ["a", "fault", "b"])
        #expect(items.faults.first?.line == 2)
        #expect(items.reasons == ["holds \(huge.utf8.count) bytes, more than the 2000 allowed"])
    }

    @Test func bytesThatAreNoTextAreAFaultOfTheirLine() throws {
        let bad = Array(submission("x").replacing("Dana", with: "D\u{1}").utf8).map { $0 == 1 ? 0xFF : $0 }
        try scratch.write(
            "s.jsonl", bytes: Array(submission("a").utf8) + [0x0A] + bad + [0x0A] + Array(submission("b").utf8))
        #expect(scratch.read("s.jsonl").kinds == ["a", "fault", "b"])
    }

    @Test func memoryDoesNotGrowWithTheStream() throws {
        var limits = IntakeLimits()
        limits.chunk = 4096
        let lines = (0..<5000).map { submission("s-\($0)") }.joined(separator: "\n")
        try scratch.write("s.jsonl", lines)
        let reader = IntakeReader(paths: [scratch.path], limits: limits)
        var count = 0
        var last = 0
        while let item = reader.next() {
            if case .submission = item.content { count += 1 }
            #expect(reader.bytesRead >= last)
            last = reader.bytesRead
        }
        #expect(count == 5000)
        #expect(reader.peakBuffer == 4096)
    }

    @Test func progressEndsAtTheTotal() throws {
        try scratch.write("a/submission.json", submission("a"))
        try scratch.write("b.jsonl", submission("b"))
        try scratch.write("m.yaml", Sample.microCredential)
        let reader = IntakeReader(paths: [scratch.path])
        #expect(reader.bytesRead == 0)
        while reader.next() != nil {}
        #expect(reader.bytesTotal == submission("a").utf8.count * 2 + Sample.microCredential.utf8.count)
        #expect(reader.bytesRead == reader.bytesTotal)
    }
}
