import Core
import Testing

@testable import Intake

/// Reads one submission from a stream of one line, as everything here is about one line.
private func read(_ text: String, limits: IntakeLimits = IntakeLimits()) throws -> [IntakeItem] {
    let scratch = try Scratch()
    try scratch.write("s.jsonl", text)
    return scratch.read("s.jsonl", limits: limits)
}

struct SubmissionFileTests {
    @Test func readsAllOfIt() throws {
        let items = try read(Sample.submission)
        let submission = try #require(items.submissions.first)
        #expect(items.warnings.isEmpty)
        #expect(submission.line == 1)
        #expect(
            submission.submission
                == Submission(
                    id: "s-1", microCredential: "formative-checks", version: 2,
                    earner: Earner(
                        name: "Dana Whitaker", email: "dana@example.org", district: "Floyd County", state: "KY"),
                    submittedAt: Instant(seconds: 1_790_863_380),
                    overview: [Answer(prompt: "context", answer: "A class.")],
                    evidence: [
                        EvidenceItem(
                            id: "e1", title: "Plan", answers: "plan", kind: "text", fileName: nil,
                            body: .text("Two checks."))
                    ], reflection: "I wait.",
                    attestations: Attestations(readyForReview: true, release: true, ownWork: true)))
    }

    @Test func readsTheLeastThereCanBe() throws {
        let items = try read(
            """
            {"format": "assay/submission@1", "id": "A.b_c-9", "microCredential": "m", "submittedAt": "2026-10-01T14:03:00Z",
             "earner": {"name": "D", "email": "e", "district": "f", "state": ""}}
            """.replacing("\n", with: " "))
        let submission = try #require(items.submissions.first?.submission)
        #expect(submission.version == nil)
        #expect(submission.attempt == 1)
        #expect(submission.reflection.isEmpty)
        #expect(submission.attestations == Attestations())
    }

    @Test(arguments: [
        (#""s-1""#, #""""#, #"id: found "", expected an id of 1 to 128 of A-Z a-z 0-9 . _ -"#),
        (#""s-1""#, #""a/b""#, #"id: found "a/b", expected an id of 1 to 128 of A-Z a-z 0-9 . _ -"#),
        (#""s-1""#, "7", "id: found 7, expected an id of 1 to 128 of A-Z a-z 0-9 . _ -"),
        ("submission@1", "submission@2", #"format: found "assay/submission@2", expected "assay/submission@1""#),
        (
            "formative-checks", "Formative Checks",
            #"microCredential: found "Formative Checks", expected an id of 1 to 64 of a-z 0-9 -"#
        ),
        (#""version": 2"#, #""version": 0"#, "version: found 0, expected a whole number from 1"),
        (#""version": 2"#, #""version": 1.5"#, "version: found 1.5, expected a whole number from 1"),
        (#""version": 2"#, #""version": "2""#, #"version: found "2", expected a whole number from 1"#),
        (#""version": 2"#, #""version": 1e400"#, "version: found 1e400, expected a whole number from 1"),
        (#""attempt": 1"#, #""attempt": 0"#, "attempt: found 0, expected a whole number from 1"),
        (
            "2026-10-01T14:03:00Z", "2026-10-01",
            #"submittedAt: found "2026-10-01", expected an RFC 3339 time like 2026-10-01T14:03:00Z"#
        ),
        (
            "2026-10-01T14:03:00Z", "2026-02-30T14:03:00Z",
            #"submittedAt: found "2026-02-30T14:03:00Z", expected an RFC 3339 time like 2026-10-01T14:03:00Z"#
        ),
        (
            #""previous": null"#, #""previous": "s-1""#,
            #"previous: found "s-1", expected the id of another submission"#
        ),
        (#""email": "dana@example.org", "#, "", "earner.email: found nothing, expected text"),
        (
            #""district": "Floyd County""#, #""district": " ""#,
            #"earner.district: found " ", expected text that is not blank"#
        ),
        (#""state": "KY""#, #""state": 21"#, "earner.state: found 21, expected text"),
        (
            #""reflection": "I wait.""#, #""reflection": ["I"]"#,
            #"reflection: found a list, expected text or {"file": name}"#
        ),
        (#""release": true"#, #""release": "yes""#, #"attestations.release: found "yes", expected true or false"#),
        (#""overview": ["#, #""overview": [3, "#, "overview[0]: found 3, expected an object"),
        (
            #""overview": ["#, #""overview": [{"prompt": "context", "answer": ""}, "#,
            #"overview[1].prompt: found "context", expected one that overview has only once"#
        ),
        (#""answer": "A class.""#, #""answer": null"#, "overview[0].answer: found nothing, expected text"),
    ])
    func refuses(_ old: String, _ new: String, _ reason: String) throws {
        let items = try read(Sample.submission(old, new))
        #expect(items.reasons == [reason])
        #expect(items.submissions.isEmpty)
    }

    @Test func tellsAllThatIsWrongAndWhose() throws {
        let text = Sample.submission(#""attempt": 1"#, #""attempt": -1"#).replacing(
            "2026-10-01T14:03:00Z", with: "soon")
        let fault = try #require(try read("\n\n" + text).faults.first)
        #expect(fault.item == "s-1")
        #expect(fault.line == 3)
        #expect(
            fault.reason == #"submittedAt: found "soon", expected an RFC 3339 time like 2026-10-01T14:03:00Z; "#
                + "attempt: found -1, expected a whole number from 1")
        #expect(fault.sentence == "\(fault.path):3: s-1: \(fault.reason)")
    }

    @Test func countsWhatItDoesNotName() throws {
        let items = try read(Sample.submission(evidence: Array(repeating: "0", count: 20).joined(separator: ", ")))
        let reason = try #require(items.reasons.first)
        #expect(reason.hasPrefix("evidence[0]: found 0, expected an object; evidence[1]: "))
        #expect(reason.hasSuffix("evidence[5]: found 0, expected an object; and 14 more"))
    }

    @Test func namesUnknownKeysAtEveryLevel() throws {
        let text = Sample.submission(#""id": "s-1""#, #""id": "s-1", "grade": 6, "school": "x""#)
            .replacing(#""state": "KY""#, with: #""state": "KY", "phone": "1""#)
            .replacing(#""title": "Plan""#, with: #""title": "Plan", "size": 3"#)
            .replacing(#""answer": "A class.""#, with: #""answer": "", "note": """#)
            .replacing(#""ownWork": true"#, with: #""ownWork": true, "paid": true"#)
        let items = try read(text)
        #expect(items.submissions.count == 1)
        #expect(
            items.warnings.sorted() == [
                #"unknown key "attestations.paid""#, #"unknown key "earner.phone""#, #"unknown key "evidence[0].size""#,
                #"unknown key "overview[0].note""#, #"unknown keys "grade", "school""#,
            ])
        #expect(items.first?.warnings.first?.line == 1)
        #expect(items.first?.warnings.first?.item == "s-1")
    }

    @Test func warnsOfAnAttemptThatFollowsNothing() throws {
        let items = try read(Sample.submission(#""attempt": 1"#, #""attempt": 2"#))
        #expect(items.submissions.count == 1)
        #expect(items.warnings == ["previous: attempt 2 names no previous submission"])
    }

    @Test func ofAKeyThatIsThereTwiceTheLastCounts() throws {
        let items = try read(Sample.submission(#""id": "s-1""#, #""id": "s-0", "id": "s-2""#))
        #expect(items.submissions.first?.submission.id == "s-2")
        #expect(items.warnings == ["id: the key is there twice; the last one counts"])
    }

    @Test func replacesWhatIsNoText() throws {
        let items = try read(Sample.submission("I wait.", #"cut \ud83d here\u0000"#))
        #expect(items.submissions.first?.submission.reflection == "cut \u{FFFD} here\u{FFFD}")
        #expect(
            items.warnings == ["2 NUL characters or halves of surrogate pairs are no text and were replaced by U+FFFD"])
    }

    @Test func hostileTextIsKeptForTheTextDoorToClean() throws {
        let items = try read(Sample.submission("Dana Whitaker", #"\u001b[31mDana\u202e"#))
        #expect(items.submissions.first?.submission.earner.name == "\u{1B}[31mDana\u{202E}")
    }
}

struct EvidenceReaderTests {
    private let expected = ", expected exactly one"

    @Test(arguments: [
        (#"{"id": "e", "title": "T"}"#, "evidence[0]: found none of file, link and text, expected exactly one"),
        (
            #"{"id": "e", "title": "T", "text": "x", "link": "https://x.org"}"#,
            "evidence[0]: found link and text of file, link and text, expected exactly one"
        ),
        (#"{"id": "e", "text": "x"}"#, "evidence[0].title: found nothing, expected text"),
        (
            #"{"title": "T", "text": "x"}"#,
            "evidence[0].id: found nothing, expected an id of 1 to 128 of A-Z a-z 0-9 . _ -"
        ),
        (
            #"{"id": "reflection", "title": "T", "text": "x"}"#,
            #"evidence[0].id: found "reflection", expected another id: citations need this one"#
        ),
        (
            #"{"id": "e", "title": "T", "text": "x"}, {"id": "e", "title": "U", "text": "y"}"#,
            #"evidence[1].id: found "e", expected one that evidence has only once"#
        ),
        (#"{"id": "e", "title": "T", "file": 3}"#, "evidence[0].file: found 3, expected text"),
        (
            #"{"id": "e", "title": "T", "for": "A b", "text": ""}"#,
            #"evidence[0].for: found "A b", expected an id of 1 to 64 of a-z 0-9 -"#
        ),
    ])
    func refuses(_ evidence: String, _ reason: String) throws {
        #expect(try read(Sample.submission(evidence: evidence)).reasons.first?.hasPrefix(reason) == true)
    }

    @Test(arguments: [
        "ftp://x.org", "javascript:alert(1)", "file:///etc/passwd", "http://", "https:///path", "x.org", "",
        "https://x y.org",
        #"https://x.org/\u001b]8;;"#, "//x.org", #"https://x.org\n"#,
    ])
    func refusesLinksThatAreNoWebAddress(_ link: String) throws {
        let items = try read(Sample.submission(evidence: #"{"id": "e", "title": "T", "link": "\#(link)"}"#))
        #expect(items.reasons.first?.hasPrefix("evidence[0].link: found ") == true)
        #expect(items.reasons.first?.hasSuffix("expected an address that begins with http:// or https://") == true)
    }

    @Test func takesWebAddresses() throws {
        let items = try read(
            Sample.submission(evidence: #"{"id": "e", "title": "T", "link": "HTTPS://x.org/42?a=b#c"}"#))
        let item = try #require(items.submissions.first?.submission.evidence.first)
        #expect(item.body == .link("HTTPS://x.org/42?a=b#c"))
        #expect(item.kind == "link")
    }

    @Test func boundsInlineText() throws {
        var limits = IntakeLimits()
        limits.item = 10
        #expect(
            try read(Sample.submission, limits: limits).reasons
                == ["evidence[0].text: holds 11 bytes, more than the 10 allowed"])
    }
}
