import Glibc

/// Signals as events that the loop reads from a pipe, and the terminal given back by those that leave no loop.
///
/// - SIGTERM, SIGHUP, SIGINT: an event, so that the loop can save; if the process still lives two seconds later it gives the
///   terminal back and ends as the signal would have ended it.
/// - SIGWINCH, SIGTSTP, SIGCONT: an event.
/// - SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT: the terminal is given back at once, then the signal does its work.
///
/// Install before the display is opened: curses puts in its own handlers only where it finds none.
package final class Signals {
    package enum Event: UInt8, Sendable {
        case resized = 0x77
        case terminate = 0x74
        case hangUp = 0x68
        case interrupt = 0x69
        /// Ctrl-Z: suspend the display, then call `stop()`, then resume the display.
        case stop = 0x7A
        /// The process runs again after somebody else stopped it: resume the display.
        case continued = 0x63
    }

    /// Seconds that the loop has to save and end.
    package static let grace: UInt32 = 2

    /// For `poll`: readable when an event waits.
    package let descriptor: Int32
    private let writer: Int32
    private var held: [Event] = []

    private init(descriptor: Int32, writer: Int32) {
        self.descriptor = descriptor
        self.writer = writer
    }

    /// Once in a process.
    /// - Returns: nil where the system gives no pipe.
    package static func install() -> Signals? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        rescue.pointee.pipe.store(ends[1], ordering: .sequentiallyConsistent)
        useAlternateStack()
        for signal in [SIGTERM, SIGHUP, SIGINT] { handle(signal, flags: SA_RESTART, askedToEnd) }
        for signal in [SIGWINCH, SIGTSTP, SIGCONT] { handle(signal, flags: SA_RESTART, noted) }
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT] {
            handle(signal, flags: Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER | SA_ONSTACK, died)
        }
        handle(SIGALRM, flags: 0, overdue)
        handle(SIGPIPE, flags: 0, SIG_IGN)  // a reader that is gone is an error of write, not the end of the program
        return Signals(descriptor: ends[0], writer: ends[1])
    }

    /// The events since the last call, oldest first, without waiting.
    package func take() -> [Event] {
        var events = held
        held = []
        var bytes = [UInt8](repeating: 0, count: 64)
        while true {
            let count = read(descriptor, &bytes, bytes.count)
            if count <= 0 { break }
            events += bytes.prefix(count).compactMap(Event.init(rawValue:))
        }
        return events
    }

    /// Asks the whole job to stop, as the terminal does where Ctrl-Z is not ours: whoever runs us may be waiting for us. It
    /// comes back to us as the event `stop`.
    package static func stopJob() { kill(0, SIGTSTP) }

    /// Stops the process as Ctrl-Z would have, and returns when it is continued. The display must be suspended.
    package func stop() {
        Signals.handle(SIGTSTP, flags: 0, SIG_DFL)
        raise(SIGTSTP)
        Signals.handle(SIGTSTP, flags: SA_RESTART, noted)
        held = take().filter { $0 != .continued && $0 != .stop }
    }

    /// While true, Ctrl-C and Ctrl-Z are for the program that has the terminal.
    package var isAway: Bool {
        get { rescue.pointee.isAway.load(ordering: .relaxed) == 1 }
        set { rescue.pointee.isAway.store(newValue ? 1 : 0, ordering: .sequentiallyConsistent) }
    }

    /// Ends the process by the signal that asked for it, so that whoever waits for it learns why. Returns if none did.
    package static func endAsAsked() {
        let signal = rescue.pointee.pending.load(ordering: .relaxed)
        if signal == 0 { return }
        handle(signal, flags: 0, SIG_DFL)
        raise(signal)
    }

    // MARK: - Handlers

    private typealias Handler = @convention(c) (Int32) -> Void

    private static func handle(_ signal: Int32, flags: Int32, _ handler: Handler?) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = flags
        sigemptyset(&action.sa_mask)
        sigaction(signal, &action, nil)
    }

    /// A stack overflow leaves no stack for its handler. Of the main thread only; 64 KiB, untouched until needed.
    private static func useAlternateStack() {
        var stack = stack_t()
        stack.ss_size = 64 << 10
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stack.ss_size, alignment: 16)
        sigaltstack(&stack, nil)
    }
}

/// Writes one event. A full pipe holds thousands that nobody has read: one more says nothing new.
private func note(_ event: Signals.Event) {
    var byte = event.rawValue
    let before = errno
    _ = write(rescue.pointee.pipe.load(ordering: .relaxed), &byte, 1)
    errno = before
}

private func noted(_ signal: Int32) {
    switch signal {
    case SIGWINCH: note(.resized)
    case SIGCONT: note(.continued)
    default: if rescue.pointee.isAway.load(ordering: .relaxed) == 0 { note(.stop) }
    }
}

private func askedToEnd(_ signal: Int32) {
    if signal == SIGINT, rescue.pointee.isAway.load(ordering: .relaxed) == 1 { return }
    let (first, _) = rescue.pointee.pending.compareExchange(expected: 0, desired: signal, ordering: .relaxed)
    if first { alarm(Signals.grace) }
    note(signal == SIGTERM ? .terminate : signal == SIGHUP ? .hangUp : .interrupt)
}

/// The loop did not end in time.
private func overdue(_ signal: Int32) {
    rescue.pointee.give()
    Signals.endAsAsked()
}

/// SA_RESETHAND has put the default action back: raising it once more ends the process, with its core.
private func died(_ signal: Int32) {
    rescue.pointee.give()
    raise(signal)
}
