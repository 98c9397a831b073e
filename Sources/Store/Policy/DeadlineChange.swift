import Core

/// Gives everything that is open the deadline that a new policy says, and moves the counts with it. Reads all submissions
/// once, in the order in which they lie; rare, and all or nothing with the policy itself.
struct DeadlineChange {
    private static let chunk = 2_000
    let database: any Database

    func run(_ deadlines: Deadlines) throws {
        var deadlines = deadlines
        var last: Int64 = 0
        while true {
            let found = try chunk(after: last)
            var tally = TallyChanges()
            for (sequence, standing) in found {
                let due = deadlines.due(Instant(seconds: standing.submittedAt)).seconds
                if due == standing.dueAt { continue }
                try database.run("UPDATE submission SET due_at = ?2 WHERE seq = ?1", .int(sequence), .int(due))
                var moved = standing
                moved.dueAt = due
                tally.leave(standing)
                tally.enter(moved)
            }
            try tally.write(database)
            guard found.count == DeadlineChange.chunk, let end = found.last else { return }
            last = end.0
        }
    }

    /// Read to its end before anything is changed. The states are asked for as an expression, so that the table is walked and
    /// not an index, which would have to be sorted.
    private func chunk(after last: Int64) throws -> [(Int64, Standing)] {
        try database.all(
            """
            SELECT seq, assessor, state, district, credential, due_at, submitted_at, id FROM submission
            WHERE seq > ?1 AND state + 0 <= ?2 ORDER BY seq LIMIT ?3
            """, .int(last), .int(SubmissionState.ready.code), .int(DeadlineChange.chunk)
        ) { row in
            let standing = Standing(
                assessor: row.maybeInt(1), state: try SubmissionState(code: row.int(2)), district: row.int(3),
                credential: row.int(4), dueAt: row.int(5), submittedAt: row.int(6), id: row.text(7))
            return (row.int(0), standing)
        }
    }
}
