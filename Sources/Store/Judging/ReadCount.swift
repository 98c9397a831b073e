import Core

/// Where what was read so far puts a submission that is done with its claims: the policy may have changed since it was put
/// where it stands.
struct ReadCount {
    let database: any Database
    let policy: Policy
    /// No rule that needs a second person binds.
    let isAlone: Bool

    /// Only `ready` and `second-read` follow from how many have read; all else stays.
    func place(of submission: Int64, in state: SubmissionState) throws -> SubmissionState {
        guard !isAlone, state == .ready || state == .secondRead else { return state }
        let lacks = policy.lacksRead(
            Int(try count(submission)), isAdjudicated: try Adjudications(database: database).isThere(submission))
        switch state {
        case .ready where lacks: return .secondRead
        case .secondRead where !lacks: return try isDisputed(submission) ? .adjudication : .ready
        default: return state
        }
    }

    private func count(_ submission: Int64) throws -> Int64 {
        try database.firstInt(
            "SELECT count(*) FROM scorecard WHERE submission = ?1 AND state = 'submitted'", .int(submission)) ?? 0
    }

    /// A submitted card has a level for every criterion.
    private func isDisputed(_ submission: Int64) throws -> Bool {
        try database.firstInt(
            """
            SELECT 1 FROM scorecard k JOIN score c ON c.scorecard = k.seq
            WHERE k.submission = ?1 AND k.state = 'submitted'
            GROUP BY c.criterion HAVING min(c.level) <> max(c.level) LIMIT 1
            """, .int(submission)) != nil
    }
}

/// Where submissions are whose claims are over, for a reader: as the next writer will put them.
final class AfterClaims {
    private let database: any Database
    /// What waits for another read is rare among them, and to read the policy takes longer than to draw a screen: once, and
    /// only for that.
    private var reads: ReadCount?

    init(_ database: any Database) { self.database = database }

    func place(of submission: Int64, in state: SubmissionState) throws -> SubmissionState {
        let waiting = state.afterClaim
        guard waiting == .secondRead else { return waiting }
        let reads =
            try reads
            ?? ReadCount(
                database: database, policy: ReviewStore.policy(database), isAlone: People.isAlone(database))
        self.reads = reads
        return try reads.place(of: submission, in: waiting)
    }
}
