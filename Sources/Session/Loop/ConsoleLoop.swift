import Console
import Core
import Glibc
import Screen
import Store
import Terminal

/// The blocking loop of the console: it owns the state, sleeps in `poll`, handles all that has come, draws one frame.
struct ConsoleLoop<Window: Display> {
    var state: ConsoleState
    var window: Window
    let signals: Signals
    let mailbox: Mailbox
    let store: ReviewStore
    let performer: Performer

    private var timers = Timers()
    private var title = TitleBar()
    private var hasEnded = false
    private var mark: Int64 = 0
    private var nextLook = 0
    /// The store answered when it was last asked.
    private var isReached = true
    private var hasTrimmed = false

    /// Milliseconds between two looks for what others have committed.
    static var lookEvery: Int { 1000 }

    init(
        state: ConsoleState, window: Window, signals: Signals, mailbox: Mailbox, store: ReviewStore,
        performer: Performer
    ) {
        self.state = state
        self.window = window
        self.signals = signals
        self.mailbox = mailbox
        self.store = store
        self.performer = performer
    }

    /// Returns when the person has left, or was made to.
    mutating func run() {
        // Before the first look at the list: what is committed in between is then noticed.
        mark = (try? store.changeMark()) ?? 0
        perform(state.start())
        draw()
        nextLook = Clock.ticks + Self.lookEvery
        while !hasEnded {
            let ready = sleep()
            var messages = signalled()
            if ready.isLost { messages.append(.hangUp) }
            messages += typed()
            messages += posted()
            messages += timers.takeDue(now: Clock.ticks).map(Message.timer)
            messages += looked()
            for message in messages where !hasEnded {
                perform(state.update(message))
                if message == .hangUp { hasEnded = true }
            }
            if !messages.isEmpty, !hasEnded { draw() }
        }
        window.end()
    }

    // MARK: - What comes in

    private func sleep() -> (isLost: Bool, Void) {
        let now = Clock.ticks
        let waits = [max(0, nextLook - now), timers.untilNext(now: now), window.inputTimeout].compactMap(\.self)
        var descriptors = [window.inputDescriptor, mailbox.readEnd, signals.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let count = poll(&descriptors, nfds_t(descriptors.count), Int32(waits.min() ?? Self.lookEvery))
        let lost = count > 0 && descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
        return (lost, ())
    }

    private mutating func signalled() -> [Message] {
        var messages: [Message] = []
        for event in signals.take() {
            switch event {
            case .resized: messages.append(.resized(window.resize()))
            case .terminate, .hangUp, .interrupt: messages.append(.hangUp)
            case .stop where state.isRestricted: continue
            case .stop:
                perform(state.update(.timer(.placeIdle)))
                window.suspend()
                signals.stop()
                window.resume()
                messages.append(.resized(window.size))
            case .continued:
                window.resume()
                messages.append(.resized(window.size))
            }
        }
        return messages
    }

    private mutating func typed() -> [Message] {
        do {
            return try window.keys().map(Message.key)
        } catch {
            return [.hangUp]
        }
    }

    private func posted() -> [Message] {
        mailbox.takeAll().compactMap { letter in
            letter.submission == nil || letter.submission == performer.submission ? letter.message : nil
        }
    }

    /// Once a second: has anybody else committed, has the minute changed?
    private mutating func looked() -> [Message] {
        guard Clock.ticks >= nextLook else { return [] }
        nextLook = Clock.ticks + Self.lookEvery
        if !hasTrimmed {
            hasTrimmed = true
            Footprint.trim()
        }
        var messages: [Message] = []
        let now = Clock.now
        if now.seconds / 60 != state.now.seconds / 60 { messages.append(.clock(now)) }
        do {
            let current = try store.changeMark()
            if current != mark { messages.append(.storeChanged) }
            mark = current
            isReached = true
        } catch {
            // Said once, not once a second.
            if isReached { messages.append(.refused(Refusal(wrapping: error), .refresh)) }
            isReached = false
        }
        return messages
    }

    // MARK: - What goes out

    private mutating func perform(_ effects: [Effect]) {
        var waiting = effects
        while !waiting.isEmpty {
            switch performer.perform(waiting.removeFirst()) {
            case .messages(let messages):
                for message in messages { waiting += state.update(message) }
            case .quit: hasEnded = true
            case .repaint: window.repaint()
            case .suspend: Signals.stopJob()
            case .edit(let text): waiting += state.update(edit(text))
            case .startTimer(let timer, let milliseconds):
                timers.start(timer, milliseconds: milliseconds, now: Clock.ticks)
            }
        }
    }

    private mutating func edit(_ text: String) -> Message {
        guard !state.isRestricted else { return .editorReturned(nil) }
        window.suspend()
        signals.isAway = true
        defer {
            signals.isAway = false
            window.resume()
            title.forget()  // the editor may have set its own
        }
        switch OutsideEditor.edit(text) {
        case .edited(let text): return .editorReturned(text)
        case .unchanged: return .editorReturned(nil)
        case .failed(let why): return .refused(.rule("The comment is as it was: \(why)."), .editor)
        case .tooLong(let path, let excess):
            let much = excess.map { "\($0) characters" } ?? "far"
            return .refused(
                .rule(
                    "That is \(much) too long for a comment (\(CommentEditor.limit)). Nothing was saved; the text is kept in \(path)."
                ),
                .editor)
        }
    }

    private mutating func draw() {
        var frame = Frame(size: state.size)
        render(state, into: &frame)
        if let title = title.change(to: state.title) { window.setTitle(title) }
        do {
            try window.present(frame)
        } catch {
            perform(state.update(.hangUp))
            hasEnded = true
        }
    }
}
