import Core
import Glibc
import Store

/// Waits for others to change a store, for commands that print again when they do.
package struct StoreWatch {
    package enum Change: Equatable, Sendable {
        /// Somebody has committed something.
        case store
        /// The minute is another: what is late may be more.
        case clock
        /// What the caller looks at besides: its terminal has another size.
        case other
    }
    private let store: ReviewStore
    private var mark: Int64
    private var minute: Int64

    /// Make it before the first look at the store, so that nothing committed in between is missed.
    package init(_ store: ReviewStore) throws {
        self.store = store
        mark = try store.changeMark()
        minute = Clock.now.seconds / 60
    }

    /// Looks once a second until something has changed.
    package mutating func next(or hasChanged: () -> Bool = { false }) throws -> Change {
        while true {
            poll(nil, 0, 1000)
            if hasChanged() { return .other }
            let current = try store.changeMark()
            if current != mark {
                mark = current
                return .store
            }
            let now = Clock.now.seconds / 60
            if now != minute {
                minute = now
                return .clock
            }
        }
    }
}
