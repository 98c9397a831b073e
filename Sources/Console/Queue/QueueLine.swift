import Core
import Text

/// A row of the queue with its words gone through the text door once, when it arrives: a frame then only copies them.
package struct QueueLine: Equatable, Sendable {
    package let row: QueueRow
    let id: SafeText
    let title: SafeText
    let district: SafeText
    /// Who holds it, or whom it is kept for; empty where nobody does.
    let who: SafeText
    let state: SafeText

    init(_ row: QueueRow) {
        self.row = row
        id = SafeText(untrusted: row.id)
        title = SafeText(untrusted: row.title)
        district = SafeText(untrusted: row.district)
        who = row.who
        state = SafeText(untrusted: row.state.rawValue)
    }
}

extension QueueRow {
    /// Who holds it, or whom it is kept for.
    package var who: SafeText {
        claimedBy.map { SafeText(untrusted: $0) } ?? assignedTo.map { "for \(untrusted: $0)" } ?? .empty
    }
}
