import Core

/// The queue screen: a window of rows, never the whole queue.
package struct QueueState: Equatable, Sendable {
    package init() {}
}
