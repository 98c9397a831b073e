import Core
import Testing

@testable import Store

/// The log against the tables: what an intruder with the file in hand can do without touching the chain, or after cutting it
/// where nothing shows.
@Suite struct LogAuditTests {
    static let now = Scratch.dawn

    /// A bit of everything that leaves a trace.
    static func lived() throws -> Scratch {
        let scratch = try Scratch()
        let store = scratch.store
        try scratch.add(Scratch.submissions(9))
        let importer = try store.submissionImporter(as: try scratch.caller("root"), now: now)
        var filed = Scratch.submission("filed")
        for (id, words) in [("f1", "A plan."), ("f2", "Another.")] {
            filed.evidence.append(
                EvidenceItem(
                    id: id, title: id, answers: nil, kind: "markdown", fileName: "\(id).md",
                    body: .content(sha256: "", bytes: words.utf8.count)))
        }
        var texts = ["f1": Array("A plan.".utf8), "f2": Array("Another.".utf8)]
        _ = try importer.add(
            filed,
            contents: Dictionary(
                uniqueKeysWithValues: texts.keys.map { id in
                    (id, ContentSource(bytes: 8) { texts.removeValue(forKey: id) })
                }))
        try importer.finish()
        let (ana, ben) = (try scratch.caller("ana"), try scratch.caller("ben"))
        let (dot, eve) = (try scratch.caller("dot"), try scratch.caller("eve"))
        _ = try store.assign("s-000008", to: "ana", as: dot, now: now)
        _ = try store.assign("s-000007", to: "ana", as: dot, now: now)
        _ = try store.undoAssignment(as: dot, now: now)
        for number in 0..<4 {
            let id = "s-00000\(number)"
            let changes =
                Scratch.levels() + [
                    .comment(criterion: "c1", "Line one\nand \"two\"\u{1}."),
                    .citations(criterion: "c2", [Citation(evidence: "e1", from: 1, to: 2)]),
                ]
            _ = try store.save(changes, submission: id, base: 0, as: ana, now: now)
            _ = try store.submit(id, base: nil, as: ana, now: now)
        }
        _ = try store.makeBatch("june", QueueFilter(), as: eve, now: now)
        try store.hold("s-000003", in: "june", reason: "Ask.", as: eve, now: now)
        try store.hold("s-000002", in: "june", reason: "Wait.", as: eve, now: now)
        try store.unhold("s-000002", in: "june", as: eve, now: now)
        _ = try store.decide("s-000000", .return, reason: "Not yet.", as: eve, now: now)
        _ = try store.undecide("s-000000", reason: "A slip.", as: eve, now: now)
        _ = try store.decide("s-000000", .award, reason: "Meets.", as: eve, now: now.advanced(bySeconds: 5))
        _ = try store.signBatch("june", as: eve, now: { now.advanced(bySeconds: 9) })
        let decision = try #require(try store.letter("s-000000", again: false, as: dot, now: now)?.1)
        _ = try store.markExported(
            [SentLetter(submission: "s-000000", decision: decision, files: [])], again: false, as: dot,
            now: now.advanced(bySeconds: 20))
        _ = try store.save(Scratch.levels("developing"), submission: "s-000004", base: 0, as: ben, now: now)
        _ = try store.claim("s-000005", as: ben, now: now)
        _ = try store.takeOver("s-000005", for: "ana", reason: "Away.", as: dot, now: now.advanced(bySeconds: 30))
        _ = try store.claim("s-000006", as: ben, now: now)
        try store.release("s-000006", as: ben, now: now)
        // All leases over, and put away by the next writer.
        _ = try store.claim("filed", as: ana, now: now.advanced(bySeconds: 7_200))
        _ = try store.decide("s-000006", .deny, reason: "Copied.", as: eve, now: now.advanced(bySeconds: 7_300))
        return scratch
    }

    @Test func whatWasDoneByTheRulesIsWhole() throws {
        let scratch = try Self.lived()
        let found = try scratch.store.verifyLog()
        #expect(found.ok && found.problems.isEmpty && found.brokenAt == nil, "\(found)")
        #expect(try scratch.log().map(\.what).contains("lapse"))
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    @Test func aLogThatWasEmptiedIsBrokenFromItsStart() throws {
        for head in ["DELETE FROM log_head", "UPDATE log_head SET n = 0, hash = zeroblob(32)"] {
            let scratch = try Self.lived()
            try scratch.tamper("DELETE FROM log; \(head)")
            let found = try scratch.store.verifyLog()
            #expect(!found.ok && found.brokenAt == 1 && found.events == 0)
            #expect(found.problems.contains("The log has no event for the submission s-000001."), "\(found)")
            #expect(scratch.store.checkHealth().contains { $0.subject == "log" && $0.grade == .fault })
        }
    }

    /// Its end cut off, and the head put where the rest ends: the chain is whole, and the tables know more.
    @Test func aLogThatWasCutShortIsBrokenWhereItEnds() throws {
        let scratch = try Self.lived()
        let count = try scratch.store.verifyLog().events
        for end in (1..<count).reversed() {
            try scratch.tamper(
                """
                DELETE FROM log WHERE n > \(end);
                UPDATE log_head SET n = \(end), hash = (SELECT hash FROM log WHERE n = \(end))
                """)
            let found = try scratch.store.verifyLog()
            #expect(!found.ok && found.brokenAt == end + 1 && found.events == end, "\(end): \(found)")
        }
    }

    /// Where the audit must point: to the last event of a kind about a submission, or behind the last there is.
    enum Place { case last(String, String?), next }

    struct Crime: Sendable, CustomTestStringConvertible {
        var sql: String
        var place: @Sendable () -> Place
        var testDescription: String { sql }

        init(_ sql: String, _ place: @escaping @autoclosure @Sendable () -> Place) {
            self.sql = sql
            self.place = place
        }
    }

    static let card =
        "(SELECT k.seq FROM scorecard k JOIN submission s ON s.seq = k.submission WHERE s.id = 's-000001')"
    static let draft =
        "(SELECT k.seq FROM scorecard k JOIN submission s ON s.seq = k.submission WHERE s.id = 's-000004')"
    static func sequence(_ id: String) -> String { "(SELECT seq FROM submission WHERE id = '\(id)')" }
    static func person(_ id: String) -> String { "(SELECT seq FROM person WHERE id = '\(id)')" }

    static let crimes: [Crime] = [
        // Scorecards.
        Crime(
            "UPDATE score SET level = 'developing' WHERE criterion = 'c2' AND scorecard = \(card)",
            .last("submit", "s-000001")),
        Crime(
            "UPDATE score SET comment = 'Fine.' WHERE criterion = 'c1' AND scorecard = \(card)",
            .last("submit", "s-000001")),
        Crime(
            "UPDATE score SET citations = '[]' WHERE criterion = 'c2' AND scorecard = \(card)",
            .last("submit", "s-000001")),
        Crime(
            "UPDATE score SET citations = '[[[' WHERE criterion = 'c2' AND scorecard = \(card)",
            .last("submit", "s-000001")),
        Crime("UPDATE score SET level = 'demonstrated' WHERE scorecard = \(draft)", .last("save", "s-000004")),
        Crime("INSERT INTO score VALUES (\(card), 'c9', 'x', '', '[]')", .last("submit", "s-000001")),
        Crime("DELETE FROM score WHERE scorecard = \(card)", .last("submit", "s-000001")),
        Crime("UPDATE scorecard SET state = 'draft' WHERE seq = \(card)", .last("submit", "s-000001")),
        Crime("UPDATE scorecard SET salt = zeroblob(16) WHERE seq = \(card)", .last("submit", "s-000001")),
        Crime("UPDATE scorecard SET changed_at = changed_at - 9 WHERE seq = \(card)", .last("submit", "s-000001")),
        Crime("UPDATE scorecard SET version = version - 1 WHERE seq = \(card)", .last("submit", "s-000001")),
        Crime("UPDATE scorecard SET version = version + 1 WHERE seq = \(card)", .next),
        Crime("UPDATE scorecard SET person = \(person("ben")) WHERE seq = \(card)", .last("submit", "s-000001")),
        Crime(
            "DELETE FROM score WHERE scorecard = \(card); DELETE FROM scorecard WHERE seq = \(card)",
            .last("submit", "s-000001")),
        Crime(
            "INSERT INTO scorecard VALUES (99, \(sequence("s-000007")), \(person("ben")), 'submitted', 2, zeroblob(16), 1)",
            .next),
        // Decisions and letters.
        Crime(
            "UPDATE decision SET kind = 'deny' WHERE submission = \(sequence("s-000000"))", .last("decide", "s-000000")),
        Crime(
            "UPDATE decision SET reason = 'Because.' WHERE submission = \(sequence("s-000000"))",
            .last("decide", "s-000000")),
        Crime(
            "UPDATE decision SET at = at - 1 WHERE submission = \(sequence("s-000000"))", .last("decide", "s-000000")),
        Crime(
            "UPDATE decision SET person = \(person("dot")) WHERE submission = \(sequence("s-000000"))",
            .last("decide", "s-000000")),
        Crime(
            "UPDATE decision SET exported_at = exported_at - 1 WHERE submission = \(sequence("s-000000"))",
            .last("export-letter", "s-000000")),
        Crime(
            "UPDATE decision SET exported_at = NULL WHERE submission = \(sequence("s-000000"))",
            .last("export-letter", "s-000000")),
        Crime("UPDATE decision SET exported_at = 1 WHERE submission = \(sequence("s-000001"))", .next),
        Crime("DELETE FROM decision WHERE submission = \(sequence("s-000006"))", .last("decide", "s-000006")),
        Crime(
            "INSERT INTO decision VALUES (\(sequence("s-000008")), 'award', \(person("eve")), 9, 'x', 4, NULL)", .next),
        Crime("UPDATE submission SET state = 4 WHERE id = 's-000008'", .last("import-submission", "s-000008")),
        Crime("UPDATE submission SET scorer = \(person("ben")) WHERE id = 's-000001'", .last("decide", "s-000001")),
        Crime("UPDATE submission SET assessor = NULL WHERE id = 's-000001'", .last("decide", "s-000001")),
        // What was handed in.
        Crime(
            "UPDATE submission_body SET body = replace(body, 'went well', 'went badly') WHERE submission = 2",
            .last("import-submission", "s-000001")),
        Crime("UPDATE submission_body SET body = '{' WHERE submission = 2", .last("import-submission", "s-000001")),
        Crime(
            "UPDATE submission_body SET digest = zeroblob(32) WHERE submission = 2",
            .last("import-submission", "s-000001")),
        Crime("DELETE FROM submission_body WHERE submission = 2", .last("import-submission", "s-000001")),
        Crime("UPDATE submission SET attempt = 2 WHERE seq = 2", .last("import-submission", "s-000001")),
        Crime(
            "UPDATE submission SET submitted_at = submitted_at + 1 WHERE seq = 2",
            .last("import-submission", "s-000001")),
        Crime(
            "UPDATE submission SET version = 1, credential = 1 WHERE seq = 2", .last("import-submission", "s-000001")),
        Crime(
            "UPDATE district SET name = 'Elsewhere' WHERE seq = (SELECT district FROM submission WHERE id = 'filed')",
            .last("import-submission", nil)),
        Crime(
            "UPDATE evidence_content SET content = (SELECT max(content) + min(content) - evidence_content.content FROM evidence_content)",
            .last("import-submission", "filed")),
        Crime("DELETE FROM evidence_content WHERE evidence = 'f1'", .last("import-submission", "filed")),
        Crime(
            "INSERT INTO evidence_content VALUES (\(sequence("s-000001")), 'e1', 1)",
            .last("import-submission", "s-000001")),
        Crime(
            "INSERT INTO submission SELECT 99, 'forged', credential, version, district, state, attempt, submitted_at, due_at, evidence_count, NULL, NULL FROM submission WHERE seq = 9",
            .next),
        // Claims, assignments, sessions.
        Crime("DELETE FROM claim", .last("claim", "filed")),
        Crime("UPDATE claim SET person = \(person("ben"))", .last("claim", "filed")),
        Crime("UPDATE claim SET since = since - 1", .last("claim", "filed")),
        Crime("INSERT INTO claim VALUES (\(sequence("s-000007")), \(person("ben")), 1, 1)", .next),
        Crime("DELETE FROM assignment", .last("assign", "s-000008")),
        Crime("UPDATE assignment SET person = \(person("ben"))", .last("assign", "s-000008")),
        Crime("UPDATE assignment SET expires_at = expires_at + 1", .last("assign", "s-000008")),
        Crime("INSERT INTO assignment VALUES (\(sequence("s-000007")), 1, \(person("ben")), 1)", .next),
        Crime("UPDATE batch_item SET hold_reason = NULL WHERE hold_reason = 'Ask.'", .last("batch-hold", "s-000003")),
        Crime("UPDATE batch_item SET hold_reason = 'x' WHERE submission = \(sequence("s-000001"))", .next),
        Crime(
            "UPDATE batch_item SET signed_at = NULL WHERE submission = \(sequence("s-000001"))",
            .last("decide", "s-000001")),
        Crime("UPDATE batch_item SET signed_at = 1 WHERE submission = \(sequence("s-000003"))", .next),
        Crime("DELETE FROM batch_item WHERE submission = \(sequence("s-000000"))", .last("batch-new", nil)),
        Crime("UPDATE batch SET person = \(person("dot"))", .last("batch-new", nil)),
        Crime("UPDATE batch SET planned_at = planned_at + 1", .last("batch-new", nil)),
        Crime("INSERT INTO batch VALUES (99, 'july', 1, 1, 1, '', 0, 0, 0, 1)", .next),
        // People, policy, micro-credentials.
        Crime("UPDATE person SET roles = 'admin' WHERE id = 'none'", .last("import-person", nil)),
        Crime("INSERT INTO person VALUES (99, 'mallory', 'M', 'approver')", .next),
        Crime(
            "INSERT INTO person_entry VALUES (\(person("none")), 'key', 0, 'ssh-ed25519 AAAA')",
            .last("import-person", nil)),
        Crime(
            "UPDATE policy SET body = replace(body, '\"blind\":true', '\"blind\":false')", .last("import-policy", nil)),
        Crime("UPDATE policy SET blind = 0", .last("import-policy", nil)),
        Crime("UPDATE policy SET who = 'eve'", .last("import-policy", nil)),
        Crime("INSERT INTO policy SELECT 99, at, who, body, blind FROM policy", .next),
        Crime("DELETE FROM policy", .last("import-policy", nil)),
        Crime(
            "UPDATE credential_version SET body = replace(body, 'demonstrated', 'developing')",
            .last("import-micro-credential", nil)),
        Crime(
            "UPDATE credential_version SET status = 'published' WHERE status = 'draft'",
            .last("import-micro-credential", nil)),
        Crime(
            "UPDATE credential_version SET name = 'Other' WHERE status = 'draft'", .last("import-micro-credential", nil)
        ),
        Crime(
            "INSERT INTO credential_version SELECT credential, 99, status, name, body FROM credential_version LIMIT 1",
            .next),
        Crime("UPDATE setting SET value = 'Other' WHERE name = 'programme'", .last("create", nil)),
    ]

    @Test(arguments: crimes)
    func whatWasChangedBehindItsBackIsNamed(crime: Crime) throws { try check(crime, on: try Self.lived()) }

    private func check(_ crime: Crime, on scratch: Scratch) throws {
        let before = try scratch.log()
        try scratch.tamper(crime.sql)
        let found = try scratch.store.verifyLog()
        #expect(!found.ok && !found.problems.isEmpty, "\(found)")
        #expect(found.events == Int64(before.count))
        switch crime.place() {
        case .next: #expect(found.brokenAt == Int64(before.count) + 1, "\(found)")
        case .last(let what, let id):
            let candidates = before.filter { $0.what == what && (id == nil || $0.submission == id) }.map(\.n)
            // Of several of a kind that are no submission's, any may be the one.
            let fits = id == nil ? candidates.contains(found.brokenAt ?? 0) : candidates.last == found.brokenAt
            #expect(fits, "\(candidates) \(found)")
        }
    }

    /// Two readers who disagree, somebody who settles it, and a leak.
    static func settled() throws -> Scratch {
        var policy = Policy()
        policy.scoring.assessors = 2
        let scratch = try Scratch(policy: policy)
        try scratch.add([Scratch.submission("torn"), Scratch.submission("whole")])
        let (ana, ben) = (try scratch.caller("ana"), try scratch.caller("ben"))
        for (caller, level) in [(ana, "demonstrated"), (ben, "developing")] {
            _ = try scratch.store.score("torn", Scratch.levels(level), base: nil, submit: true, as: caller, now: now)
        }
        let disputed = try scratch.store.detail("torn", as: try scratch.caller("eve"), now: now).verdict.disputed
        _ = try scratch.store.adjudicate(
            "torn", disputed.map { .init(criterion: $0, level: "demonstrated") }, reason: "As ana says.",
            as: try scratch.caller("eve"), now: now)
        _ = try scratch.store.reportLeak("torn", reason: "A name.", as: ben, now: now)
        return scratch
    }

    static let laterCrimes: [Crime] = [
        Crime("UPDATE adjudicated_level SET level = 'developing'", .last("adjudicate", "torn")),
        Crime("DELETE FROM adjudicated_level WHERE criterion = 'c2'", .last("adjudicate", "torn")),
        Crime("DELETE FROM adjudicated_level; DELETE FROM adjudication", .last("adjudicate", "torn")),
        Crime("UPDATE adjudication SET reason = 'x'", .last("adjudicate", "torn")),
        Crime("UPDATE adjudication SET person = \(person("dot"))", .last("adjudicate", "torn")),
        Crime(
            "INSERT INTO adjudication VALUES (\(sequence("whole")), \(person("eve")), 1, 'x')", .next),
        Crime("DELETE FROM leak", .last("leak", "torn")),
        Crime("UPDATE leak SET at = at - 1", .last("leak", "torn")),
        Crime("INSERT INTO leak VALUES (\(sequence("whole")), \(person("ana")), 1, 'x')", .next),
    ]

    @Test func whatWasSettledByTheRulesIsWhole() throws {
        let found = try Self.settled().store.verifyLog()
        #expect(found.ok && found.problems.isEmpty, "\(found)")
    }

    @Test(arguments: laterCrimes) func whatWasSettledOtherwiseIsNamed(crime: Crime) throws {
        try check(crime, on: try Self.settled())
    }

    @Test func aStoreThatWasRewrittenIsToldInAHundredSentences() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(150))
        try scratch.tamper("UPDATE submission SET attempt = 7")
        let found = try scratch.store.verifyLog()
        #expect(found.problems.count == AuditProblems.most + 1)
        #expect(found.problems.last == "and 50 more.")
        #expect(try scratch.log().first { $0.n == found.brokenAt }?.submission == "s-000000")
    }

    @Test func anOddNumberInTheLogItselfIsFoundToo() throws {
        for (sql, place) in [
            ("UPDATE log SET at = 9223372036854775807 WHERE n = 5", 5),
            ("UPDATE log SET n = n + 9223372036854770000", 1),
            ("UPDATE log_head SET n = -9223372036854775808", 1),
        ] {
            let scratch = try Scratch()
            try scratch.tamper(sql)
            #expect(try scratch.store.verifyLog().brokenAt == Int64(place), "\(sql)")
        }
    }

    /// Sealed levels can't be read off a sentence about a card.
    @Test func noSentenceTellsWhatACardSays() throws {
        let scratch = try Self.lived()
        try scratch.tamper("UPDATE score SET level = 'developing', comment = 'Secret.'")
        let all = try scratch.store.verifyLog().problems.joined()
        #expect(all.contains("scorecard of ben for s-000004") && !all.contains("Secret") && !all.contains("developing"))
    }
}

@Suite struct JSONScanTests {
    @Test func whatJSONTextWritesIsReadBack() {
        var json = JSONText()
        let odd = "a\"b\\c\nd\u{1}e\tf\u{7F}é नि \u{1F1FA}\u{1F1F8}"
        json.object { json in
            json.add(odd, odd)
            json.add("n", -42)
            json.add("yes", true)
            json.add("no", false)
            json.array("list") { json in
                json.add("x")
                json.object { _ in }
                json.array { _ in }
            }
        }
        let read = JSONScan(json.bytes)
        #expect(read?[odd]?.text == odd && read?["n"]?.number == -42)
        #expect(read?["yes"]?.flag == true && read?["no"]?.flag == false)
        #expect(read?["list"]?.items == [.string("x"), .object([]), .array([])])
    }

    @Test func whatItCouldNotHaveWrittenIsNone() {
        let deep = String(repeating: "[", count: 100_000)
        for text in [
            "", "{", "{}x", "{\"a\":}", "[1,]", "1.5", "99999999999999999999", "\"a", "\"\\u12\"", "\"\\x\"", "tru",
            "-",
            "{\"a\" 1}", deep, "\"\\", "nul",
        ] { #expect(JSONScan(Array(text.utf8)) == nil, "\(text.prefix(40))") }
    }
}
