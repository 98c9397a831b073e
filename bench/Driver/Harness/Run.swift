import Glibc

/// A program run to its end without a terminal.
struct Run {
    var status: Int32
    var time: Nanoseconds
    /// The most that was resident, in KiB, as far as looking every few milliseconds shows it.
    var peak: Int
    var output: [UInt8]

    var text: String { String(decoding: output, as: UTF8.self) }

    /// Runs `arguments`, keeping what it says on both streams.
    static func of(_ arguments: [String], environment: [String]) throws -> Run {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw BenchFault("No pipe to be had.") }
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        let program = Program(label: arguments[0], arguments: arguments, environment: environment)
        let from = now()
        let pid: pid_t
        do {
            defer { close(ends[1]) }
            pid = try start(program, .output(ends[1]))
        }
        defer { close(ends[0]) }
        var run = Run(status: 0, time: 0, peak: 0, output: [])
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let figures = ProcessFigures(pid: pid)
        while true {
            // The wait is for output or the end; it is cut short only to look at the memory.
            var wait = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
            if poll(&wait, 1, 10) > 0 {
                let count = read(ends[0], &buffer, buffer.count)
                if count == 0 || (count < 0 && errno != EINTR) { break }
                if count > 0 { run.output += buffer[0..<count] }
            }
            run.peak = max(run.peak, figures.peak ?? 0)
        }
        run.status = outcome(of: pid)
        run.time = now() - from
        return run
    }

    /// Runs what has to succeed.
    static func succeeding(_ arguments: [String], environment: [String]) throws -> Run {
        let run = try of(arguments, environment: environment)
        guard run.status == 0 else {
            throw BenchFault("\(arguments.joined(separator: " ")): exit \(run.status): \(run.text.prefix(400))")
        }
        return run
    }
}
