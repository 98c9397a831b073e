import Core
import Screen
import Text

extension ConsoleState {
    /// Rows of the list on the screen; at least one, so that the arithmetic of paging has something to stand on.
    var pageRows: Int { max(1, arrangeQueue(size).list.height) }

    mutating func updateQueue(_ command: Command) -> [Effect] {
        // A list that was opened from the dashboard leads back to it.
        if command == .back { return dashboard == nil ? [.quit] : uncoverDashboard() }
        guard caller.may(.seeQueue) else { return [] }
        switch command {
        case .down, .up, .pageDown, .pageUp, .top, .bottom: return queue.run(command, page: pageRows)
        case .open: return mayClaim() ? opening(queue.run(.open, page: pageRows)) : []
        case .look: return opening(queue.run(.look, page: pageRows))
        case .next: return mayClaim() ? opening([.openNext]) : []
        case .search:
            overlay = .search(LineInput(queue.filter.search ?? ""))
            return []
        case .filter:
            overlay = .filter(FilterMenu(queue.filter))
            return [.loadFacets]
        case .sort:
            overlay = .sort(SortMenu(queue.sort))
            return []
        case .batches: return openBatches()
        case .clear: return clear()
        case .dashboard: return openDashboard()
        default: return []
        }
    }

    private mutating func clear() -> [Effect] {
        let standard = QueueFilter.standard(for: caller)
        guard queue.filter != standard || queue.sort != .due else { return [] }
        queue.filter = standard
        queue.sort = .due
        return [queue.reload(page: pageRows)]
    }

    /// Says what is missing, and what can be done instead.
    private mutating func mayClaim() -> Bool {
        if caller.may(.claim) { return true }
        let refusal = SafeText(untrusted: Refusal.role(person: caller.id, action: .claim).sentence)
        let look = keymap.keys(for: .look).first.map { SafeText(untrusted: $0.label) }
        notice = .failed(look.map { refusal + " \($0) looks at it." } ?? refusal)
        return false
    }

    func queueHints() -> [Command] {
        guard caller.may(.seeQueue) else { return [.help, .back] }
        let isUsual = queue.filter == .standard(for: caller) && queue.sort == .due
        let narrowing: [Command] = (isUsual ? [] : [.clear]) + [.search, .filter, .sort, .help]
        // What somebody comes for goes before the ways through the list.
        let duties: [Command] =
            (caller.may(.report) ? [.dashboard] : []) + (caller.may(.prepareBatch) ? [.batches] : [])
        if queue.rows.isEmpty { return duties + narrowing + [.back] }
        return (caller.may(.claim) ? [.open, .look, .next] : [.look]) + duties + narrowing
    }
}
