import Glibc

extension Program {
    /// Waits until it has ended, or so many milliseconds are over: a moment to pull the plug at.
    /// - Returns: whether it has ended.
    package func hasEnded(within milliseconds: Int) -> Bool {
        var line = pollfd(fd: leashDescriptor, events: 0, revents: 0)
        return poll(&line, 1, Int32(max(0, milliseconds))) > 0
    }

    /// Waits until it has printed so many lines; looks a few times a second.
    @discardableResult
    package func waitForLines(_ count: Int) throws -> [String] {
        for _ in 0..<Program.patience / 50 {
            let text = String(decoding: outputSoFar, as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            if lines.count >= count { return lines }
            if hasEnded(within: 50) { throw Failure(description: "it ended after \(lines.count) lines") }
        }
        throw Failure(description: "it did not print \(count) lines")
    }

    /// Milliseconds that `body` takes.
    package static func measure(_ body: () throws -> Void) rethrows -> Int {
        let clock = ContinuousClock()
        let time = try clock.measure(body).components
        return Int(time.seconds) * 1000 + Int(time.attoseconds / 1_000_000_000_000_000)
    }
}
