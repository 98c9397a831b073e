import Glibc

/// Takes every measurement, in the order of the table, and prints it.
func measure() throws {
    let bench = try Bench.fromEnvironment()
    mkdir(bench.home, 0o755)
    if number("BENCH_RT", 0) == 1 {
        // Whatever else runs then waits for the programs measured, as far as root may ask that.
        var priority = sched_param(sched_priority: 1)
        if sched_setscheduler(0, Int32(SCHED_RR), &priority) != 0 { warn("BENCH_RT=1 needs root") }
    }
    let text = try QueueText(bench, rows: bench.rows)
    var table = Table()
    table.take("start", bench.starts(text))
    table.take("keys", bench.keys(text))
    table.take("keys, plain theme", bench.plainKeys(text))
    table.take("memory", bench.memory(text))
    table.take("idle", bench.idle)
    table.take("opening", bench.opening)
    table.take("dashboard", bench.dashboard)
    table.take("search", bench.search)
    table.take("scores", bench.scores)
    table.take("signing", bench.signings)
    table.take("import", bench.imports)
    print(table.markdown)
    print("\(table.verdict) Measured on \(try machineLine(folder: bench.folder)).")
}
