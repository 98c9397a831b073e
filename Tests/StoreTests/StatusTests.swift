import Core
import Support
import Testing

@testable import Store

/// The report against a plain count of what the queue lists.
@Suite struct StatusTests {
    let now = Scratch.dawn

    /// Random judging over some days.
    private func live(seed: UInt64, policy: Policy = Policy()) throws -> (Scratch, Instant) {
        let scratch = try Scratch(policy: policy)
        var random = Seeded(seed: seed)
        let submissions = Scratch.submissions(60, seed: seed)
        try scratch.add(submissions)
        let eve = try scratch.caller("eve")
        var now = now
        for _ in 0..<240 {
            now = now.advanced(bySeconds: Int64.random(in: 0...5_000, using: &random))
            let id = submissions[Int.random(in: 0..<submissions.count, using: &random)].id
            let person = try scratch.caller(["ana", "ben", "both"][Int.random(in: 0..<3, using: &random)])
            switch Int.random(in: 0..<6, using: &random) {
            case 0: _ = try? scratch.store.claim(id, as: person, now: now)
            case 1: _ = try? scratch.store.release(id, as: person, now: now)
            case 2: _ = try? scratch.store.save(Scratch.levels(), submission: id, base: nil, as: person, now: now)
            case 3...4:
                _ = try? scratch.store.score(
                    id, Scratch.levels(), base: nil, submit: true, as: person, now: now)
            case 5 where random.once(in: 3):
                _ = try? scratch.store.undecide(id, reason: "r", as: eve, now: now)
            default:
                let kind = Decision.Kind.allCases[Int.random(in: 0..<4, using: &random)]
                _ = try? scratch.store.decide(id, kind, reason: "r", as: eve, now: now)
            }
        }
        return (scratch, now)
    }

    private func rows(_ scratch: Scratch, _ now: Instant) throws -> [QueueRow] {
        var filter = QueueFilter()
        filter.states = SubmissionStates(SubmissionState.allCases)
        return try scratch.store.queue(QueueRequest(filter: filter, limit: 1_000), as: scratch.caller("both"), now: now)
            .rows
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func everyCountIsThatOfTheQueue(seed: UInt64) throws {
        let (scratch, end) = try live(seed: seed)
        let dot = try scratch.caller("dot")
        // Also when leases have run out that nobody has tidied.
        for now in [end, end.advanced(bySeconds: 1_700), end.advanced(bySeconds: 20 * 86_400)] {
            let rows = try rows(scratch, now)
            let report = try scratch.store.status(by: .district, as: dot, now: now)
            for state in SubmissionState.allCases {
                #expect(report.count(state) == rows.count { $0.state == state }, "\(state), seed \(seed)")
            }
            #expect(report.open == rows.count { $0.state.isOpen })
            #expect(report.overdue == rows.count { $0.isOverdue(at: now) })
            let rules = ZoneRules(before: -5 * 3_600)
            let handedIn = Dictionary(grouping: rows.filter(\.state.isOpen)) { rules.day(of: $0.submittedAt) }
            #expect(report.ages.map(\.handedIn) == handedIn.keys.sorted(), "the oldest first")
            for age in report.ages {
                #expect(age.n == handedIn[age.handedIn]?.count)
                #expect(age.days == report.today.daysSince1970 - age.handedIn.daysSince1970)
                #expect(age.isLate == handedIn[age.handedIn]?.contains { $0.isOverdue(at: now) })
            }
            #expect(report.deadlines.reduce(0) { $0 + $1.n } == report.open)
            #expect(try scratch.store.overdue(as: dot, now: now) == report.overdue)
            #expect(report.oldestDueAt == rows.filter { $0.state.isOpen }.map(\.dueAt).min())
            #expect(report.claimCount == rows.count { $0.claimedBy != nil })
            #expect(
                report.claims.map { "\($0.claim.submission) \($0.claim.assessor)" }.sorted()
                    == rows.compactMap { row in row.claimedBy.map { "\(row.id) \($0)" } }.sorted())
            #expect(report.claims.allSatisfy { $0.since <= now && $0.claim.isLive(at: now) })
            for (grouping, key) in [
                (StatusReport.Grouping.district, \QueueRow.district), (.microCredential, \.microCredential),
                (.state, \.state.rawValue),
            ] {
                let groups = try scratch.store.status(by: grouping, as: dot, now: now).groups
                for group in groups {
                    let mine = rows.filter { $0[keyPath: key] == group.key }
                    for state in SubmissionState.allCases {
                        #expect(group.count(state) == mine.count { $0.state == state }, "\(group.key), seed \(seed)")
                    }
                    #expect(group.overdue == mine.count { $0.isOverdue(at: now) }, "\(group.key), seed \(seed)")
                }
                #expect(groups.reduce(0) { $0 + $1.overdue } == report.overdue)
            }
            for group in try scratch.store.status(by: .assessor, as: dot, now: now).groups {
                var filter = QueueFilter()
                filter.assessor = group.key
                for state in SubmissionState.allCases {
                    filter.states = [state]
                    #expect(try scratch.store.queueTotal(filter, as: dot, now: now) == group.count(state))
                }
                filter.states = []
                filter.overdue = true
                #expect(try scratch.store.queueTotal(filter, as: dot, now: now) == group.overdue)
            }
        }
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    /// By the log, which knows when everything happened.
    @Test(arguments: [5, 6] as [UInt64]) func daysAreThoseOfTheLog(seed: UInt64) throws {
        let (scratch, end) = try live(seed: seed)
        let report = try scratch.store.status(by: .district, as: try scratch.caller("dot"), now: end)
        let rules = ZoneRules(before: -5 * 3_600)
        let log = try scratch.log()
        let rows = try rows(scratch, end)
        // A decision that was taken back is none.
        var decisions: [String: Instant] = [:]
        for event in log {
            if event.what == "decide" { decisions[event.submission ?? ""] = event.at }
            if event.what == "undecide" { decisions[event.submission ?? ""] = nil }
        }
        for day in report.throughput {
            #expect(day.scored == log.count { $0.what == "submit" && rules.day(of: $0.at) == day.date })
            #expect(day.decided == decisions.values.count { rules.day(of: $0) == day.date })
            #expect(day.submitted == rows.count { rules.day(of: $0.submittedAt) == day.date })
        }
        #expect(report.throughput.contains { $0.decided > 0 } && report.throughput.contains { $0.scored > 0 })
        #expect(report.throughput.last?.date == report.today)
    }

    @Test func aClaimIsHeldSinceItWasTakenHoweverOftenItIsRenewed() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        let dot = try scratch.caller("dot")
        _ = try scratch.store.claim("a", as: ana, now: now)
        let later = now.advanced(bySeconds: 1_000)
        _ = try scratch.store.renew("a", as: ana, now: later)
        #expect(try scratch.store.status(by: .state, as: dot, now: later).claims.map(\.since) == [now])
        // Over, and taken by somebody else.
        let end = later.advanced(bySeconds: 3_000)
        #expect(try scratch.store.status(by: .state, as: dot, now: end).claims == [])
        _ = try scratch.store.claim("a", as: try scratch.caller("ben"), now: end)
        let claims = try scratch.store.status(by: .state, as: dot, now: end).claims
        #expect(claims.map(\.since) == [end] && claims.map(\.claim.assessor) == ["ben"])
    }

    @Test(arguments: ["ana", "eve", "root", "none", "stranger"]) func onlyWhoMayReportSeesIt(person: String) throws {
        let scratch = try Scratch()
        let caller = try scratch.caller(person)
        #expect(throws: Refusal.role(person: person, action: .report)) {
            try scratch.store.status(by: .district, as: caller, now: now)
        }
        #expect(throws: Refusal.role(person: person, action: .report)) {
            try scratch.store.overdue(as: caller, now: now)
        }
    }

    /// A store as the first version left it, brought up to date by being opened.
    @Test func aStoreOfTheFirstVersionIsFilled() throws {
        let scratch = try Scratch()
        let path = scratch.folder + "/first.db"
        let at = now.seconds
        try SQLiteConnection(path: path).use { database in
            try database.script(SQLiteSchema.scripts[0])
            try database.script(
                """
                PRAGMA application_id = \(SQLiteSchema.applicationID); PRAGMA user_version = 1;
                INSERT INTO setting VALUES ('zone', '-18000');
                INSERT INTO person VALUES (1, 'root', 'Root', 'admin');
                INSERT INTO credential VALUES (1, 'checks');
                INSERT INTO credential_version VALUES (1, 1, 'published', 'Checks', '{}');
                INSERT INTO district VALUES (1, 'Floyd');
                INSERT INTO submission VALUES
                    (1, 'a', 1, 1, 1, 1, 1, \(at - 86400), \(at), 0, 1, NULL), (2, 'b', 1, 1, 1, 4, 1, \(at), \(at), 0, 1, 1),
                    (3, 'c', 1, 1, 1, 5, 1, \(at), \(at), 0, 1, 1);
                INSERT INTO scorecard VALUES (1, 2, 1, 'submitted', 2, x'00', \(at)), (2, 1, 1, 'draft', 1, x'00', \(at));
                INSERT INTO decision VALUES (3, 'award', 1, \(at), 'r');
                INSERT INTO claim VALUES (1, 1, \(at + 900));
                INSERT INTO log VALUES (1, \(at - 600), 'root', 'claim', 1, '{}', x'00');
                """)
        }
        let store = try ReviewStore.open(at: .path(path), zone: Scratch.zone)
        #expect(try store.storedSchemaVersion() == SQLiteSchema.current)
        let report = try store.status(by: .district, as: try store.caller("root"), now: now)
        #expect(report.throughput.last == DayCount(date: report.today, submitted: 2, scored: 1, decided: 1))
        #expect(report.throughput.dropLast().last?.submitted == 1)
        #expect(report.claims.map(\.since) == [now.advanced(bySeconds: -600)])
        #expect(report.ages.map(\.days) == [1, 0] && report.ages.map(\.n) == [1, 1], "what is decided has no age")
    }
}

/// What a new policy does to what is open.
@Suite struct DeadlineChangeTests {
    let now = Scratch.dawn

    private func due(_ scratch: Scratch, _ id: String) throws -> Instant {
        try scratch.store.detail(id, as: scratch.caller("eve"), now: now).row.dueAt
    }

    @Test func openSubmissionsGetTheDeadlinesOfANewPolicy() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(40, seed: 2) + [Scratch.submission("done"), Scratch.submission("held")])
        _ = try scratch.store.decide("done", .deny, reason: "r", as: try scratch.caller("eve"), now: now)
        _ = try scratch.store.claim("held", as: try scratch.caller("ana"), now: now)
        let old = try due(scratch, "done")
        var policy = Policy()
        policy.deadline.businessDays = 3
        let root = try scratch.caller("root")
        _ = try scratch.store.importPolicy(policy, as: root, now: now, dryRun: true)
        #expect(try due(scratch, "held") == old)
        #expect(try scratch.store.importPolicy(policy, as: root, now: now) == .imported)
        let offset: ZoneOffset = { _ in -5 * 3_600 }
        for id in (0..<40).map({ Scratch.submissions(40, seed: 2)[$0].id }) + ["held"] {
            let row = try scratch.store.detail(id, as: scratch.caller("eve"), now: now).row
            #expect(row.dueAt == policy.deadline.due(submitted: row.submittedAt, offset: offset))
        }
        #expect(try due(scratch, "done") == old)
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
        // Another rule of the policy moves nothing.
        policy.claim.leaseMinutes = 5
        let before = try due(scratch, "held")
        _ = try scratch.store.importPolicy(policy, as: root, now: now)
        #expect(try due(scratch, "held") == before)
    }

    @Test func otherClocksMoveDeadlinesAndDays() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(40, seed: 3))
        let far = ReviewStore(
            location: .path(scratch.path), driver: try SQLiteDriver(path: scratch.path),
            zone: { _ in ZoneRules(before: 9 * 3_600) })
        var policy = Policy()
        policy.deadline.timezone = "Asia/Tokyo"
        let before = try scratch.store.status(by: .state, as: scratch.caller("dot"), now: now).throughput
        _ = try far.importPolicy(policy, as: try scratch.caller("root"), now: now)
        #expect(try far.status(by: .state, as: scratch.caller("dot"), now: now).throughput != before)
        #expect(far.checkHealth().allSatisfy { $0.grade == .good })
        for row in try far.queue(QueueRequest(limit: 50), as: scratch.caller("dot"), now: now).rows {
            #expect(row.dueAt == policy.deadline.due(submitted: row.submittedAt, offset: { _ in 9 * 3_600 }))
        }
    }

    @Test func moreThanOneChunkIsMoved() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(4_500, seed: 4))
        var policy = Policy()
        policy.deadline.businessDays = 30
        _ = try scratch.store.importPolicy(policy, as: try scratch.caller("root"), now: now)
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
        let rows = try scratch.store.queue(
            QueueRequest(limit: 5_000), as: scratch.caller("dot"), now: now
        ).rows
        #expect(rows.count == 4_500)
        #expect(
            rows.allSatisfy { $0.dueAt == policy.deadline.due(submitted: $0.submittedAt, offset: { _ in -5 * 3_600 }) })
    }
}
