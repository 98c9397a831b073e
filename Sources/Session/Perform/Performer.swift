import Console
import Core
import Dispatch
import Store

/// Performs effects on the store: the one switch. What is quick is answered at once, before the next frame; what may be
/// slow is done on a worker, which answers through the mailbox.
final class Performer {
    /// What the loop must do itself, or has got in answer.
    enum Answer {
        case messages([Message])
        case quit, repaint, suspend
        case edit(String)
        case startTimer(Timer, milliseconds: Int)
    }

    private let store: ReviewStore
    private let person: String
    /// Nil without a loop: then everything is answered at once.
    private let mailbox: Mailbox?
    private let reading = DispatchQueue(label: "assay.reading")
    /// The submission that was opened last: slow answers for another are dropped.
    private(set) var submission: String?

    init(store: ReviewStore, person: String, mailbox: Mailbox?) {
        self.store = store
        self.person = person
        self.mailbox = mailbox
    }

    func perform(_ effect: Effect) -> Answer {
        switch effect {
        case .quit: return .quit
        case .repaint: return .repaint
        case .suspend: return .suspend
        case .edit(let text): return .edit(text)
        case .startTimer(let timer, let milliseconds): return .startTimer(timer, milliseconds: milliseconds)
        case .loadQueue(let request, let number):
            return answer(.queue, slowly: request.filter.search != nil) { store, caller, now in
                .queueLoaded(try store.queue(request, as: caller, now: now), request: number)
            }
        case .loadSummary:
            return answer(.summary) { .summaryLoaded(try $0.summary(as: $1, now: $2)) }
        case .loadFacets:
            return answer(.facets) { store, caller, _ in .facetsLoaded(try store.facets(as: caller)) }
        case .loadDashboard(let grouping):
            return answer(.dashboard) { .dashboardLoaded(try $0.status(by: grouping, as: $1, now: $2)) }
        case .open(let id, let claiming):
            return open(id) { store, caller, now in
                if claiming { _ = try store.claim(id, as: caller, now: now) }
                return id
            }
        case .openNext:
            return open(nil) { try $0.claimNext(as: $1, now: $2).submission }
        case .refresh(let id):
            return answer(.refresh) { .refreshed(try $0.liveDetail(of: id, as: $1, now: $2)) }
        case .loadDocument(let source, let submission):
            return answer(.document, slowly: true, of: submission) { store, caller, now in
                let document = try DocumentDesk(store: store, caller: caller, now: now).document(source, of: submission)
                return .documentLoaded(document, source: source)
            }
        case .loadPrevious(let id):
            return answer(.previous) { store, caller, now in
                let desk = DocumentDesk(store: store, caller: caller, now: now)
                let detail = try store.detail(id, as: caller, now: now)
                return .previousLoaded(detail, documents: try desk.allDocuments(of: detail))
            }
        case .save(let changes, let submission, let base):
            return answer(.save) { store, caller, now in
                let card = try store.save(changes, submission: submission, base: base, as: caller, now: now)
                return .saved(card, changes: changes)
            }
        case .submit(let id, let base):
            return answer(.submit) { store, caller, now in
                let (card, state) = try store.submit(id, base: base, as: caller, now: now)
                return .submitted(card, state: state)
            }
        case .renewClaim(let id):
            return answer(.claim) { .claimed(try $0.renew(id, as: $1, now: $2)) }
        case .release(let id):
            return answer(.release) { store, caller, now in
                try store.release(id, as: caller, now: now)
                return .released(id)
            }
        case .reportLeak(let id, let reason):
            return answer(.leak) { store, caller, now in
                .leakReported(try store.reportLeak(id, reason: reason, as: caller, now: now), submission: id)
            }
        case .keep(let comment):
            do {
                return .messages([.kept(Environment.shown(try KeptComments.write(comment)))])
            } catch {
                return .messages([.refused(Refusal(wrapping: error), .keep)])
            }
        case .batch(let effect): return perform(effect)
        case .savePlace(let place):
            // A place that can't be kept costs a person a scroll, not a judgement: say nothing.
            try? store.savePlace(place, person: person)
            return .messages([])
        }
    }

    // MARK: - Answering

    typealias Work = @Sendable (ReviewStore, Caller, Instant) throws -> Message

    /// Runs `work` with the caller as the store knows them now: a role taken away counts from the next key on.
    func answer(
        _ request: Request, slowly: Bool = false, of submission: String? = nil, _ work: @escaping Work
    ) -> Answer {
        let store = store
        let person = person
        let run: @Sendable () -> Message = {
            do {
                return try work(store, try store.caller(person), Clock.now)
            } catch {
                return .refused(Refusal(wrapping: error), request)
            }
        }
        guard slowly, let mailbox else { return .messages([run()]) }
        reading.async { mailbox.post(run(), of: submission) }
        return .messages([])
    }

    private func open(_ id: String?, _ choose: @escaping @Sendable (ReviewStore, Caller, Instant) throws -> String)
        -> Answer
    {
        let answer = answer(.open) { store, caller, now in
            let id = try choose(store, caller, now)
            return .opened(try DocumentDesk(store: store, caller: caller, now: now).opening(of: id))
        }
        if case .messages(let messages) = answer, case .opened(let opening)? = messages.first {
            submission = opening.detail.row.id
        }
        return answer
    }
}

extension Refusal {
    /// Anything that was thrown, as a refusal: one sentence.
    init(wrapping error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        default: self = .store("The store did not answer as it should: \(error)")
        }
    }
}
