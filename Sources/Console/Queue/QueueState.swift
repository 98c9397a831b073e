import Core
import Text

/// The queue screen: a window of rows, never the whole queue.
///
/// `rows` is a contiguous run of the list. Keys that need rows outside of it wait in `ahead` until those have come, so that
/// typing ahead on a slow link lands where it would have landed on a fast one.
package struct QueueState: Equatable, Sendable {
    package var filter: QueueFilter
    package var sort = QueueSort.due
    package internal(set) var rows: [QueueLine] = []
    /// Index into `rows`; 0 where there is none.
    package internal(set) var selected = 0
    /// Index into `rows` of the first one on the screen.
    package internal(set) var top = 0
    /// Rank of `rows[0]` in the whole list, from 0; nil where nobody knows (the end of a search too large to count).
    package internal(set) var firstIndex: Int? = 0
    package internal(set) var total: Int?
    package internal(set) var hasMoreBefore = false
    package internal(set) var hasMoreAfter = false
    /// Something has been answered since the start.
    package internal(set) var isLoaded = false
    /// Why the list could not be read; the next answer clears it.
    package internal(set) var fault: SafeText?
    /// The filter menu's choices, as last read.
    package internal(set) var facets = QueueFacets()
    /// What is being waited for.
    var asked: Asked?
    var lastRequest = 0
    /// A change is known that the rows may not show yet.
    var isStale = false
    /// Commands that wait for rows, oldest first.
    var ahead: [Command] = []

    struct Asked: Equatable, Sendable {
        var request: Int
        var purpose: Purpose
        /// For a refresh: the rows it reads anew, by their index when it was asked.
        var covers = 0..<0
    }
    enum Purpose: Equatable, Sendable {
        /// A new list, or one of its ends.
        case first, last
        /// The same place again, with what has changed since.
        case refresh
        case append, prepend
    }

    package init(filter: QueueFilter = QueueFilter()) { self.filter = filter }

    package var selectedRow: QueueRow? { rows.indices.contains(selected) ? rows[selected].row : nil }

    /// A list that shows another selection altogether is on its way: what is selected now means nothing.
    var isReplacing: Bool { asked?.purpose == .first || asked?.purpose == .last }
}

extension QueueFilter {
    /// What the console lists at first: the work an assessor can take up or is at; for the others, all that is still open.
    package static func standard(for caller: Caller) -> QueueFilter {
        var filter = QueueFilter()
        filter.states =
            caller.may(.claim)
            ? [.pending, .claimed, .secondRead] : SubmissionStates(SubmissionState.allCases.filter(\.isOpen))
        return filter
    }
}
