import Core
import Screen
import Text

/// A column of the table.
package enum DashboardColumn: CaseIterable, Equatable, Sendable {
    case name, pending, claimed, secondRead, adjudication, ready, overdue, awarded, returned

    var heading: SafeText {
        switch self {
        case .name: "name"
        case .pending: "pending"
        case .claimed: "claimed"
        case .secondRead: "second"
        case .adjudication: "adjud."
        case .ready: "ready"
        case .overdue: "late"
        case .awarded: "awarded"
        case .returned: "returned"
        }
    }

    /// What the table is sorted by, the largest first; names are sorted by themselves.
    func value(_ row: DashboardRow) -> Int {
        switch self {
        case .name: 0
        case .pending: row.group.count(.pending)
        case .claimed: row.group.count(.claimed)
        case .secondRead: row.group.count(.secondRead)
        case .adjudication: row.group.count(.adjudication)
        case .ready: row.group.count(.ready)
        case .overdue: row.group.overdue
        case .awarded: row.group.count(.awarded)
        case .returned: row.group.count(.returned)
        }
    }
}

/// Which columns a width has room for, and where they end. The name comes first, from column 2, and takes what is left.
package struct DashboardColumns: Equatable, Sendable {
    package struct Column: Equatable, Sendable {
        package var kind: DashboardColumn
        /// Where it ends: numbers stand on the right.
        package var right: Int
    }
    package private(set) var numbers: [Column] = []
    package private(set) var nameWidth: Int
    package static let margin = 2
    /// Wide enough for a million with its commas, and a gap.
    private static let width = 10
    private static let leastName = 16

    package init(width: Int) {
        // What goes last is what is missed least: what is stuck is asked for before what is done.
        let wanted: [DashboardColumn] = [
            .overdue, .pending, .ready, .claimed, .secondRead, .adjudication, .awarded, .returned,
        ]
        let room = max(0, width - DashboardColumns.margin - DashboardColumns.leastName) / DashboardColumns.width
        let shown = DashboardColumn.allCases.filter { wanted.prefix(room).contains($0) }
        nameWidth = max(0, width - DashboardColumns.margin - shown.count * DashboardColumns.width)
        var right = DashboardColumns.margin + nameWidth
        for kind in shown {
            right += DashboardColumns.width
            numbers.append(Column(kind: kind, right: right))
        }
    }

    package var kinds: [DashboardColumn] { [.name] + numbers.map(\.kind) }
}
