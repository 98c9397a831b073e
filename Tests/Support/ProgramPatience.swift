import Glibc

extension Program {
    /// Waits until it has ended, or so many milliseconds are over: a moment to pull the plug at.
    /// - Returns: whether it has ended.
    package func hasEnded(within milliseconds: Int) -> Bool {
        var line = pollfd(fd: leashDescriptor, events: 0, revents: 0)
        return poll(&line, 1, Int32(max(0, milliseconds))) > 0
    }

    /// Milliseconds that `body` takes.
    package static func measure(_ body: () throws -> Void) rethrows -> Int {
        let clock = ContinuousClock()
        let time = try clock.measure(body).components
        return Int(time.seconds) * 1000 + Int(time.attoseconds / 1_000_000_000_000_000)
    }
}
