import Core

/// Where a submission is counted: all by which the queue can be narrowed.
struct Standing: Hashable {
    /// Who holds the claim, or scored last; nil where nobody has touched it.
    var assessor: Int64?
    var state: SubmissionState
    var district: Int64
    var credential: Int64
    var dueAt: Int64
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
    private var counts: [Cell: Int64] = [:]
    private var due: [DueCell: Int64] = [:]

    mutating func enter(_ standing: Standing) { add(standing, 1) }
    mutating func leave(_ standing: Standing) { add(standing, -1) }

    private mutating func add(_ standing: Standing, _ change: Int64) {
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
            if standing.state.isOpen { due[DueCell(cell: cell, dueAt: standing.dueAt), default: 0] += change }
        }
    }

    /// Writes what has gathered, and forgets it.
    mutating func write(_ database: any Database) throws {
        for (cell, change) in counts where change != 0 {
            try database.run(
                """
                INSERT INTO tally(assessor, state, district, credential, n) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT(assessor, state, district, credential) DO UPDATE SET n = tally.n + excluded.n
                """, .int(cell.assessor), .int(cell.state), .int(cell.district), .int(cell.credential), .int(change))
            if change < 0 {
                // Empty cells go, so that what is left says which streams of the queue hold anything.
                try database.run(
                    """
                    DELETE FROM tally WHERE assessor = ?1 AND state = ?2 AND district = ?3 AND credential = ?4 AND n = 0
                    """, .int(cell.assessor), .int(cell.state), .int(cell.district), .int(cell.credential))
            }
        }
        for (key, change) in due where change != 0 {
            let cell = key.cell
            try database.run(
                """
                INSERT INTO due_tally(assessor, state, district, credential, due_at, n) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                ON CONFLICT(assessor, state, district, credential, due_at) DO UPDATE SET n = due_tally.n + excluded.n
                """, .int(cell.assessor), .int(cell.state), .int(cell.district), .int(cell.credential), .int(key.dueAt),
                .int(change))
            if change < 0 {
                try database.run(
                    """
                    DELETE FROM due_tally WHERE assessor = ?1 AND state = ?2 AND district = ?3 AND credential = ?4
                    AND due_at = ?5 AND n = 0
                    """, .int(cell.assessor), .int(cell.state), .int(cell.district), .int(cell.credential),
                    .int(key.dueAt))
            }
        }
        counts.removeAll(keepingCapacity: true)
        due.removeAll(keepingCapacity: true)
    }
}
