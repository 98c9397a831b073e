import Core

/// What a run of `assign` gave to whom.
package struct AssignmentReport: Equatable, Sendable {
    package var lines: [AssignmentPlan.Line]
    /// Submissions that nobody may read.
    package var left: [String]
    /// Everybody's load after it.
    package var loads: [String: Int]
    /// Until when they are kept.
    package var until: Instant
}

extension ReviewStore {
    /// Keeps a submission for one assessor: nobody else can claim it before `days` business days are over.
    package func assign(
        _ id: String, to person: String, days: Int = Policy.assignmentDays, as caller: Caller, now: Instant
    ) throws -> AssignmentReport {
        try driver.write { database in
            var bench = try Bench(database, caller: caller, now: now)
            try bench.caller.require(.assign)
            let until = try bench.assign(id, to: person, days: days)
            try bench.finish()
            let line = AssignmentPlan.Line(submission: id, person: person)
            return AssignmentReport(lines: [line], left: [], loads: [:], until: until)
        }
    }

    /// Shares out what waits, nearest deadline first; with `dryRun` only says how it would.
    package func assignAutomatically(
        limit: Int, days: Int = Policy.assignmentDays, dryRun: Bool, as caller: Caller, now: Instant
    ) throws -> AssignmentReport {
        // The dry run does all of it and takes it back, so that it can't say anything else than what would be done.
        try change(dryRun: dryRun) { database in
            var bench = try Bench(database, caller: caller, now: now)
            try bench.caller.require(.assign)
            let report = try bench.assign(
                try AssignmentPlanner(database: database, now: now).plan(limit: limit), days: days)
            try bench.finish()
            return report
        }
    }

    /// Takes the last run of `assign` back; what it had replaced is in force again. Claims that were made since stay.
    package func undoAssignment(as caller: Caller, now: Instant) throws -> [AssignmentPlan.Line] {
        try driver.write { database in
            var bench = try Bench(database, caller: caller, now: now)
            try bench.caller.require(.assign)
            guard let lines = try Assignments(database: database, now: now).removeLast() else {
                throw Refusal.rule("There is no assignment to take back.")
            }
            for (submission, person) in lines {
                try bench.write(.unassign, try bench.record(submission)) { $0.add("person", person) }
            }
            try bench.finish()
            return lines.map { AssignmentPlan.Line(submission: $0.submission, person: $0.person) }
        }
    }

    /// Who a submission is kept for; nil where it is anybody's.
    package func assignment(of id: String, as caller: Caller, now: Instant) throws -> (person: String, until: Instant)?
    {
        try caller.require(.assign)
        return try driver.read { database in
            guard let record = try SubmissionRecord(id: id, database) else { throw ReviewStore.noSuchSubmission(id) }
            guard let found = try Assignments(database: database, now: now).inForce(record.sequence) else { return nil }
            return try database.first("SELECT id FROM person WHERE seq = ?1", .int(found.person)) {
                ($0.text(0), found.until)
            }
        }
    }
}

extension AssignmentReport {
    init(_ plan: AssignmentPlan, until: Instant) {
        self.init(lines: plan.lines, left: plan.left, loads: plan.loads, until: until)
    }
}
