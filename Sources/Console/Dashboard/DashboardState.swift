import Core
import Text

/// The coordinator's screen: a report, and a table of it with a cursor. Lies over the queue.
package struct DashboardState: Equatable, Sendable {
    /// Nil until the first answer.
    package internal(set) var report: StatusReport?
    package internal(set) var grouping = StatusReport.Grouping.district
    /// By what the table is sorted.
    package internal(set) var column = DashboardColumn.overdue
    package internal(set) var rows: [DashboardRow] = []
    package internal(set) var selected = 0
    /// Index of the first row on the screen.
    package internal(set) var top = 0
    package internal(set) var claims: [DashboardClaim] = []
    /// Where there is no room for both: ages in place of the days that are left.
    package internal(set) var showsAges = false
    var programme: SafeText = .empty
    /// Why it could not be read; the next answer clears it.
    package internal(set) var fault: SafeText?
    /// The queue is open over it, narrowed by a row of the table; what it showed before comes back with the dashboard.
    var behind: QueueBefore?

    struct QueueBefore: Equatable, Sendable {
        var filter: QueueFilter
        var sort: QueueSort
    }

    /// What the table can be turned to.
    static let groupings: [StatusReport.Grouping] = [.district, .microCredential, .assessor]

    package init() {}

    package var selectedRow: DashboardRow? { rows.indices.contains(selected) ? rows[selected] : nil }

    /// Takes in an answer; the cursor stays on its row.
    mutating func accept(_ report: StatusReport, page: Int) {
        guard report.grouping == grouping else { return }
        fault = nil
        programme = SafeText(untrusted: report.programme)
        claims = report.claims.map(DashboardClaim.init)
        let key = self.report?.grouping == grouping ? selectedRow?.key : nil
        self.report = report
        rows = report.groups.map(DashboardRow.init)
        sort(keeping: key, page: page)
    }

    mutating func turn(by step: Int) {
        let all = DashboardState.groupings
        let at = all.firstIndex(of: grouping) ?? 0
        grouping = all[(at + step + all.count) % all.count]
        (selected, top) = (0, 0)
        // Rows of another kind under the new title would be wrong for as long as the answer takes.
        rows = []
    }

    mutating func sort(by column: DashboardColumn, page: Int) {
        self.column = column
        sort(keeping: selectedRow?.key, page: page)
    }

    private mutating func sort(keeping key: String?, page: Int) {
        let column = column
        rows.sort { left, right in
            let (a, b) = (column.value(left), column.value(right))
            if a != b { return a > b }
            return left.name == right.name ? left.key < right.key : left.name < right.name
        }
        selected = key.flatMap { key in rows.firstIndex { $0.key == key } } ?? min(selected, max(0, rows.count - 1))
        clamp(page: page)
    }

    mutating func move(_ command: Command, page: Int) {
        let page = max(1, page)
        switch command {
        case .down: selected += 1
        case .up: selected -= 1
        case .pageDown:
            selected += page
            top += page
        case .pageUp:
            selected -= page
            top -= page
        case .top: selected = 0
        case .bottom: selected = rows.count
        default: break
        }
        clamp(page: page)
    }

    mutating func clamp(page: Int) {
        let page = max(1, page)
        selected = max(0, min(selected, rows.count - 1))
        top = max(0, min(top, rows.count - page))
        top = min(top, selected)
        if selected >= top + page { top = selected - page + 1 }
    }
}

/// A row of the table, its words gone through the text door once, when it arrives.
package struct DashboardRow: Equatable, Sendable {
    package let key: String
    package let name: SafeText
    package let group: StatusReport.Group

    init(_ group: StatusReport.Group) {
        key = group.key
        name = SafeText(untrusted: group.name.isEmpty ? group.key : group.name)
        self.group = group
    }
}

/// A claim that somebody holds.
package struct DashboardClaim: Equatable, Sendable {
    let who: SafeText
    let submission: SafeText
    let since: Instant
    let expiresAt: Instant

    init(_ held: HeldClaim) {
        who = SafeText(untrusted: held.claim.assessor)
        submission = SafeText(untrusted: held.claim.submission)
        since = held.since
        expiresAt = held.claim.expiresAt
    }
}
