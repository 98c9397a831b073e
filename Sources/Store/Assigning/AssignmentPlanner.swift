import Core

/// Reads what a plan is made from: what waits, nearest deadline first, and what each assessor has to do already.
struct AssignmentPlanner {
    let database: any Database
    let now: Instant

    /// A plan for at most `limit` submissions. Those that nobody may read don't count, but only so many of them are looked at.
    func plan(limit: Int) throws -> AssignmentPlan {
        var plan = AssignmentPlan(seats: try seats())
        var given = 0
        for state in [SubmissionState.pending, .secondRead] where given < limit {
            if try Tally(database: database).count(Selection(states: [state]), state) == 0 { continue }
            var walk = QueueWalk(
                database, scopes: [QueueStream.Scope(state: state)],
                order: QueueOrder(sort: .due, ascending: true, overdueBefore: nil), start: nil, lapsed: [], skip: [],
                probe: nil, window: 64)
            while given < limit, plan.left.count < limit + 1_000, let item = try walk.next() {
                guard let candidate = try free(item.sequence) else { continue }
                if plan.add(candidate) { given += 1 }
            }
        }
        plan.settle()
        return plan
    }

    /// Nil where somebody holds it, or it is kept for somebody.
    func free(_ sequence: Int64) throws -> AssignmentPlan.Candidate? {
        let isHeld = try database.firstInt(
            "SELECT 1 FROM claim WHERE submission = ?1 AND expires_at > ?2", .int(sequence), .int(now.seconds))
        if isHeld != nil { return nil }
        if try Assignments(database: database, now: now).inForce(sequence) != nil { return nil }
        return try candidate(sequence)
    }

    func candidate(_ sequence: Int64) throws -> AssignmentPlan.Candidate? {
        let readers = try database.all(
            "SELECT p.id FROM scorecard k JOIN person p ON p.seq = k.person WHERE k.submission = ?1 AND k.state = 'submitted'",
            .int(sequence)
        ) { $0.text(0) }
        let found = try database.first(
            "SELECT s.id, d.name FROM submission s JOIN district d ON d.seq = s.district WHERE s.seq = ?1",
            .int(sequence)
        ) { ($0.text(0), $0.text(1)) }
        guard let (id, district) = found else { return nil }
        return AssignmentPlan.Candidate(
            id: id, district: district, email: try Details.body(sequence, database).earner.email, readers: Set(readers))
    }

    private func seats() throws -> [AssignmentPlan.Seat] {
        let ids = try database.all("SELECT seq, id FROM person ORDER BY id") { ($0.int(0), $0.text(1)) }
        let isAlone = try People.isAlone(database)
        let assignments = Assignments(database: database, now: now)
        return try ids.compactMap { sequence, id in
            guard let person = try People.person(id, database), isAlone || person.roles.contains(.assessor) else {
                return nil
            }
            let held = try database.firstInt(
                "SELECT count(*) FROM claim WHERE person = ?1 AND expires_at > ?2", .int(sequence), .int(now.seconds))
            return AssignmentPlan.Seat(
                person: person, load: Int(held ?? 0) + (try assignments.waiting(for: sequence).count))
        }
    }
}
