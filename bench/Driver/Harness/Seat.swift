import Glibc

/// Somebody at a terminal: a program in a pseudo-terminal of its own, whose output is read and timed as it comes.
final class Seat {
    /// One read's worth of output.
    struct Arrival {
        var at: Nanoseconds
        var bytes: Int
    }

    static let columns = 120
    static let rows = 40

    /// TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h: what `unlockpt` and `ptsname` ask, which Swift's Glibc does not show.
    private static let setLock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430

    let program: Program
    let pid: pid_t
    let started: Nanoseconds
    private let terminal: Int32
    private(set) var arrivals: [Arrival] = []
    /// What came since `forget`, to look for words in.
    private(set) var output: [UInt8] = []
    private(set) var isOver = false
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    var figures: ProcessFigures { ProcessFigures(pid: pid) }

    init(_ program: Program) throws {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var number: UInt32 = 0
        var locked: Int32 = 0
        guard terminal >= 0, ioctl(terminal, Seat.setLock, &locked) == 0, ioctl(terminal, Seat.number, &number) == 0
        else {
            throw BenchFault("No pseudo-terminal to be had.")
        }
        var size = winsize(ws_row: UInt16(Seat.rows), ws_col: UInt16(Seat.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
        _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
        self.program = program
        self.terminal = terminal
        started = now()
        pid = try start(program, .terminal(path: "/dev/pts/\(number)"))
    }

    deinit { close(terminal) }

    // MARK: - Reading

    /// Waits for output, at most until `deadline`, and takes one read of it.
    @discardableResult
    func take(until deadline: Nanoseconds) -> Bool {
        guard !isOver else { return false }
        var wait = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        let left = max(0, deadline - now())
        guard poll(&wait, 1, Int32((left + 999_999) / 1_000_000)) > 0 else { return false }
        let count = read(terminal, &buffer, buffer.count)
        let at = now()
        if count <= 0 {
            // EIO: nobody holds the other side any more
            if count == 0 || (errno != EAGAIN && errno != EINTR) { isOver = true }
            return false
        }
        arrivals.append(Arrival(at: at, bytes: count))
        output += buffer[0..<count]
        return true
    }

    /// Takes output until there was none for `quiet`, and the program spent less than a tenth of that time computing: a
    /// silent program that computes has not finished its answer.
    /// - Parameter silence: how long to wait for the first byte.
    func settle(quiet: Nanoseconds, silence: Nanoseconds, deadline: Nanoseconds) throws {
        let from = now()
        let before = arrivals.count
        var cpu = figures.cpu ?? 0
        var looked = from
        while !isOver {
            if now() > deadline { throw BenchFault("\(program.label) does not come to rest.") }
            let last = arrivals.count > before ? arrivals[arrivals.count - 1].at : nil
            let rest = max((last ?? from) + (last == nil ? silence : quiet), looked + quiet)
            if take(until: min(rest, deadline)) { continue }
            guard now() >= rest else { continue }
            let spent = figures.cpu ?? cpu
            if spent - cpu < (now() - looked) / 10 { return }
            cpu = spent
            looked = now()
        }
    }

    func forget() {
        arrivals.removeAll(keepingCapacity: true)
        output.removeAll(keepingCapacity: true)
    }

    func shows(_ text: String) -> Bool { output.contains(Array(text.utf8)) }

    // MARK: - Typing

    func type(_ keys: String) throws {
        var bytes = Array(keys.utf8)[...]
        let deadline = now() + .milliseconds(5000)
        while !bytes.isEmpty, !isOver {
            let count = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if now() > deadline {
                throw BenchFault("\(program.label) reads no keys.")
            } else {
                take(until: now() + .milliseconds(5))
            }
        }
    }

    // MARK: - Leaving

    /// Asks the program to leave, makes it where it does not, and waits for its end.
    func leave() {
        try? type(program.quitKeys)
        let deadline = now() + .milliseconds(2000)
        while !isOver, now() < deadline { take(until: deadline) }
        if !isOver {
            kill(pid, SIGHUP)
            let patience = now() + .milliseconds(1000)
            while !isOver, now() < patience { take(until: patience) }
        }
        if !isOver { kill(pid, SIGKILL) }
        _ = outcome(of: pid)
    }
}
