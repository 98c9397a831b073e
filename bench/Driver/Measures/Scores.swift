import Glibc

/// A score by key is durable before the screen shows it; what that costs beyond the disk's own time.
enum Scores {
    /// Milliseconds from the key to the last byte, and of the disk's own write and fsync, taken in turn.
    static func byKey(_ bench: Bench, rows: Int, count: Int) throws -> (keys: [Double], disk: [Double]) {
        let id = try second(bench, rows: rows)
        let seat = try Seat(bench.console(rows: rows))
        // The claim goes back, so that the next run finds the queue as this one did.
        defer {
            seat.leave()
            _ = try? Run.of([bench.assay, "release", id], environment: bench.environment(store: rows))
        }
        let probe = try DiskProbe(folder: bench.folder)
        _ = try seat.firstScreen()
        _ = try seat.press("j", silence: .milliseconds(500))
        let opened = try seat.press("\r", quiet: .milliseconds(200), silence: .milliseconds(2000))
        guard opened.bytes > 0 else { throw BenchFault("The submission does not open.") }
        var keys: [Double] = []
        var disk: [Double] = []
        for index in 0..<count {
            let reply = try seat.press(index % 2 == 0 ? "1" : "2", silence: .milliseconds(2000))
            guard let last = reply.last else { throw BenchFault("A score by key shows nothing.") }
            keys.append(last.milliseconds)
            disk.append(try probe.time().milliseconds)
        }
        return (keys, disk)
    }

    /// The id of the queue's second row, the one scored: the first is all evidence.
    private static func second(_ bench: Bench, rows: Int) throws -> String {
        let list = try Run.succeeding(
            [bench.assay, "queue", "--limit", "2", "--tsv"], environment: bench.environment(store: rows))
        let lines = list.text.split(separator: "\n")
        guard lines.count == 3, let id = lines[2].split(separator: "\t").first else {
            throw BenchFault("The queue is not as it was made: \(list.text)")
        }
        return String(id)
    }
}

/// Appends a page to a file and waits until the disk has it.
final class DiskProbe {
    private let descriptor: Int32
    private let page = [UInt8](repeating: 0x61, count: 4096)

    init(folder: String) throws {
        let path = "\(folder)/fsync-probe"
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw BenchFault("\(path) can't be written: error \(errno)") }
        unlink(path)
    }

    deinit { close(descriptor) }

    func time() throws -> Nanoseconds {
        let from = now()
        try writeAll(page, to: descriptor)
        guard fsync(descriptor) == 0 else { throw BenchFault("fsync failed: error \(errno)") }
        return now() - from
    }
}
