import Core

/// A `QueueFilter` in the store's own numbers, without its search.
struct Selection: Equatable {
    /// In the contract's order; only open ones where `overdueBefore` is set.
    var states: [SubmissionState]
    var credential: Int64?
    var district: Int64?
    var assessor: Int64?
    /// Seconds; due earlier than this.
    var overdueBefore: Int64?

    /// Nil where the filter names a micro-credential, district or person that the store does not know: nothing matches.
    init?(_ filter: QueueFilter, now: Instant, database: any Database) throws {
        states = filter.effectiveStates.filter { !filter.overdue || $0.isOpen }
        overdueBefore = filter.overdue ? now.seconds : nil
        if let id = filter.microCredential {
            guard let found = try database.firstInt("SELECT seq FROM credential WHERE id = ?1", .text(id)) else {
                return nil
            }
            credential = found
        }
        if let name = filter.district {
            guard let found = try database.firstInt("SELECT seq FROM district WHERE name = ?1", .text(name)) else {
                return nil
            }
            district = found
        }
        if let id = filter.assessor {
            guard let found = try database.firstInt("SELECT seq FROM person WHERE id = ?1", .text(id)) else {
                return nil
            }
            assessor = found
        }
    }

    init(states: [SubmissionState], district: Int64? = nil) {
        self.states = states
        self.district = district
    }

    func holds(_ standing: Standing) -> Bool {
        guard states.contains(standing.state) else { return false }
        if let credential, standing.credential != credential { return false }
        if let district, standing.district != district { return false }
        if let assessor, standing.assessor != assessor { return false }
        if let overdueBefore, standing.dueAt >= overdueBefore { return false }
        return true
    }
}
