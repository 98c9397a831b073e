import Core
import Crypto
import Support
import Testing

@testable import Store

@Suite struct ImportTests {
    let now = Scratch.dawn

    private func file(_ id: String, _ name: String = "plan.md") -> EvidenceItem {
        EvidenceItem(
            id: id, title: "A file", answers: nil, kind: "markdown", fileName: name,
            body: .content(sha256: "", bytes: 0))
    }

    private func withFiles(_ id: String, _ items: [EvidenceItem]) -> Submission {
        var submission = Scratch.submission(id)
        submission.evidence += items
        return submission
    }

    /// Hands the bytes over in uneven pieces.
    private func source(_ bytes: [UInt8], piece: Int = 700_001) -> ContentSource {
        var left = bytes[...]
        return ContentSource(bytes: bytes.count) {
            if left.isEmpty { return nil }
            let next = Array(left.prefix(piece))
            left = left.dropFirst(piece)
            return next
        }
    }

    @Test func theSameAgainChangesNothingAndOtherContentIsRefused() throws {
        let scratch = try Scratch()
        let first = Scratch.submission("a")
        var other = first
        other.reflection += "!"
        #expect(
            try scratch.add([first, first, other]) == [
                .imported, .unchanged, .refused("a is there already with other content."),
            ])
        let events = try scratch.log().count
        #expect(try scratch.add([first]) == [.unchanged])
        #expect(try scratch.log().count == events)
    }

    @Test func aVersionLeftOutIsTheNewestPublished() throws {
        let scratch = try Scratch()
        var draft = Scratch.submission("b", "draft")
        var old = Scratch.submission("c")
        old.version = 1
        var unknown = Scratch.submission("d")
        unknown.version = 7
        #expect(
            try scratch.add([Scratch.submission("a"), draft, old, unknown]) == [
                .imported, .refused("No version of draft is published."), .imported,
                .refused("checks has no published version 7."),
            ])
        draft.version = 1
        #expect(
            try scratch.add([draft, Scratch.submission("e", "nothing")]) == [
                .refused("draft has no published version 1."), .refused("There is no micro-credential nothing."),
            ])
        let root = try scratch.caller("root")
        #expect(try scratch.store.detail("a", as: root, now: now).row.version == 2)
        #expect(try scratch.store.detail("c", as: root, now: now).row.version == 1)
    }

    @Test func impossibleOnesAreRefused() throws {
        let scratch = try Scratch()
        var itself = Scratch.submission("me")
        itself.previous = "me"
        var twice = Scratch.submission("twice")
        twice.evidence[1].id = "e1"
        for bad in [Scratch.submission("a b"), Scratch.submission(""), itself, twice] {
            guard case .refused = try scratch.add([bad])[0] else {
                Issue.record("\(bad.id) was not refused")
                continue
            }
        }
        var unknownPrevious = Scratch.submission("next")
        unknownPrevious.previous = "never-seen"
        unknownPrevious.attempt = 9
        #expect(try scratch.add([unknownPrevious]) == [.imported])
    }

    @Test func filesAreKeptOnceByTheirContent() throws {
        let scratch = try Scratch()
        var random = Seeded(seed: 3)
        let sizes = [0, 1, ContentStore.chunk - 1, ContentStore.chunk, ContentStore.chunk + 1, 2_500_000]
        let files = sizes.map { size in (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &random) } }
        let root = try scratch.caller("root")
        for round in ["a", "b"] {
            let importer = try scratch.store.submissionImporter(as: root, now: now)
            for (number, bytes) in files.enumerated() {
                let submission = withFiles("\(round)-\(number)", [file("f")])
                #expect(try importer.add(submission, contents: ["f": source(bytes)]) == .imported)
            }
            try importer.finish()
        }
        for (number, bytes) in files.enumerated() {
            let id = "b-\(number)"
            #expect(try scratch.store.content(of: "f", submission: id, as: root) == bytes)
            #expect(try scratch.store.content(of: "f", submission: id, as: root, limit: 10) == Array(bytes.prefix(10)))
            let item = try scratch.store.detail(id, as: root, now: now).evidence[2]
            #expect(item.body == .content(sha256: hex(SHA256.hash(data: bytes)), bytes: bytes.count))
        }
        let driver = try SQLiteDriver(path: scratch.path)
        #expect(try driver.read { try $0.firstInt("SELECT count(*) FROM content") } == Int64(sizes.count))
        #expect(
            try driver.read { try $0.firstInt("SELECT count(*) FROM content_chunk WHERE length(bytes) > 1048576") } == 0
        )
        // The same again reads the files, and finds them the same.
        let importer = try scratch.store.submissionImporter(as: root, now: now)
        #expect(try importer.add(withFiles("a-5", [file("f")]), contents: ["f": source(files[5])]) == .unchanged)
        guard case .refused = try importer.add(withFiles("a-5", [file("f")]), contents: ["f": source(files[4])]) else {
            Issue.record("other content was taken")
            return
        }
        try importer.finish()
    }

    @Test func aFileThatFailsTakesOnlyItsOwnSubmissionAway() throws {
        struct Unreadable: Error {}
        let scratch = try Scratch()
        let root = try scratch.caller("root")
        let importer = try scratch.store.submissionImporter(as: root, now: now)
        #expect(try importer.add(Scratch.submission("before")) == .imported)
        var pieces = 0
        let failing = ContentSource(bytes: 9) {
            pieces += 1
            if pieces == 3 { throw Unreadable() }
            return [UInt8](repeating: 7, count: ContentStore.chunk)
        }
        var fresh = withFiles("broken", [file("f")])
        fresh.earner.district = "A new district"
        #expect(throws: Unreadable.self) { _ = try importer.add(fresh, contents: ["f": failing]) }
        let tooLarge = ContentSource(bytes: 9) { throw Refusal.rule("plan.md is larger than 64 MiB.") }
        #expect(try importer.add(fresh, contents: ["f": tooLarge]) == .refused("plan.md is larger than 64 MiB."))
        #expect(try importer.add(withFiles("missing", [file("f")])) == .refused("The evidence f has no content."))
        var after = Scratch.submission("after")
        after.earner.district = "A new district"
        #expect(try importer.add(after) == .imported)
        try importer.finish()
        var filter = QueueFilter()
        filter.district = "A new district"
        #expect(try scratch.store.queueTotal(filter, as: root, now: now) == 1)
        #expect(try scratch.store.queueTotal(QueueFilter(), as: root, now: now) == 2)
        let driver = try SQLiteDriver(path: scratch.path)
        #expect(try driver.read { try $0.firstInt("SELECT count(*) FROM content_chunk") } == 0)
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    @Test func aDryRunChecksAllAndWritesNothing() throws {
        let scratch = try Scratch()
        let root = try scratch.caller("root")
        let importer = try scratch.store.submissionImporter(as: root, now: now, dryRun: true)
        #expect(try importer.add(Scratch.submission("a")) == .imported)
        #expect(
            try importer.add(Scratch.submission("b", "nothing")) == .refused("There is no micro-credential nothing."))
        try importer.finish()
        #expect(try scratch.store.queueTotal(QueueFilter(), as: root, now: now) == 0)
    }

    @Test func anAbandonedImportLeavesWhatItFinished() throws {
        let scratch = try Scratch()
        let root = try scratch.caller("root")
        var importer: SubmissionImporter? = try scratch.store.submissionImporter(as: root, now: now)
        for submission in Scratch.submissions(2_500) { _ = try importer?.add(submission) }
        importer = nil
        let total = try scratch.store.queueTotal(QueueFilter(), as: root, now: now)
        // How many batches there were depends on how fast they went.
        #expect(total < 2_500)
        #expect(try scratch.store.verifyLog().ok)
        #expect(try scratch.add(Scratch.submissions(2_500)).count { $0 == .unchanged } == total)
    }

    @Test func thoseWrittenOnTheSideAreToldOfInOrder() throws {
        let scratch = try Scratch()
        let root = try scratch.caller("root")
        let importer = try scratch.store.submissionImporter(as: root, now: now)
        var told: [(String, ImportOutcome)] = []
        var expected: [(String, ImportOutcome)] = []
        for (number, submission) in Scratch.submissions(500).enumerated() {
            var submission = submission
            if number % 50 == 7 { submission.microCredential = "nothing" }
            expected.append(
                (submission.id, number % 50 == 7 ? .refused("There is no micro-credential nothing.") : .imported))
            if number % 90 == 3 {
                // One with files waits for those before it, and goes in among them.
                submission.evidence.append(file("f"))
                told.append((submission.id, try importer.add(submission, contents: ["f": source([1, 2, 3])])))
            } else {
                try importer.add(submission) { told.append((submission.id, $0)) }
            }
            if number % 100 == 99 {
                let again = submission
                try importer.add(again) { told.append((again.id, $0)) }
                expected.append((again.id, .unchanged))
            }
        }
        try importer.finish()
        #expect(told.map(\.0) == expected.map(\.0))
        #expect(told.map(\.1) == expected.map(\.1))
        #expect(try scratch.store.queueTotal(QueueFilter(), as: root, now: now) == 490)
        let ids = try scratch.log().filter { $0.what == "import-submission" }.compactMap(\.submission)
        #expect(ids == expected.filter { $0.1 == .imported }.map(\.0))
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    @Test func otherThingsCanBeTakenInBetweenTwoBatches() throws {
        let scratch = try Scratch()
        let root = try scratch.caller("root")
        let importer = try scratch.store.submissionImporter(as: root, now: now)
        _ = try importer.add(Scratch.submission("a"))
        try importer.flush()
        let fresh = Scratch.microCredential("fresh", 1)
        #expect(try scratch.store.importMicroCredential(fresh, as: root, now: now) == .imported)
        #expect(try importer.add(Scratch.submission("b", "fresh")) == .imported)
        try importer.finish()
        #expect(try scratch.store.queueTotal(QueueFilter(), as: root, now: now) == 2)
        #expect(try scratch.store.verifyLog().ok)
    }

    @Test func onlyWhoMayImportsImports() throws {
        let scratch = try Scratch()
        #expect(throws: Refusal.role(person: "ana", action: .importSubmissions)) {
            _ = try scratch.store.submissionImporter(as: try scratch.caller("ana"), now: now)
        }
        _ = try scratch.store.submissionImporter(as: try scratch.caller("dot"), now: now)
    }

    @Test func deadlinesAreThoseOfThePolicyWorkedOutOneByOne() throws {
        var policy = Policy()
        policy.deadline.holidays = [CivilDate(text: "2026-05-25"), CivilDate(text: "2026-07-03")].compactMap { $0 }
        // Clocks that change at 2026-06-01T07:00:00Z.
        let zone: ZoneOffset = { $0.seconds < 1_780_297_200 ? -5 * 3_600 : -4 * 3_600 }
        var deadlines = Deadlines(policy, zone: zone)
        var random = Seeded(seed: 9)
        for _ in 0..<3_000 {
            let at = Scratch.dawn.advanced(bySeconds: Int64.random(in: -4_000_000...4_000_000, using: &random))
            #expect(deadlines.due(at) == policy.deadline.due(submitted: at, offset: zone))
        }
    }
}
