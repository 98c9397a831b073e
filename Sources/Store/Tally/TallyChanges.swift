import Core

/// Where a submission is counted: all by which the queue can be narrowed.
struct Standing: Hashable {
    /// Who holds the claim, or scored last; nil where nobody has touched it.
    var assessor: Int64?
    var state: SubmissionState
    var district: Int64
    var credential: Int64
    var dueAt: Int64
    var submittedAt: Int64
    var id: String
}

/// Changes of the kept counts, gathered so that each count is written once a transaction.
///
/// Every submission is counted in four cells: its own, its district's, its micro-credential's, and that of all (0 stands for
/// "any"), and the same again under its assessor. So the count for any filter is one row, or one a state.
struct TallyChanges {
    struct Cell: Hashable {
        var assessor: Int64
        var state: Int64
        var district: Int64
        var credential: Int64
    }
    struct DueCell: Hashable {
        var cell: Cell
        var dueAt: Int64
    }
    /// How many more are due on a day, and between which times and ids those lie that came.
    struct DueChange {
        var n: Int64 = 0
        var submitted: ClosedRange<Int64>?
        var ids: ClosedRange<String>?

        mutating func take(_ standing: Standing, _ change: Int64) {
            n += change
            // What leaves does not narrow them: they are bounds, and go with the day's last.
            if change < 0 { return }
            let (at, id) = (standing.submittedAt, standing.id)
            submitted = submitted.map { min($0.lowerBound, at)...max($0.upperBound, at) } ?? at...at
            ids = ids.map { min($0.lowerBound, id)...max($0.upperBound, id) } ?? id...id
        }
    }
    private var counts: [Cell: Int64] = [:]
    private var due: [DueCell: DueChange] = [:]
    private var ages = AgeTally()

    mutating func enter(_ standing: Standing) { add(standing, 1) }
    mutating func leave(_ standing: Standing) { add(standing, -1) }

    private mutating func add(_ standing: Standing, _ change: Int64) {
        if standing.state.isOpen { ages.count(submittedAt: standing.submittedAt, change) }
        add(standing, assessor: 0, change)
        if let assessor = standing.assessor { add(standing, assessor: assessor, change) }
    }

    private mutating func add(_ standing: Standing, assessor: Int64, _ change: Int64) {
        for (district, credential) in [
            (0, 0), (standing.district, 0), (0, standing.credential), (standing.district, standing.credential),
        ] {
            let cell = Cell(
                assessor: assessor, state: standing.state.code, district: district, credential: credential)
            counts[cell, default: 0] += change
            if standing.state.isOpen {
                due[DueCell(cell: cell, dueAt: standing.dueAt), default: DueChange()].take(standing, change)
            }
        }
    }

    /// Writes what has gathered, and forgets it.
    mutating func write(_ database: any Database) throws {
        for (cell, change) in counts where change != 0 { try write(cell, change, database) }
        for (cell, change) in due { try write(cell, change, database) }
        try ages.write(database)
        counts.removeAll(keepingCapacity: true)
        due.removeAll(keepingCapacity: true)
    }

    private func write(_ cell: Cell, _ change: Int64, _ database: any Database) throws {
        let key: [Value] = [.int(cell.assessor), .int(cell.state), .int(cell.district), .int(cell.credential)]
        try database.statement(
            """
            INSERT INTO tally(assessor, state, district, credential, n) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT(assessor, state, district, credential) DO UPDATE SET n = tally.n + excluded.n
            """
        ).run(key + [.int(change)])
        // Empty cells go, so that what is left says which streams of the queue hold anything.
        if change > 0 { return }
        try database.statement(
            "DELETE FROM tally WHERE assessor = ?1 AND state = ?2 AND district = ?3 AND credential = ?4 AND n = 0"
        ).run(key)
    }

    private func write(_ dueCell: DueCell, _ change: DueChange, _ database: any Database) throws {
        let cell = dueCell.cell
        let key: [Value] = [
            .int(cell.assessor), .int(cell.state), .int(cell.district), .int(cell.credential), .int(dueCell.dueAt),
        ]
        if let submitted = change.submitted, let ids = change.ids {
            try database.statement(TallyChanges.dueSQL).run(
                key + [
                    .int(change.n), .int(submitted.lowerBound), .int(submitted.upperBound), .text(ids.lowerBound),
                    .text(ids.upperBound),
                ])
        } else {
            try database.statement(
                """
                UPDATE due_tally SET n = n + ?6
                WHERE assessor = ?1 AND state = ?2 AND district = ?3 AND credential = ?4 AND due_at = ?5
                """
            ).run(key + [.int(change.n)])
        }
        if change.n > 0 { return }
        try database.statement(
            """
            DELETE FROM due_tally
            WHERE assessor = ?1 AND state = ?2 AND district = ?3 AND credential = ?4 AND due_at = ?5 AND n = 0
            """
        ).run(key)
    }

    private static let dueSQL = """
        INSERT INTO due_tally(assessor, state, district, credential, due_at, n, submitted_from, submitted_to, id_from,
            id_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT(assessor, state, district, credential, due_at) DO UPDATE SET n = due_tally.n + excluded.n,
            submitted_from = CASE WHEN excluded.submitted_from < due_tally.submitted_from
                THEN excluded.submitted_from ELSE due_tally.submitted_from END,
            submitted_to = CASE WHEN excluded.submitted_to > due_tally.submitted_to
                THEN excluded.submitted_to ELSE due_tally.submitted_to END,
            id_from = CASE WHEN excluded.id_from < due_tally.id_from THEN excluded.id_from ELSE due_tally.id_from END,
            id_to = CASE WHEN excluded.id_to > due_tally.id_to THEN excluded.id_to ELSE due_tally.id_to END
        """
}
