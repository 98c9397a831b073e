import Core
import Screen
import Text

/// Keys while a question, a line or a menu is open.
extension ConsoleState {
    var batchWantsRawKeys: Bool { batch.map { $0.mode != .browsing } ?? false }

    mutating func updateBatch(raw key: Key) -> [Effect] {
        guard var batch else { return [] }
        defer { self.batch = batch }
        switch batch.mode {
        case .browsing: return []
        case .naming(let line): return type(key, line, &batch) { .naming($0) }
        case .holding(let line, let marks): return type(key, line, &batch) { .holding($0, marks) }
        case .choosing(let cursor): return choose(key, cursor, &batch)
        case .asking(let question): return answer(key, question, &batch)
        case .signing(var signing):
            if key == .escape || key == .character("q") {
                signing.isStopping = true
                batch.mode = .signing(signing)
            }
            return []
        }
    }

    private mutating func type(
        _ key: Key, _ line: LineInput, _ batch: inout BatchState, mode: (LineInput) -> BatchState.Mode
    ) -> [Effect] {
        var line = line
        switch key {
        case .escape:
            batch.mode = .browsing
            return []
        case .enter:
            let text = line.text.split(separator: " ").joined(separator: " ")
            if text.isEmpty { return [] }
            defer { batch.mode = .browsing }
            if case .holding(_, let marks) = batch.mode, let plan = batch.plan {
                return [.batch(.hold(marks, in: plan.session.name, reason: text))]
            }
            return [.batch(.make(text, newBatchFilter))]
        default:
            _ = line.press(key)
            batch.mode = mode(line)
            return []
        }
    }

    /// What is ready, narrowed as the queue under it is.
    var newBatchFilter: QueueFilter {
        var filter = queue.filter
        filter.states = [.ready]
        return filter
    }

    private func choose(_ key: Key, _ cursor: Int, _ batch: inout BatchState) -> [Effect] {
        let last = BatchView.choices.count - 1
        switch keymap.command(for: key, in: .menu) {
        case .down: batch.mode = .choosing(cursor: min(last, cursor + 1))
        case .up: batch.mode = .choosing(cursor: max(0, cursor - 1))
        case .top, .pageUp: batch.mode = .choosing(cursor: 0)
        case .bottom, .pageDown: batch.mode = .choosing(cursor: last)
        case .choose, .toggle: return show(BatchView.choices[cursor], &batch)
        case .clear: return show(.all, &batch)
        case .back: batch.mode = .browsing
        default: break
        }
        return []
    }

    private func show(_ view: BatchView, _ batch: inout BatchState) -> [Effect] {
        batch.mode = .browsing
        guard view != batch.plan?.view else { return [] }
        batch.plan?.view = view
        batch.plan?.rangeFrom = nil
        return [batch.plan?.ask(.first, page: batchRows)].compactMap(\.self)
    }

    /// Enter is not an answer: it comes too easily to award a hundred with.
    private mutating func answer(_ key: Key, _ question: BatchState.Question, _ batch: inout BatchState) -> [Effect] {
        switch key {
        case .character("y"), .character("Y"):
            guard let plan = batch.plan else { return [] }
            batch.mode = .signing(BatchState.Signing(asked: question))
            return [.batch(.sign(plan.session.name, after: 0, base: question.version))]
        case .character("n"), .character("N"), .character("q"), .escape:
            batch.mode = .browsing
            notice = .said("Nothing was signed.")
            return []
        default: return []
        }
    }
}
