import Core
import Screen
import Text

/// All that the console knows. Equal states draw equal frames.
package struct ConsoleState: Equatable, Sendable {
    package var size: Size
    package var now: Instant
    /// Seconds east of UTC of the deadline's zone, for dates on screen.
    package var zoneOffset: Int
    package var caller: Caller
    /// No other program, no file by path (contract, promise 5).
    package var isRestricted: Bool
    package var keymap: Keymap
    package var summary: QueueSummary
    /// The counts have been read: until then none are shown, for 0 would be a lie.
    package var isCounted = false
    package var queue: QueueState
    /// The approval sessions, over the queue and under a review.
    package var batch: BatchState?
    /// Open over the queue.
    package var review: ReviewState?
    /// Open over the queue, or waiting under it.
    package var dashboard: DashboardState?
    /// Open over either: help, palette, a menu, a question.
    package var overlay: Overlay?
    /// The last line: what just happened. An error stays until the next key.
    package var notice: Notice?
    /// A submission has been asked for and not been answered yet.
    var isOpening = false
    /// Keys typed meanwhile: they are meant for what is about to be on the screen.
    var heldKeys: [Key] = []

    package init(size: Size, now: Instant, zoneOffset: Int, caller: Caller, isRestricted: Bool, keymap: Keymap) {
        self.size = size
        self.now = now
        self.zoneOffset = zoneOffset
        self.caller = caller
        self.isRestricted = isRestricted
        self.keymap = keymap
        summary = QueueSummary(pending: 0, overdue: 0, mine: 0, programme: "")
        queue = QueueState(filter: .standard(for: caller))
    }
}

package enum Notice: Equatable, Sendable {
    case said(SafeText)
    case failed(SafeText)

    var text: SafeText {
        switch self {
        case .said(let text), .failed(let text): text
        }
    }
}
