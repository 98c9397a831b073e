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

    /// Where a submission is once its claim is over, for a reader: as the next writer will put it. The policy is read only for
    /// what waited for another read, which is rare.
    static func afterClaim(_ state: SubmissionState, of submission: Int64, _ database: any Database) throws
        -> SubmissionState
    {
        let waiting = state.afterClaim
        guard waiting == .secondRead else { return waiting }
        let count = ReadCount(
            database: database, policy: try ReviewStore.policy(database), isAlone: try People.isAlone(database))
        return try count.place(of: submission, in: waiting)
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
