/// What one key, or one line of keys, brought back.
struct Reply {
    /// From the key to the first and to the last byte. Nil for a key that changed nothing.
    var first: Nanoseconds?
    var last: Nanoseconds?
    var bytes: Int
}

extension Seat {
    static let keyQuiet = Nanoseconds.milliseconds(15)

    /// Types `keys` at once and waits for the whole answer.
    func press(
        _ keys: String, quiet: Nanoseconds = Seat.keyQuiet, silence: Nanoseconds = .milliseconds(60),
        patience: Nanoseconds = .milliseconds(20_000)
    ) throws -> Reply {
        // what is still under way belongs to the key before
        while take(until: 0) {}
        forget()
        let from = now()
        try type(keys)
        try settle(quiet: quiet, silence: silence, deadline: from + patience)
        if isOver { throw BenchFault("\(program.label) ended at a key.") }
        return Reply(
            first: arrivals.first.map { $0.at - from }, last: arrivals.last.map { $0.at - from },
            bytes: arrivals.reduce(0) { $0 + $1.bytes })
    }

    /// From exec to the first and the last byte of the first screen.
    func firstScreen() throws -> Reply {
        try settle(quiet: .milliseconds(50), silence: .milliseconds(20_000), deadline: started + .milliseconds(60_000))
        guard let first = arrivals.first, let last = arrivals.last, !isOver else {
            throw BenchFault(
                "\(program.label) showed no first screen: \(String(decoding: output.prefix(300), as: UTF8.self))")
        }
        return Reply(
            first: first.at - started, last: last.at - started, bytes: arrivals.reduce(0) { $0 + $1.bytes })
    }
}
