import Core
import Screen
import Text

extension ConsoleState {
    /// What to ask for first. Nothing for who may see nothing.
    package mutating func start() -> [Effect] {
        guard caller.may(.seeQueue) else { return [] }
        return [queue.reload(page: pageRows), .loadSummary]
    }

    /// Takes in one thing that happened, and says what to ask of the world. Pure.
    package mutating func update(_ message: Message) -> [Effect] {
        let wasReviewing = review != nil
        var effects = dispatch(message)
        if wasReviewing, review == nil { effects += returnToQueue() }
        return effects
    }

    private mutating func dispatch(_ message: Message) -> [Effect] {
        switch message {
        case .key(let key): return pressApart(key)
        case .resized(let size):
            self.size = size
            clampDashboard()
            clampOverlay()
            let rows = batchRows
            let settled = batch?.plan?.settle(page: rows) ?? []
            return opening(queue.isLoaded ? queue.settle(page: pageRows) : []) + settled + toReview(message)
        case .clock(let now):
            self.now = now
            return tick() + toReview(message)
        case .storeChanged: return lookAgain() + toReview(message)
        case .timer, .hangUp: return toReview(message)
        case .queueLoaded(let page, let request):
            return opening(queue.accept(page, request: request, page: pageRows))
        case .summaryLoaded(let summary):
            self.summary = summary
            isCounted = true
            return []
        case .facetsLoaded(let facets):
            queue.facets = facets
            clampOverlay()
            return []
        case .dashboardLoaded(let report):
            takeReport(report)
            return []
        case .opened:
            overlay = nil
            isOpening = false
            let effects = updateReview(message: message)
            return effects + releaseHeldKeys()
        case .refused(let refusal, let request): return refused(refusal, request, message)
        case .kept(let path):
            heard(kept: path)
            return []
        case .batch(let message): return updateBatch(message)
        case .refreshed, .documentLoaded, .saved, .submitted, .claimed, .released, .leakReported, .previousLoaded,
            .editorReturned:
            return toReview(message)
        }
    }

    private mutating func toReview(_ message: Message) -> [Effect] {
        review == nil ? [] : updateReview(message: message)
    }

    private mutating func refused(_ refusal: Refusal, _ request: Request, _ message: Message) -> [Effect] {
        let sentence = SafeText(untrusted: refusal.sentence)
        switch request {
        case .queue:
            queue.refuse(sentence)
            notice = .failed(sentence)
        case .dashboard:
            if dashboard?.report == nil { dashboard?.fault = sentence }
            notice = .failed(sentence)
        case .summary, .facets: notice = .failed(sentence)
        case .batch: return refuseBatch(sentence)
        case .open, .claim:
            stopOpening()
            if review != nil { return updateReview(message: message) }
            notice = .failed(sentence)
        // What could not be kept is no less refused for it: both are said.
        case .keep: notice = .failed((notice?.text).map { $0 + " " + sentence } ?? sentence)
        case .refresh, .document, .save, .submit, .release, .leak, .previous, .editor:
            if review != nil { return updateReview(message: message) }
            notice = .failed(sentence)
        }
        return []
    }

    /// Plays the keys that were typed while a submission was being opened.
    private mutating func releaseHeldKeys() -> [Effect] {
        let keys = heldKeys
        heldKeys = []
        return keys.flatMap { update(.key($0)) }
    }

    /// Once a minute: what is late grows with the clock, and a lease may have run out.
    private mutating func tick() -> [Effect] {
        if scope == .dashboard { return lookAgain() }
        guard scope == .queue, queue.isLoaded else { return [] }
        let hasClaims = queue.rows.contains { $0.row.claimedBy != nil }
        return (hasClaims ? [queue.refresh(page: pageRows)] : []) + [.loadSummary]
    }

    /// Somebody changed something. Under an open review the list can wait until it is seen again.
    mutating func lookAgain() -> [Effect] {
        guard review == nil, caller.may(.seeQueue) else { return [] }
        if batch != nil { return refreshBatch() }
        if showsDashboard { return dashboard.map { [.loadDashboard($0.grouping)] } ?? [] }
        return [queue.refresh(page: pageRows), .loadSummary]
    }

    private mutating func returnToQueue() -> [Effect] { lookAgain() }
}
