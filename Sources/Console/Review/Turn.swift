import Core
import Screen
import Text

/// One turn of the review: what it may look at, and what comes of it.
struct Turn {
    let size: Size
    let now: Instant
    let isRestricted: Bool
    let keymap: Keymap
    let mayScore: Bool
    var effects: [Effect] = []
    var notice: Notice?
    /// The review is over.
    var leaves = false

    init(_ state: ConsoleState) {
        size = state.size
        now = state.now
        isRestricted = state.isRestricted
        keymap = state.keymap
        mayScore = state.caller.may(.score)
    }

    mutating func say(_ text: SafeText) { notice = .said(text) }
    mutating func fail(_ text: SafeText) { notice = .failed(text) }

    /// The first key of a command, as messages name it.
    func key(_ command: Command) -> SafeText { SafeText(untrusted: keymap.keys(for: command).first?.label ?? "?") }
}
