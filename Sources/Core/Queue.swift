/// One line of the queue. Strings that came from a submission are still hostile.
package struct QueueRow: Equatable, Sendable {
    /// The store's own order of arrival; breaks ties.
    package var sequence: Int64
    package var id: String
    package var microCredential: String
    package var version: Int
    /// The micro-credential's name.
    package var title: String
    package var attempt: Int
    package var state: SubmissionState
    package var district: String
    package var submittedAt: Instant
    package var dueAt: Instant
    /// Who holds a live claim.
    package var claimedBy: String?
    package var evidenceCount: Int
    /// Whom a coordinator keeps it for, while nobody holds it.
    package var assignedTo: String?

    package init(
        sequence: Int64, id: String, microCredential: String, version: Int, title: String, attempt: Int,
        state: SubmissionState, district: String, submittedAt: Instant, dueAt: Instant, claimedBy: String?,
        evidenceCount: Int, assignedTo: String? = nil
    ) {
        self.sequence = sequence
        self.id = id
        self.microCredential = microCredential
        self.version = version
        self.title = title
        self.attempt = attempt
        self.state = state
        self.district = district
        self.submittedAt = submittedAt
        self.dueAt = dueAt
        self.claimedBy = claimedBy
        self.evidenceCount = evidenceCount
        self.assignedTo = assignedTo
    }

    package func isOverdue(at now: Instant) -> Bool { state.isOpen && dueAt < now }
}

/// Which submissions a list shows. An empty `states` means `pending`, or all states where an assessor is named.
package struct QueueFilter: Hashable, Sendable {
    package var states: SubmissionStates = []
    package var microCredential: String?
    package var district: String?
    /// Holds the claim, or scored it last.
    package var assessor: String?
    package var overdue = false
    package var search: String?

    package init() {}

    /// The states in force, in the contract's order.
    package var effectiveStates: [SubmissionState] {
        if !states.isEmpty { return states.members }
        return assessor == nil ? [.pending] : SubmissionState.allCases
    }
}

package enum QueueSort: String, CaseIterable, Sendable { case due, submitted, id }

/// A place in a sorted list: the key of a row, from which a window can be read in either direction.
package enum QueueCursor: Hashable, Sendable {
    /// Sorted by a time, then by order of arrival.
    case time(Instant, sequence: Int64)
    case id(String)
}

extension QueueRow {
    package func cursor(for sort: QueueSort) -> QueueCursor {
        switch sort {
        case .due: .time(dueAt, sequence: sequence)
        case .submitted: .time(submittedAt, sequence: sequence)
        case .id: .id(id)
        }
    }
}

/// Asks for a window of a list: `limit` rows after (or before) a place, or from an end.
package struct QueueRequest: Equatable, Sendable {
    package enum Anchor: Equatable, Sendable {
        case first, last
        case after(QueueCursor)
        case before(QueueCursor)
        /// From the row at this place on, itself included where it is still listed: how a refresh keeps its place.
        case at(QueueCursor)
    }
    package var filter: QueueFilter
    package var sort: QueueSort
    package var anchor: Anchor
    package var limit: Int

    package init(filter: QueueFilter = QueueFilter(), sort: QueueSort = .due, anchor: Anchor = .first, limit: Int) {
        self.filter = filter
        self.sort = sort
        self.anchor = anchor
        self.limit = limit
    }
}

/// The window that was asked for, in the list's order whichever way it was read.
package struct QueuePage: Equatable, Sendable {
    package var rows: [QueueRow]
    /// Exact, from kept counts. Nil only where a search has matched too much to count at once (never on the command line).
    package var total: Int?
    /// More rows before the first, after the last.
    package var hasMoreBefore: Bool
    package var hasMoreAfter: Bool

    package init(rows: [QueueRow], total: Int?, hasMoreBefore: Bool, hasMoreAfter: Bool) {
        self.rows = rows
        self.total = total
        self.hasMoreBefore = hasMoreBefore
        self.hasMoreAfter = hasMoreAfter
    }
}

/// The first line of the queue screen.
package struct QueueSummary: Equatable, Sendable {
    package var pending: Int
    package var overdue: Int
    /// Live claims of the caller.
    package var mine: Int
    package var programme: String
    /// Submissions in any state; nil where nobody counted. None at all gets a screen of its own.
    package var everything: Int?

    package init(pending: Int, overdue: Int, mine: Int, programme: String, everything: Int? = nil) {
        self.pending = pending
        self.overdue = overdue
        self.mine = mine
        self.programme = programme
        self.everything = everything
    }
}
