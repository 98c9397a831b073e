import Core

/// Another number of assessors: what was ready with too few reads waits for the next one again, and what waited for one that
/// nobody asks any more is ready, or in dispute. Also run when a store stops being one person's, whom no such rule bound.
///
/// What is being read stays with its reader, and goes where it belongs once they have handed it in or given it back.
struct ReadChange {
    let database: any Database
    let reads: ReadCount

    init(_ database: any Database, _ policy: Policy) {
        self.database = database
        reads = ReadCount(database: database, policy: policy, isAlone: false)
    }

    /// What awaits a decision or a second read is little beside the store: it is found by an index, and read to its end
    /// before anything moves.
    func run(_ log: inout LogBook, by who: String, at now: Instant) throws {
        var tally = TallyChanges()
        for (sequence, before) in try standing(.ready, now) + standing(.secondRead, now) {
            let state = try reads.place(of: sequence, in: before.state)
            if state == before.state { continue }
            try database.run(
                "UPDATE submission SET state = ?2 WHERE seq = ?1", .int(sequence), .int(state.code))
            var after = before
            after.state = state
            tally.leave(before)
            tally.enter(after)
            let subject = LogBook.Subject(sequence: sequence, id: before.id)
            try log.write(.reroute, by: who, at: now, subject: subject) { $0.add("state", state.rawValue) }
        }
        try tally.write(database)
    }

    private func standing(_ state: SubmissionState, _ now: Instant) throws -> [(Int64, Standing)] {
        try database.all(
            """
            SELECT seq, assessor, district, credential, due_at, submitted_at, id FROM submission s
            WHERE state = ?1 AND NOT EXISTS (SELECT 1 FROM claim k WHERE k.submission = s.seq AND k.expires_at > ?2)
            """, .int(state.code), .int(now.seconds)
        ) { row in
            let standing = Standing(
                assessor: row.maybeInt(1), state: state, district: row.int(2), credential: row.int(3),
                dueAt: row.int(4), submittedAt: row.int(5), id: row.text(6))
            return (row.int(0), standing)
        }
    }
}
