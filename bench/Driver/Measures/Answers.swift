/// Keys that ask for more than a list's next rows: opening, searching.
enum Answers {
    /// Opens the first submission of the queue, the one with 2,000 lines of evidence; a new process every time.
    static func opening(_ bench: Bench, rows: Int, rounds: Int) throws -> [Double] {
        try asking("o", of: bench.console(rows: rows), rounds: rounds, quiet: .milliseconds(100))
    }

    /// From `/word` and Enter, all at once, to the last byte of the first page.
    static func searching(_ word: String, _ bench: Bench, rows: Int, rounds: Int) throws -> [Double] {
        try asking("/\(word)\r", of: bench.console(rows: rows), rounds: rounds, quiet: .milliseconds(150))
    }

    /// From `d` to the last byte of the dashboard.
    static func dashboard(_ bench: Bench, rows: Int, rounds: Int) throws -> [Double] {
        try asking("d", of: bench.console(rows: rows), rounds: rounds, quiet: .milliseconds(100))
    }

    private static func asking(_ keys: String, of program: Program, rounds: Int, quiet: Nanoseconds) throws -> [Double]
    {
        var times: [Double] = []
        // One round is for the files that the key needs first.
        for round in -1..<rounds {
            let seat = try Seat(program)
            // Back to the queue, and out.
            defer { seat.leave() }
            _ = try seat.firstScreen()
            let reply = try seat.press(keys, quiet: quiet, silence: .milliseconds(1000))
            guard let last = reply.last else { throw BenchFault("Nothing came back for \(keys).") }
            if round >= 0 { times.append(last.milliseconds) }
            _ = try seat.press("\u{1B}", quiet: .milliseconds(50), silence: .milliseconds(150))
        }
        return times
    }
}
