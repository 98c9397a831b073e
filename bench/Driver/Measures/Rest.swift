/// What a program takes when it has walked a long way, and when nobody types.
struct Rest {
    var residentMiB: Double
    var ownMiB: Double

    /// Memory after `pages` pages.
    static func afterWalking(_ pages: Int, _ program: Program) throws -> Rest {
        let seat = try Seat(program)
        defer { seat.leave() }
        _ = try seat.firstScreen()
        for _ in 0..<pages { _ = try seat.press("\u{1B}[6~", quiet: .milliseconds(1)) }
        try seat.settle(
            quiet: .milliseconds(300), silence: .milliseconds(300), deadline: now() + .milliseconds(20_000))
        let memory = seat.figures.memory
        return Rest(residentMiB: Double(memory.resident) / 1024, ownMiB: Double(memory.own) / 1024)
    }

    /// Wake-ups a second, bytes in all and CPU milliseconds a second over `seconds` in which nothing happens.
    static func idle(_ program: Program, seconds: Int) throws -> (wakeups: Double, bytes: Int, cpu: Double) {
        let seat = try Seat(program)
        defer { seat.leave() }
        _ = try seat.firstScreen()
        try seat.settle(
            quiet: .milliseconds(1500), silence: .milliseconds(1500), deadline: now() + .milliseconds(20_000))
        seat.forget()
        let (sleeps, cpu, from) = (seat.figures.sleeps, seat.figures.cpu ?? 0, now())
        let end = from + .milliseconds(seconds * 1000)
        while now() < end, !seat.isOver { seat.take(until: end) }
        let bytes = seat.arrivals.reduce(0) { $0 + $1.bytes }
        let spent = ((seat.figures.cpu ?? cpu) - cpu).milliseconds
        return (Double(seat.figures.sleeps - sleeps) / Double(seconds), bytes, spent / Double(seconds))
    }
}
