import Core

/// Claims whose lease is over, but which no writer has tidied yet.
///
/// A reader must not see them as claimed, and must not have to write to do so. They are few (those of the last half hour's
/// assessors at most): a reader looks at all of them, and takes each submission as it will be once tidied.
struct LapsedClaims {
    struct Lapse {
        var entry: QueueEntry
        var stored: Standing
        var effective: Standing
    }
    let lapses: [Lapse]
    let sequences: Set<Int64>

    init(_ database: any Database, now: Instant) throws {
        let afterClaims = AfterClaims(database)
        let found = try database.all(
            """
            SELECT s.seq, s.id, s.submitted_at, s.due_at, s.state, s.district, s.credential, s.assessor, s.scorer
            FROM claim k JOIN submission s ON s.seq = k.submission WHERE k.expires_at <= ?1
            """, .int(now.seconds)
        ) { row in
            let entry = QueueEntry(sequence: row.int(0), id: row.text(1), submittedAt: row.int(2), dueAt: row.int(3))
            let stored = Standing(
                assessor: row.maybeInt(7), state: try SubmissionState(code: row.int(4)), district: row.int(5),
                credential: row.int(6), dueAt: row.int(3), submittedAt: row.int(2), id: row.text(1))
            var effective = stored
            effective.assessor = row.maybeInt(8)
            effective.state = try afterClaims.place(of: row.int(0), in: stored.state)
            return Lapse(entry: entry, stored: stored, effective: effective)
        }
        lapses = found
        sequences = Set(found.map(\.entry.sequence))
    }

    /// What to add to a kept count of `selection`.
    func correction(_ selection: Selection) -> Int64 {
        lapses.reduce(0) { sum, lapse in
            sum + (selection.holds(lapse.effective) ? 1 : 0) - (selection.holds(lapse.stored) ? 1 : 0)
        }
    }
}

extension SubmissionState {
    /// Where a submission is once nobody holds it any more.
    var afterClaim: SubmissionState { self == .claimed ? .pending : self }
}
