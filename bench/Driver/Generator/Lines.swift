import Glibc

/// Writes the made-up submissions as a `.jsonl` file.
enum Lines {
    static func write(rows: Int, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw BenchFault("\(path) can't be written: error \(errno)") }
        defer { close(descriptor) }
        let invention = Invention(rows: rows)
        var pending: [UInt8] = []
        // Row 0 has its evidence in a file; here all is in the line.
        for row in 1...max(rows, 1) {
            pending += invention.line(row).utf8
            if pending.count > 1 << 20 || row == rows {
                try writeAll(pending, to: descriptor)
                pending.removeAll(keepingCapacity: true)
            }
        }
    }
}

func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws {
    var left = bytes[...]
    while !left.isEmpty {
        let count = left.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno != EINTR { throw BenchFault("A write failed: error \(errno)") }
        left = left.dropFirst(max(0, count))
    }
}

func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw BenchFault("\(path) can't be written: error \(errno)") }
    defer { close(descriptor) }
    try writeAll(Array(text.utf8), to: descriptor)
}

/// For the one who waits, on standard error; the table alone goes to standard output.
func warn(_ text: String, end: String = "\n") { try? writeAll(Array((text + end).utf8), to: 2) }
func say(_ text: String) { warn(text) }
