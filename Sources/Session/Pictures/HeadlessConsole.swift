import Console
import Core
import Screen
import Store

/// The console without a terminal: the same state, the same effects, each answered at once. For `assay screen`, the
/// pictures in README and the tests.
package struct HeadlessConsole {
    package private(set) var state: ConsoleState
    /// The person has left.
    package private(set) var hasEnded = false
    private let performer: Performer
    private var timers: [Timer] = []

    package init(
        store: ReviewStore, caller: Caller, setting: Setting, size: Size, now: Instant, keymap: Keymap = Keymap()
    ) {
        performer = Performer(store: store, person: caller.id, mailbox: nil)
        state = ConsoleState(
            size: size, now: now, zoneOffset: (try? store.zoneOffset(at: now)) ?? 0, caller: caller,
            isRestricted: setting.isRestricted, keymap: keymap)
        let first = state.start()
        perform(first)
    }

    package mutating func press(_ keys: [Key]) {
        for key in keys where !hasEnded { send(.key(key)) }
    }

    package mutating func send(_ message: Message) { perform(state.update(message)) }

    /// Opens a submission over the queue without claiming it.
    package mutating func open(_ id: String) { perform([.open(id, claiming: false)]) }

    /// Lets every timer run out that was asked for: what was typed is then saved.
    package mutating func settle() {
        while !timers.isEmpty { send(.timer(timers.removeFirst())) }
    }

    package var frame: Frame {
        var frame = Frame(size: state.size)
        render(state, into: &frame)
        return frame
    }

    private mutating func perform(_ effects: [Effect]) {
        var waiting = effects
        while !waiting.isEmpty {
            switch performer.perform(waiting.removeFirst()) {
            case .messages(let messages):
                for message in messages { waiting += state.update(message) }
            case .quit: hasEnded = true
            case .repaint, .suspend: break
            case .edit: waiting += state.update(.editorReturned(nil))
            case .startTimer(let timer, _):
                if !timers.contains(timer) { timers.append(timer) }
            }
        }
    }
}
