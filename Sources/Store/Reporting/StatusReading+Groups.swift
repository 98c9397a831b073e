import Core

extension StatusReading {
    /// The rows of the table by `grouping`, those without anything left out.
    func groups(_ grouping: StatusReport.Grouping) throws -> [StatusReport.Group] {
        if grouping == .state { return try byState() }
        let plan = try StatusGroups(grouping)
        var groups: [Int64: StatusReport.Group] = [:]
        for (sequence, key, name) in try database.all(
            plan.names, row: { ($0.int(0), $0.text(1), $0.text(2)) })
        {
            groups[sequence] = StatusReport.Group(key: key, name: name)
        }
        for (sequence, state, n) in try database.all(
            plan.counts, row: { ($0.int(0), try SubmissionState(code: $0.int(1)), Int($0.int(2))) })
        {
            groups[sequence]?.states[state] = n
            // All that is open, less what is not late yet.
            if state.isOpen { groups[sequence]?.overdue += n }
        }
        for (sequence, n) in try database.all(
            plan.inTime, .int(now.seconds), row: { ($0.int(0), Int($0.int(1))) })
        {
            groups[sequence]?.overdue -= n
        }
        for lapse in lapsed.lapses {
            let isLate = lapse.stored.dueAt < now.seconds
            for (standing, change) in [(lapse.stored, -1), (lapse.effective, 1)] {
                guard let sequence = plan.row(standing) else { continue }
                groups[sequence]?.states[standing.state] += change
                if isLate, standing.state.isOpen { groups[sequence]?.overdue += change }
            }
        }
        return groups.values.filter { !$0.isEmpty }.sorted { $0.key < $1.key }
    }

    private func byState() throws -> [StatusReport.Group] {
        let counts = try states()
        let tally = Tally(database: database)
        return try SubmissionState.allCases.map { state in
            var late = Selection(states: state.isOpen ? [state] : [])
            late.overdueBefore = now.seconds
            let overdue = try tally.count(late) + (state.isOpen ? lapsed.correction(late) : 0)
            return StatusReport.Group(
                key: state.rawValue, name: state.rawValue, states: [state: counts[state]], overdue: Int(overdue))
        }
    }
}

/// Where the counts of one grouping lie. Every query is a seek a row and state: the tables of names are walked, and the
/// counts looked up by their whole key.
private struct StatusGroups {
    let names: String
    let counts: String
    /// What is open and not late yet. Its days end with the last deadline that was given; those that are over have no end.
    let inTime: String
    /// In which row a submission is counted.
    let row: @Sendable (Standing) -> Int64?

    init(_ grouping: StatusReport.Grouping) throws {
        let table: String
        let place: String
        switch grouping {
        case .district:
            table = "district"
            place = "assessor = 0 AND t.district = g.seq AND t.credential = 0"
            names = "SELECT seq, name, name FROM district"
            row = { $0.district }
        case .microCredential:
            table = "credential"
            place = "assessor = 0 AND t.district = 0 AND t.credential = g.seq"
            names = """
                SELECT c.seq, c.id, v.name FROM credential c JOIN credential_version v ON v.credential = c.seq
                WHERE v.version = (SELECT max(w.version) FROM credential_version w WHERE w.credential = c.seq)
                """
            row = { $0.credential }
        case .assessor:
            table = "person"
            place = "assessor = g.seq AND t.district = 0 AND t.credential = 0"
            names = "SELECT seq, id, name FROM person"
            row = { $0.assessor }
        case .state: throw DatabaseFault(kind: .other, message: "states are no table")
        }
        // CROSS: the planner is not to begin with the counts.
        counts = """
            SELECT g.seq, t.state, t.n FROM \(table) g CROSS JOIN tally t
            WHERE t.\(place) AND t.state IN (0, 1, 2, 3, 4, 5, 6, 7, 8)
            """
        inTime = """
            SELECT g.seq, sum(t.n) FROM \(table) g CROSS JOIN due_tally t
            WHERE t.\(place) AND t.state IN (0, 1, 2, 3, 4) AND t.due_at >= ?1 GROUP BY g.seq
            """
    }
}
