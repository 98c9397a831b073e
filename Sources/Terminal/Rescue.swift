import Glibc
import Synchronization

/// Gives the terminal back from inside a signal handler, whatever the program was doing.
///
/// A handler may call only what POSIX lists as async-signal-safe (signal-safety(7)): here `write`, `tcsetattr`, `sigaction`,
/// `raise`, `alarm` and `pthread_sigmask`. It may not allocate, retain or take a lock, so all it needs lies ready in one block.
struct Rescue: ~Copyable {
    /// 1 while the terminal is ours. Set last and cleared first, so whoever reads 1 finds the rest in place.
    let isArmed = Atomic<Int32>(0)
    /// 1 while another program has the terminal: Ctrl-C and Ctrl-Z are meant for that one.
    let isAway = Atomic<Int32>(0)
    /// The first signal that asked for the end, or 0.
    let pending = Atomic<Int32>(0)
    /// Where events are written, or -1.
    let pipe = Atomic<Int32>(-1)

    /// The terminal, how it was before us, and the bytes that leave our mode. Written only while `isArmed` is 0.
    var terminal: Int32 = -1
    let modes: UnsafeMutablePointer<termios> = .allocate(capacity: 1)
    let bytes: UnsafeMutablePointer<UInt8> = .allocate(capacity: Rescue.room)
    var count = 0

    static let room = 512

    /// For handlers. Gives the terminal back once.
    borrowing func give() {
        guard isArmed.exchange(0, ordering: .acquiringAndReleasing) == 1 else { return }
        var written = 0
        while written < count {
            let sent = write(terminal, bytes + written, count - written)
            if sent <= 0 { break }
            written += sent
        }
        _ = tcsetattr(terminal, TCSANOW, modes)
    }

    /// For the program: from now on a handler knows what to do.
    mutating func arm(terminal: Int32, modes before: termios, bytes text: [UInt8]) {
        isArmed.store(0, ordering: .sequentiallyConsistent)
        self.terminal = terminal
        modes.initialize(to: before)
        count = min(text.count, Rescue.room)
        for (offset, byte) in text.prefix(count).enumerated() { bytes[offset] = byte }
        isArmed.store(1, ordering: .sequentiallyConsistent)
    }
}

/// What handlers find.
nonisolated(unsafe) let rescue: UnsafeMutablePointer<Rescue> = {
    // Safe: the pointer never changes and its block is never freed. Signals.install reads it before any handler exists, so that
    // in a handler the global is initialised and reading it is a load. The parts that change under a handler are atomics.
    let block = UnsafeMutablePointer<Rescue>.allocate(capacity: 1)
    block.initialize(to: Rescue())
    return block
}()
