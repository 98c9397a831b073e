import Glibc
import Screen
import Text

/// A program in a terminal of its own: the real binary, real keys, and what a person would see.
///
/// ```swift
/// let console = try PtyProcess(path, ["queue"], size: Size(columns: 80, rows: 24))
/// try console.wait { $0.contains("3 pending") }
/// try console.type("j")
/// try console.wait { $0.row(2).hasPrefix(">") }
/// let bytes = try console.bytes { try console.type("j") } until: { $0.row(3).hasPrefix(">") }
/// try console.type("q")
/// #expect(try console.waitForExit() == .status(0))
/// ```
///
/// Nothing here sleeps: every wait ends with what it waits for, or fails at its deadline with a picture of the screen. The
/// program is a session leader and the pty its controlling terminal, so closing it hangs the program up as a dropped line would.
package final class PtyProcess {
    package enum Exit: Equatable, Sendable {
        case status(Int32)
        case signal(Int32)
    }

    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    package let identifier: pid_t
    package private(set) var screen: PtyEmulator
    /// All bytes the program has sent.
    package private(set) var received = 0
    /// The last of them, for a failure's message.
    package private(set) var recent: [UInt8] = []
    /// All of them, where `keepsTranscript` was set: to see to it that something was never sent.
    package private(set) var transcript: [UInt8] = []
    package var keepsTranscript = false
    private var master: Int32
    private var exit: Exit?

    /// Milliseconds that a wait may take: far more than anything needs, on a busy machine too.
    package static let patience = 20_000

    /// - Parameter environment: the whole of it, but for TERM, LANG, HOME and PATH, which are set where they are missing.
    package init(
        _ path: String, _ arguments: [String] = [], size: Size = Size(columns: 80, rows: 24),
        environment: [String: String] = [:]
    ) throws {
        // What posix_openpt, unlockpt and ptsname do; the Glibc module does not show those.
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (unlocked, number): (Int32, Int32) = (0, 0)
        let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)  // TIOCSPTLCK, TIOCGPTN
        guard master >= 0, ioctl(master, setLock, &unlocked) == 0, ioctl(master, getNumber, &number) == 0 else {
            throw Failure(description: "no pty")
        }
        let name = "/dev/pts/\(number)"
        self.master = master
        screen = PtyEmulator(size: size)
        useUnicodeWidths()
        Self.set(size, of: master)

        var all = environment
        for (key, value) in [
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
        ]
        where all[key] == nil {
            all[key] = value
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session leader opens becomes its controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigfillset(&defaults)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which the Glibc module does not show
        posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var variables = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var identifier: pid_t = 0
        let fault = posix_spawn(&identifier, path, &actions, &attributes, &words, &variables)
        guard fault == 0 else {
            close(master)
            throw Failure(description: "\(path) could not be started: \(String(cString: strerror(fault)))")
        }
        self.identifier = identifier
    }

    deinit {
        if exit == nil {
            kill(identifier, SIGKILL)
            var status: Int32 = 0
            waitpid(identifier, &status, 0)
        }
        if master >= 0 { close(master) }
    }

    // MARK: - What a person does

    /// Sends text as it is typed: characters, and named keys in angle brackets (`<Enter>`, `<PgDn>`, `<C-r>`, `<A-x>`, `<lt>`).
    package func type(_ keys: String) throws { try send(PtyKeys.bytes(keys)) }

    /// Text as a terminal with bracketed paste sends it.
    package func paste(_ text: String) throws { try send(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)) }

    /// Bytes as they are. The program's output is read meanwhile, or both could wait for each other.
    package func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            var line = pollfd(fd: master, events: Int16(POLLOUT | POLLIN), revents: 0)
            guard poll(&line, 1, Int32(Self.patience)) > 0 else { throw failure("the program takes no input") }
            if Int32(line.revents) & POLLIN != 0 { pump() }
            guard Int32(line.revents) & POLLOUT != 0 else {
                if Int32(line.revents) & (POLLHUP | POLLERR) != 0 { throw failure("the program is gone") }
                continue
            }
            let count = bytes[sent..<min(bytes.count, sent + 1024)].withUnsafeBytes {
                write(master, $0.baseAddress, $0.count)
            }
            if count <= 0 { throw failure("the program takes no input") }
            sent += count
        }
    }

    package func resize(_ size: Size) {
        screen.resize(size)
        Self.set(size, of: master)  // the kernel sends SIGWINCH
    }

    package func signal(_ number: Int32) { kill(identifier, number) }

    /// The line drops.
    package func hangUp() {
        if master >= 0 { close(master) }
        master = -1
    }

    // MARK: - What a person sees

    /// Reads until the screen is as it should be.
    package func wait(_ what: String = "the screen", until holds: (PtyEmulator) -> Bool) throws {
        let end = Self.now() + Self.patience
        while !holds(screen) {
            guard pump(within: end - Self.now()) else { throw failure("\(what) did not come") }
        }
    }

    /// Reads until the program has been silent and asleep for `silence` milliseconds.
    package func settle(silence: Int = 20) throws {
        let end = Self.now() + Self.patience
        while pump(within: silence) || !isAsleep {
            if Self.now() > end { throw failure("the program never came to rest") }
        }
    }

    /// How many bytes the program sends from `action` until the screen is as it should be and the program at rest.
    package func bytes(
        sentBy action: () throws -> Void, until holds: (PtyEmulator) -> Bool
    ) throws -> Int {
        try settle()
        let before = received
        try action()
        try wait(until: holds)
        try settle()
        return received - before
    }

    /// Reads to the end, and says how the program ended.
    package func waitForExit() throws -> Exit {
        if let exit { return exit }
        let end = Self.now() + Self.patience
        while Self.now() < end {
            var status: Int32 = 0
            if waitpid(identifier, &status, WNOHANG) == identifier {
                while master >= 0, pump(within: 0) {}
                let signal = status & 0x7F
                let found: Exit = signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
                exit = found
                return found
            }
            _ = pump(within: 5)
        }
        throw failure("the program did not end")
    }

    /// Line discipline of the terminal: what a shell would find after the program.
    package var modes: termios {
        var modes = termios()
        tcgetattr(master, &modes)
        return modes
    }

    /// True where the terminal is as a shell wants it: lines, echo, CR to LF.
    package var isCooked: Bool {
        let modes = self.modes
        let local = tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        return modes.c_lflag & local == local && modes.c_iflag & tcflag_t(ICRNL | IXON) == tcflag_t(ICRNL | IXON)
    }

    // MARK: - Bytes

    /// Reads what comes within so many milliseconds; false if nothing did.
    @discardableResult
    private func pump(within milliseconds: Int = 0) -> Bool {
        guard master >= 0 else { return false }
        var line = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&line, 1, Int32(max(0, milliseconds))) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &bytes, bytes.count)
        guard count > 0 else {
            // The program closed its side: polling again would return at once, over and over.
            if exit == nil { usleepUntilChildChanges() }
            return false
        }
        received += count
        if keepsTranscript { transcript += bytes[..<count] }
        recent = Array((recent + bytes[..<count]).suffix(400))
        screen.feed(bytes[..<count])
        return true
    }

    /// Waits for the end of the child without using up the processor and without reaping it.
    private func usleepUntilChildChanges() {
        var info = siginfo_t()
        waitid(P_PID, id_t(identifier), &info, WEXITED | WNOWAIT)
    }

    /// All threads of the program sleep.
    private var isAsleep: Bool {
        guard let file = fopen("/proc/\(identifier)/stat", "r") else { return true }
        defer { fclose(file) }
        var text = [CChar](repeating: 0, count: 512)
        let count = fread(&text, 1, text.count - 1, file)
        // "pid (name) S ...": the name may hold anything, so the last parenthesis counts.
        guard let close = text[..<count].lastIndex(of: CChar(bitPattern: UInt8(ascii: ")"))), close + 2 < count else {
            return true
        }
        return text[close + 2] != CChar(bitPattern: UInt8(ascii: "R"))
    }

    private func failure(_ what: String) -> Failure {
        let picture = screen.rows.map { "|" + $0 }.joined(separator: "\n")
        let bytes = recent.map { 0x20...0x7E ~= $0 ? String(Unicode.Scalar($0)) : "\\x" + String($0, radix: 16) }
            .joined()
        return Failure(
            description: "\(what); the screen is\n\(picture)\nunknown: \(screen.unknown)\nlast bytes: \(bytes)")
    }

    private static func set(_ size: Size, of terminal: Int32) {
        var window = winsize()
        window.ws_col = UInt16(clamping: size.columns)
        window.ws_row = UInt16(clamping: size.rows)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
