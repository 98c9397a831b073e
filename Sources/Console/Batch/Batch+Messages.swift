import Core
import Text

extension ConsoleState {
    mutating func updateBatch(_ message: BatchMessage) -> [Effect] {
        guard var batch else { return [] }
        defer { self.batch = batch }
        switch message {
        case .sessions(let sessions):
            let name = batch.selected?.name
            batch.sessions = sessions
            batch.isLoaded = true
            batch.cursor = sessions.firstIndex { $0.name == name } ?? min(batch.cursor, max(0, sessions.count - 1))
        case .made(let session):
            notice = .said("\(untrusted: session.name) holds \(Numbers.grouped(session.items)).")
            batch.sessions.insert(session, at: 0)
            batch.cursor = 0
        case .page(let page, let request):
            return batch.plan?.accept(page, request: request, page: batchRows) ?? []
        case .counts(let session, let counts):
            guard session.name == batch.plan?.session.name else { return [] }
            batch.plan?.session = session
            batch.plan?.counts = counts
            if batch.asksWhenCounted, let plan = batch.plan {
                batch.asksWhenCounted = false
                notice = nil
                askToSign(plan, &batch)
            }
            if case .asking(let question) = batch.mode,
                question != .init(version: session.version, toSign: counts.toSign)
            {
                batch.mode = .browsing
                notice = .failed("The plan has changed meanwhile; nothing was signed. Look at it again.")
            }
        case .held(let count, let reason):
            let word: SafeText = reason == nil ? "let go" : "held"
            notice = .said(
                count == 0
                    ? "Nothing was \(word): what is marked is signed, or \(reason == nil ? "not held" : "held for that reason") already."
                    : "\(Numbers.grouped(count)) \(word).")
            batch.plan?.marks = BatchMarks()
            batch.plan?.rangeFrom = nil
            return lookAgain(&batch)
        case .plannedAgain(let count):
            notice = .said(
                count == 0
                    ? "Planned again: nothing had changed."
                    : "Planned again with \(Numbers.counted(count, "change", "changes")).")
            return lookAgain(&batch)
        case .signed(let progress): return go(on: progress, &batch)
        }
        return []
    }

    /// After a slice: on to the next one, unless it is done or was stopped.
    private mutating func go(on progress: BatchProgress, _ batch: inout BatchState) -> [Effect] {
        guard case .signing(var signing) = batch.mode, let plan = batch.plan else { return [] }
        signing.signed += progress.signed
        signing.refused += progress.refused.count
        if !progress.isDone, !signing.isStopping {
            batch.mode = .signing(signing)
            return [.batch(.sign(plan.session.name, after: progress.position, base: signing.asked.version))]
        }
        batch.mode = .browsing
        let refused: SafeText = signing.refused > 0 ? "   \(Numbers.grouped(signing.refused)) refused" : .empty
        let gone = signing.asked.toSign - signing.signed
        let lost: SafeText =
            progress.isDone && gone > 0
            ? "; \(Numbers.grouped(gone)) of what was asked could not be signed any more" : .empty
        let rest: SafeText = progress.isDone ? "." : "; stopped. Signing again goes on from here."
        notice = .said("\(Numbers.grouped(signing.signed)) signed" + refused + lost + rest)
        return lookAgain(&batch)
    }

    /// Somebody, or this screen, changed something.
    mutating func refreshBatch() -> [Effect] {
        guard var batch else { return [] }
        defer { self.batch = batch }
        // Its own commits come back as changes while it signs; it looks when it is done.
        if case .signing = batch.mode { return [] }
        return lookAgain(&batch)
    }

    private func lookAgain(_ batch: inout BatchState) -> [Effect] {
        guard let name = batch.plan?.session.name else { return [.batch(.loadSessions)] }
        return [batch.plan?.ask(.refresh, page: batchRows), .batch(.loadCounts(name))].compactMap(\.self)
    }

    /// A refusal ends whatever was going on; what was signed before it stays signed.
    mutating func refuseBatch(_ sentence: SafeText) -> [Effect] {
        notice = .failed(sentence)
        guard var batch else { return [] }
        defer { self.batch = batch }
        batch.plan?.asked = nil
        guard case .signing = batch.mode else { return [] }
        batch.mode = .browsing
        return lookAgain(&batch)
    }
}
