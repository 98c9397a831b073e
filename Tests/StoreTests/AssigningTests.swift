import Core
import Testing

@testable import Store

@Suite struct AssigningTests {
    let now = Scratch.dawn

    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return (error as? Refusal)?.sentence }
    }

    @Test func whatIsAssignedIsKeptAndOfferedFirst() throws {
        let scratch = try Scratch()
        try scratch.add([
            Scratch.submission("a", at: now.advanced(bySeconds: -86_400 * 3)), Scratch.submission("b"),
            Scratch.submission("c"),
        ])
        let (dot, ana, ben) = (
            try scratch.caller("dot"), try scratch.caller("ana"), try scratch.caller("ben")
        )
        let until = try scratch.store.assign("b", to: "ben", as: dot, now: now).until
        #expect(
            refusal { _ = try scratch.store.claim("b", as: ana, now: now) }
                == "b is assigned to somebody else until \(until.rfc3339).")
        #expect(
            refusal { _ = try scratch.store.save(Scratch.levels(), submission: "b", base: nil, as: ana, now: now) }
                == "b is assigned to somebody else until \(until.rfc3339).")
        #expect(try scratch.store.claimNext(as: ben, now: now).submission == "b", "before a, which is due earlier")
        #expect(try scratch.store.claimNext(as: ana, now: now).submission == "a")
        #expect(try scratch.store.claimNext(as: ana, now: now).submission == "c")
        #expect(refusal { _ = try scratch.store.claimNext(as: ana, now: now) } == "There is nothing to claim.")
        try scratch.store.release("b", as: ben, now: now)
        #expect(refusal { _ = try scratch.store.claimNext(as: ana, now: now) } != nil, "still kept")
        #expect(try scratch.store.claim("b", as: ana, now: until).submission == "b", "over: anybody's")
        #expect(try scratch.log("b").map(\.what) == ["import-submission", "assign", "claim", "release", "claim"])
        #expect(try scratch.store.verifyLog().ok)
    }

    /// A list says whom a submission is kept for, to those whom it concerns, for as long as it is.
    @Test func whomItIsKeptForIsSeen() throws {
        let scratch = try Scratch()
        try scratch.add(["a", "b"].map { Scratch.submission($0) })
        let (dot, ana, ben) = (try scratch.caller("dot"), try scratch.caller("ana"), try scratch.caller("ben"))
        func seen(as caller: Caller, at instant: Instant? = nil) throws -> [String?] {
            let rows = try scratch.store.queue(QueueRequest(sort: .id, limit: 5), as: caller, now: instant ?? now).rows
            return rows.map(\.assignedTo)
        }
        #expect(try seen(as: dot) == [nil, nil])
        let until = try scratch.store.assign("b", to: "ben", as: dot, now: now).until
        #expect(try seen(as: dot) == [nil, "ben"] && seen(as: ben) == [nil, "ben"])
        #expect(try seen(as: ana) == [nil, nil], "not a colleague's business")
        #expect(try scratch.store.detail("b", as: dot, now: now).row.assignedTo == "ben")
        #expect(try scratch.store.detail("b", as: ana, now: now).row.assignedTo == nil)
        #expect(try seen(as: dot, at: until) == [nil, nil], "over")
        _ = try scratch.store.claim("b", as: ben, now: now)
        #expect(try scratch.store.detail("b", as: dot, now: now).row.assignedTo == nil, "held by now")
    }

    @Test func onlyACoordinatorAssignsAndOnlyToWhoMayRead() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("k", district: "Knott")])
        let dot = try scratch.caller("dot")
        for who in ["ana", "eve", "root", "none"] {
            #expect(throws: Refusal.role(person: who, action: .assign)) {
                _ = try scratch.store.assign("a", to: "ana", as: try scratch.caller(who), now: now)
            }
            #expect(throws: Refusal.role(person: who, action: .assign)) {
                _ = try scratch.store.assignAutomatically(
                    limit: 9, dryRun: true, as: try scratch.caller(who), now: now)
            }
            #expect(throws: Refusal.role(person: who, action: .assign)) {
                _ = try scratch.store.undoAssignment(as: try scratch.caller(who), now: now)
            }
        }
        func assign(_ id: String, _ person: String) -> String? {
            refusal { _ = try scratch.store.assign(id, to: person, as: dot, now: now) }
        }
        #expect(assign("zz", "ana") == "There is no submission zz.")
        #expect(assign("a", "zz") == "There is no person zz.")
        #expect(assign("a", "eve") == "eve is no assessor.")
        #expect(assign("a", "cy") == "cy has a conflict of interest with a.")
        #expect(assign("k", "cy") == nil, "by hand, outside their districts")
        _ = try scratch.store.claim("a", as: try scratch.caller("ana"), now: now)
        #expect(
            assign("a", "ben") == "a is claimed; only what is pending or waits for a second read can be assigned.")
    }

    @Test func sharingOutIsFairAndUndone() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(40))
        let dot = try scratch.caller("dot")
        let events = try scratch.log().count
        let plan = try scratch.store.assignAutomatically(limit: 20, dryRun: true, as: dot, now: now)
        #expect(try scratch.log().count == events, "a dry run writes nothing")
        #expect(plan.lines.count == 20)
        #expect(try scratch.store.assignment(of: plan.lines[0].submission, as: dot, now: now) == nil)

        let report = try scratch.store.assignAutomatically(limit: 20, dryRun: false, as: dot, now: now)
        #expect(report == plan)
        let counts = Dictionary(grouping: report.lines, by: \.person).mapValues(\.count)
        #expect((counts.values.max() ?? 0) - (counts.values.min() ?? 0) <= 1, "\(counts)")
        let second = try scratch.store.assignAutomatically(limit: 100, dryRun: false, as: dot, now: now)
        #expect(second.lines.count == 20, "what is assigned is left alone")
        #expect(Set(second.lines.map(\.submission)).isDisjoint(with: report.lines.map(\.submission)))

        #expect(Set(try scratch.store.undoAssignment(as: dot, now: now).map(\.submission)).count == 20)
        #expect(try scratch.store.assignment(of: second.lines[0].submission, as: dot, now: now) == nil)
        #expect(
            try scratch.store.assignment(of: report.lines[0].submission, as: dot, now: now)?.person
                == report.lines[0].person)
        _ = try scratch.store.undoAssignment(as: dot, now: now)
        #expect(
            refusal { _ = try scratch.store.undoAssignment(as: dot, now: now) }
                == "There is no assignment to take back.")
        #expect(try scratch.log().filter { $0.what == "unassign" }.count == 40)
        #expect(try scratch.store.verifyLog().ok)
    }

    @Test func undoBringsBackWhatARunReplaced() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let dot = try scratch.caller("dot")
        _ = try scratch.store.assign("a", to: "ana", as: dot, now: now)
        _ = try scratch.store.assign("a", to: "ben", as: dot, now: now)
        #expect(try scratch.store.assignment(of: "a", as: dot, now: now)?.person == "ben")
        _ = try scratch.store.undoAssignment(as: dot, now: now)
        #expect(try scratch.store.assignment(of: "a", as: dot, now: now)?.person == "ana")
    }

    @Test func aSecondReadIsNotKeptForTheFirstReader() throws {
        var policy = Policy()
        policy.scoring.assessors = 2
        let scratch = try Scratch(policy: policy)
        try scratch.add([Scratch.submission("a")])
        let (dot, ana, ben) = (
            try scratch.caller("dot"), try scratch.caller("ana"), try scratch.caller("ben")
        )
        _ = try scratch.store.assign("a", to: "ana", as: dot, now: now)
        _ = try scratch.store.score("a", Scratch.levels(), base: nil, submit: true, as: ana, now: now)
        #expect(
            refusal { _ = try scratch.store.assign("a", to: "ana", as: dot, now: now) }
                == "ana has scored a already; its second read is somebody else's.")
        #expect(try scratch.store.claimNext(as: ben, now: now).submission == "a")
    }
}
