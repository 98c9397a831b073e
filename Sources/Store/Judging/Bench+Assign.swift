import Core

extension Bench {
    /// By hand: within conflicts, whatever the person's districts.
    mutating func assign(_ id: String, to name: String, days: Int) throws -> Instant {
        let record = try record(id)
        guard record.state == .pending || record.state == .secondRead else {
            throw Refusal.rule(
                "\(id) is \(record.state.rawValue); only what is pending or waits for a second read can be assigned.")
        }
        if try holder(record) != nil { throw Refusal.rule("\(id) is claimed; it can't be assigned.") }
        guard let sequence = try People.sequence(name, database), let assignee = try People.person(name, database)
        else { throw Refusal.rule("There is no person \(name).") }
        guard Caller(person: assignee, isAlone: caller.isAlone).may(.score) else {
            throw Refusal.rule("\(name) is no assessor.")
        }
        guard let candidate = try AssignmentPlanner(database: database, now: now).candidate(record.sequence) else {
            throw ReviewStore.noSuchSubmission(id)
        }
        guard SeatRule(assignee).allows(candidate, anyDistrict: true) else {
            throw Refusal.rule(
                candidate.readers.contains(name)
                    ? "\(name) has scored \(id) already; its second read is somebody else's."
                    : "\(name) has a conflict of interest with \(id).")
        }
        let until = try end(of: days)
        let run = try Assignments(database: database, now: now).begin(by: person)
        try give(record, to: sequence, name, run: run, until: until)
        return until
    }

    /// A whole plan; nothing is written where it gives nothing to anybody.
    mutating func assign(_ plan: AssignmentPlan, days: Int) throws -> AssignmentReport {
        let until = try end(of: days)
        if !plan.lines.isEmpty {
            let run = try Assignments(database: database, now: now).begin(by: person)
            for line in plan.lines {
                guard let sequence = try People.sequence(line.person, database) else { continue }
                try give(try record(line.submission), to: sequence, line.person, run: run, until: until)
            }
        }
        return AssignmentReport(plan, until: until)
    }

    private mutating func give(
        _ record: SubmissionRecord, to sequence: Int64, _ name: String, run: Int64, until: Instant
    ) throws {
        try Assignments(database: database, now: now).add(record.sequence, to: sequence, run: run, until: until)
        try write(.assign, record) { json in
            json.add("person", name)
            json.add("until", until.rfc3339)
        }
    }

    private func end(of days: Int) throws -> Instant {
        let rules = try ReviewStore.zoneRules(database)
        return policy.assignmentEnd(from: now, days: days) { rules.offset(at: $0) }
    }
}
