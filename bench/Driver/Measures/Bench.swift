import Glibc

/// What is measured, and where. The settings come from the environment: `bench/run.sh` knows them.
struct Bench {
    var assay: String
    var list: String
    /// Where stores and scratch files are; its file system is the one whose fsync counts.
    var folder: String
    var rows: Int
    /// The small store that the large ones are held against.
    var smallRows: Int
    /// The largest, 0 where it was not asked for.
    var hugeRows: Int
    var rounds: Int

    static func fromEnvironment() throws -> Bench {
        Bench(
            assay: try setting("BENCH_ASSAY"), list: try setting("BENCH_LIST"), folder: try setting("BENCH_DIR"),
            rows: number("BENCH_ROWS", 1_000_000), smallRows: number("BENCH_SMALL_ROWS", 10_000),
            hugeRows: number("BENCH_HUGE_ROWS", 0), rounds: number("BENCH_ROUNDS", 21))
    }

    func store(_ rows: Int) -> String { "\(folder)/store-\(rows).db" }

    /// An empty home: nobody's settings.
    var home: String { "\(folder)/home" }

    func environment(store rows: Int) -> [String] { Program.environment(home: home, store: store(rows)) }

    /// The console on a store.
    func console(rows: Int, theme: String? = nil) -> Program {
        Program(
            label: "assay", arguments: [assay] + (theme.map { ["--theme", $0] } ?? []),
            environment: environment(store: rows))
    }

    /// The yardstick, showing what assay's first screen shows.
    func yardstick(_ text: QueueText, marker: Bool = false) -> Program {
        Program(
            label: "C list",
            arguments: [
                list, "-N", String(rows), "-f", text.file, "-H", String(QueueText.head), "-F", String(QueueText.foot),
            ]
                + (marker ? ["-m"] : []), environment: Program.environment(home: home))
    }
}

private func setting(_ name: String) throws -> String {
    guard let value = getenv(name) else { throw BenchFault("\(name) is not set; start bench/run.sh.") }
    return String(cString: value)
}

func number(_ name: String, _ otherwise: Int) -> Int { getenv(name).flatMap { Int(String(cString: $0)) } ?? otherwise }
