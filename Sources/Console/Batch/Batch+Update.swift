import Core
import Screen
import Text

/// How the console reaches the sessions' screens.
extension ConsoleState {
    var batchRows: Int { max(1, arrangeBatch(size, isDryRun: batch?.plan?.isDryRun ?? false).list.height) }

    mutating func openBatches() -> [Effect] {
        guard caller.may(.prepareBatch) else {
            notice = .failed(SafeText(untrusted: Refusal.role(person: caller.id, action: .prepareBatch).sentence))
            return []
        }
        batch = BatchState()
        return [.batch(.loadSessions)]
    }

    mutating func updateBatch(_ command: Command) -> [Effect] {
        guard var batch else { return [] }
        batch.asksWhenCounted = false
        let effects =
            batch.plan == nil ? browse(command, &batch) : plan(command, &batch)
        if command == .back, self.batch == nil { return effects }
        self.batch = batch
        return effects
    }

    /// The list of sessions.
    private mutating func browse(_ command: Command, _ batch: inout BatchState) -> [Effect] {
        let last = max(0, batch.sessions.count - 1)
        switch command {
        case .back:
            self.batch = nil
            return [queue.refresh(page: pageRows), .loadSummary]
        case .down: batch.cursor = min(last, batch.cursor + 1)
        case .up: batch.cursor = max(0, batch.cursor - 1)
        case .pageDown: batch.cursor = min(last, batch.cursor + batchRows)
        case .pageUp: batch.cursor = max(0, batch.cursor - batchRows)
        case .top: batch.cursor = 0
        case .bottom: batch.cursor = last
        case .openItem:
            guard let session = batch.selected else { return [] }
            return open(session, &batch)
        case .newBatch: batch.mode = .naming(LineInput())
        default: break
        }
        return []
    }

    private func open(_ session: BatchSession, _ batch: inout BatchState) -> [Effect] {
        var plan = PlanState(session)
        let first = plan.ask(.first, page: batchRows)
        batch.plan = plan
        return [first, .batch(.loadCounts(session.name))]
    }

    /// The plan of one session.
    private mutating func plan(_ command: Command, _ batch: inout BatchState) -> [Effect] {
        guard var plan = batch.plan else { return [] }
        let page = batchRows
        var effects: [Effect] = []
        switch command {
        case .down, .up, .pageDown, .pageUp, .top, .bottom: effects = plan.move(command, page: page)
        case .back:
            if plan.rangeFrom != nil {
                plan.rangeFrom = nil
            } else if plan.isDryRun {
                plan.isDryRun = false
            } else if !plan.marks.isEmpty {
                plan.marks = BatchMarks()
            } else {
                batch.plan = nil
                return [.batch(.loadSessions)]
            }
        case .openItem:
            guard let item = plan.selectedItem else { break }
            effects = opening([.open(item.row.id, claiming: false)])
        case .toggle: markOne(&plan, page: page, &effects)
        case .markRange:
            if plan.rangeFrom == nil {
                plan.rangeFrom = plan.selectedItem?.position
            } else {
                plan.marks = plan.marksAndRange
                plan.rangeFrom = nil
            }
        case .hold:
            guard let marks = marked(plan) else { break }
            if plan.marksAndRange.isEmpty, plan.selectedItem?.verdict == .signed {
                notice = .failed("It is signed already.")
            } else {
                batch.mode = .holding(LineInput(), marks)
            }
        case .unhold:
            guard let marks = marked(plan) else { break }
            if plan.marksAndRange.isEmpty, let item = plan.selectedItem, !item.verdict.isHeld {
                notice = .failed("It is not held.")
                break
            }
            effects = [.batch(.hold(marks, in: plan.session.name, reason: nil))]
        case .filter:
            batch.mode = .choosing(cursor: BatchView.choices.firstIndex(of: plan.view) ?? 0)
        case .dryRun:
            plan.isDryRun.toggle()
            effects = [.batch(.loadCounts(plan.session.name)), plan.ask(.refresh, page: page)]
        case .planAgain: effects = [.batch(.planAgain(plan.session.name))]
        case .sign: askToSign(plan, &batch)
        default: break
        }
        batch.plan = plan
        return effects
    }

    /// What a command that takes several goes by: the marks or, without any, the selected line.
    private func marked(_ plan: PlanState) -> BatchMarks? {
        let marks = plan.marksAndRange
        return marks.isEmpty ? plan.selectedItem.map { BatchMarks($0.position) } : marks
    }

    private func markOne(_ plan: inout PlanState, page: Int, _ effects: inout [Effect]) {
        if plan.rangeFrom != nil {
            plan.marks = plan.marksAndRange
            plan.rangeFrom = nil
            return
        }
        guard let item = plan.selectedItem else { return }
        plan.marks.mark(
            .init(positions: item.position...item.position, view: .all), !plan.marks.contains(item))
        effects = plan.move(.down, page: page)
    }

    mutating func askToSign(_ plan: PlanState, _ batch: inout BatchState) {
        guard caller.may(.signBatch) else {
            notice = .failed(SafeText(untrusted: Refusal.role(person: caller.id, action: .signBatch).sentence))
            return
        }
        guard let counts = plan.counts else {
            // On a slow line the key is there before the answer.
            batch.asksWhenCounted = true
            notice = .said("Still counting what there is to sign.")
            return
        }
        guard counts.toSign > 0 else {
            notice = .said("There is nothing to sign here.")
            return
        }
        batch.mode = .asking(.init(version: plan.session.version, toSign: counts.toSign))
    }
}
