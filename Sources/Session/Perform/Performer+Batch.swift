import Console
import Core
import Store

extension Performer {
    /// Milliseconds that a slice of a signing may take: the bar moves and Esc is heard between slices.
    private static var slice: Int { 80 }

    func perform(_ effect: BatchEffect) -> Answer {
        switch effect {
        case .loadSessions:
            return answer(.batch) { store, caller, _ in .batch(.sessions(try store.batches(as: caller))) }
        case .make(let name, let filter):
            return answer(.batch) { store, caller, now in
                .batch(.made(try store.makeBatch(name, filter, as: caller, now: now)))
            }
        case .loadPage(let request, let number):
            return answer(.batch) { store, caller, now in
                .batch(.page(try store.batchPage(request, as: caller, now: now), request: number))
            }
        case .loadCounts(let name):
            return answer(.batch, slowly: true) { store, caller, now in
                let (session, counts) = try store.batchCounts(name, as: caller, now: now)
                return .batch(.counts(session, counts))
            }
        case .hold(let marks, let name, let reason):
            return answer(.batch) { store, caller, now in
                .batch(.held(try store.hold(marks, in: name, reason: reason, as: caller, now: now), reason: reason))
            }
        case .planAgain(let name):
            return answer(.batch) { store, caller, now in
                .batch(.plannedAgain(try store.planBatchAgain(name, as: caller, now: now)))
            }
        case .sign(let name, let position, let base):
            // On the worker: an answer given at once would sign to the end before the next key is read.
            return answer(.batch, slowly: true) { store, caller, _ in
                let began = Clock.ticks
                let progress = try store.signBatch(
                    name, after: position, base: base, as: caller, now: { Clock.now }
                ) { _ in
                    Clock.ticks - began < Performer.slice
                }
                return .batch(.signed(progress))
            }
        }
    }
}
