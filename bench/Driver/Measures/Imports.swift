import Glibc

/// `assay import` of a `.jsonl` file against the sqlite3 shell's insertion of the same lines, in turn.
struct Imports {
    /// Rows a second, every round.
    private(set) var assay: [Double] = []
    private(set) var shell: [Double] = []
    /// The most that was resident, in KiB, at `rows`, and at `longer` times as many.
    private(set) var peak = 0
    private(set) var longPeak = 0
    static let longer = 3

    init(_ bench: Bench, rows: Int, rounds: Int) throws {
        let file = "\(bench.folder)/lines-\(rows).jsonl"
        defer { unlink(file) }
        try Lines.write(rows: rows, to: file)
        for _ in 0..<rounds {
            let run = try Imports.run(bench, file)
            assay.append(Double(rows) / (run.time.milliseconds / 1000))
            peak = max(peak, run.peak)
            shell.append(Double(rows) / (try Imports.shell(bench, file).time.milliseconds / 1000))
        }
        try Lines.write(rows: rows * Imports.longer, to: file)
        longPeak = try Imports.run(bench, file).peak
    }

    private static func run(_ bench: Bench, _ file: String) throws -> Run {
        let store = "\(bench.folder)/import.db"
        unlink(store + ".stamp")
        try Fill(path: store, rows: 0).run()
        defer { for suffix in ["", "-wal", "-shm", ".stamp"] { unlink(store + suffix) } }
        return try Run.succeeding(
            [bench.assay, "--store", store, "import", file], environment: Program.environment(home: bench.home))
    }

    private static func shell(_ bench: Bench, _ file: String) throws -> Run {
        let store = "\(bench.folder)/import-shell.db"
        unlink(store)
        defer { unlink(store) }
        return try shell(intoOneColumn(store, file))
    }

    /// What makes the sqlite3 shell put all lines of a file into a table `lines`, in the one transaction of its `.import`.
    static func intoOneColumn(_ store: String, _ file: String) -> [String] {
        [
            store, "CREATE TABLE lines(line TEXT)", ".mode ascii", ".separator \"\\037\" \"\\n\"",
            ".import \(file) lines",
        ]
    }

    static func shell(_ words: [String]) throws -> Run {
        try Run.succeeding(["/usr/bin/sqlite3"] + words, environment: Program.environment(home: "/nonexistent"))
    }
}
