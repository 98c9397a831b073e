import Core
import Screen
import Text

extension ConsoleState {
    /// The dashboard has the screen: it is open, and nothing lies over it.
    var showsDashboard: Bool { review == nil && batch == nil && dashboard != nil && dashboard?.behind == nil }

    /// Rows of the table on the screen.
    var dashboardPage: Int { max(1, arrangeDashboard(size).list.height) }

    /// `d` in the queue: the dashboard, or back to it.
    mutating func openDashboard() -> [Effect] {
        guard caller.may(.report) else {
            let refusal = Refusal.role(person: caller.id, action: .report)
            notice = .failed(SafeText(untrusted: refusal.sentence))
            return []
        }
        if dashboard?.behind != nil { return uncoverDashboard() }
        let opened = dashboard ?? DashboardState()
        dashboard = opened
        return [.loadDashboard(opened.grouping)]
    }

    mutating func updateDashboard(_ command: Command) -> [Effect] {
        guard var board = dashboard else { return [] }
        let page = dashboardPage
        switch command {
        case .back, .dashboard:
            dashboard = nil
            return lookAgain()
        case .nextPane, .previousPane:
            board.turn(by: command == .nextPane ? 1 : -1)
            dashboard = board
            return [.loadDashboard(board.grouping)]
        case .column:
            let kinds = DashboardColumns(width: arrangeDashboard(size).list.width).kinds
            let at = kinds.firstIndex(of: board.column) ?? 0
            board.sort(by: kinds[(at + 1) % kinds.count], page: page)
        case .age: toggleAges(&board)
        case .arithmetic:
            if board.report != nil { overlay = .arithmetic(ForecastSheet()) }
        case .list: return listSelected()
        default: board.move(command, page: page)
        }
        dashboard = board
        return []
    }

    mutating func takeReport(_ report: StatusReport) {
        let page = dashboardPage
        dashboard?.accept(report, page: page)
        clampOverlay()
    }

    mutating func clampDashboard() {
        let page = dashboardPage
        dashboard?.clamp(page: page)
    }

    /// Selects the row of the table that was clicked.
    mutating func selectInDashboard(line: Int) {
        guard var board = dashboard, board.rows.indices.contains(board.top + line) else { return }
        board.selected = board.top + line
        dashboard = board
    }

    /// The queue, narrowed to the open submissions of the row under the cursor.
    private mutating func listSelected() -> [Effect] {
        guard let row = dashboard?.selectedRow, let grouping = dashboard?.grouping else { return [] }
        dashboard?.behind = DashboardState.QueueBefore(filter: queue.filter, sort: queue.sort)
        var filter = QueueFilter()
        filter.states = SubmissionStates(SubmissionState.allCases.filter(\.isOpen))
        switch grouping {
        case .district: filter.district = row.key
        case .microCredential: filter.microCredential = row.key
        case .assessor: filter.assessor = row.key
        case .state: filter.states = SubmissionStates(SubmissionState.allCases.filter { $0.rawValue == row.key })
        }
        queue.filter = filter
        queue.sort = .due
        // The names of the filter's choices, for the line that says what the list is narrowed to.
        return [queue.reload(page: pageRows), .loadSummary, .loadFacets]
    }

    /// From the narrowed queue back to the dashboard.
    mutating func uncoverDashboard() -> [Effect] {
        guard let before = dashboard?.behind, let grouping = dashboard?.grouping else { return [] }
        dashboard?.behind = nil
        queue.filter = before.filter
        queue.sort = before.sort
        return [queue.reload(page: pageRows), .loadDashboard(grouping)]
    }

    private mutating func toggleAges(_ board: inout DashboardState) {
        switch arrangeDashboard(size).shares {
        case .oneInTheOthersPlace: board.showsAges.toggle()
        case .bothShown: notice = .said("Ages and days to the deadline stand side by side here.")
        case .noCharts: notice = .said("There is no room for charts in this window.")
        }
    }

    func dashboardHints() -> [Command] {
        let age: [Command] = arrangeDashboard(size).shares == .oneInTheOthersPlace ? [.age] : []
        return [.list, .nextPane, .column] + age + [.arithmetic, .help, .back]
    }
}
