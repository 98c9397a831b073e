extension Bench {
    func opening(_ table: inout Table) throws {
        let times = try Answers.opening(self, rows: rows, rounds: max(3, rounds / 3))
        let median = times.median ?? 0
        table.add(
            "opening a submission with \(Invention.longLines.grouped) lines of evidence",
            target: "at most 20 ms to last byte", found: "\(median.text(1)) ms", holds: median <= 20)
    }

    /// From exec to the dashboard, by way of the queue, against the queue alone.
    func dashboard(_ table: inout Table) throws {
        let count = max(3, rounds / 3)
        let queue = try Starts([console(rows: rows)], rounds: count).milliseconds(0)
        let large = try Answers.dashboard(self, rows: rows, rounds: count).median ?? 0
        let small = try Answers.dashboard(self, rows: smallRows, rounds: count).median ?? 0
        let ratio = queue > 0 ? (queue + large) / queue : 0
        table.add(
            "first paint of the dashboard, \(rows.grouped) submissions", target: "at most 1.5x the first queue screen",
            found: "\(ratio.text(2))x: \(large.text(2)) ms after the queue's \(queue.text(2)) "
                + "(\(small.text(2)) at \(smallRows.grouped))",
            holds: ratio <= 1.5)
    }

    func search(_ table: inout Table) throws {
        for (word, what, most) in [
            (Vocabulary.rare, "a rare word", 10.0), (Vocabulary.common, "a word in 15% of rows", 60),
        ] {
            let count = max(3, rounds / 3)
            let median = try Answers.searching(word, self, rows: rows, rounds: count).median ?? 0
            let shell = try ShellSearch.times(word, self, rows: rows, rounds: count).median ?? 0
            table.add(
                "full-text search over \(rows.grouped), first page: \(what)", target: "at most \(most.text(0)) ms",
                found: "\(median.text(1)) ms, sqlite3 shell by date \(shell.text(1))", holds: median <= most)
        }
    }

    func scores(_ table: inout Table) throws {
        let (keys, disk) = try Scores.byKey(self, rows: rows, count: 60)
        let more = zip(keys, disk).map { $0 - $1 }.median ?? 0
        table.add(
            "a score by key, durable", target: "the file system's own fsync plus at most 2 ms",
            found: "\((keys.median ?? 0).text(2)) ms: fsync \((disk.median ?? 0).text(2)) and \(more.text(2)) more",
            holds: more <= 2)
    }

    func signings(_ table: inout Table) throws {
        let count = number("BENCH_SIGNINGS", 10_000)
        let signings = try Signings(self, count: count)
        let share = zip(signings.decided, signings.signed).map { $0 / $1 }.median ?? 0
        table.add(
            "signing \(count.grouped) items of a batch session",
            target: "at least 40% of the rate of as many bare decisions, one by one",
            found: "\((share * 100).text(0))%: \((signings.signed.median ?? 0).text(2)) ms an item, "
                + "a bare decision \((signings.decided.median ?? 0).text(2))",
            holds: share >= 0.4)
    }

    func imports(_ table: inout Table) throws {
        let lines = number("BENCH_IMPORT_ROWS", 100_000)
        let imports = try Imports(self, rows: lines, rounds: 3)
        let ratio = zip(imports.assay, imports.shell).map { $0 / $1 }.median ?? 0
        table.add(
            "import of .jsonl, \(lines.grouped) small submissions",
            target: "at least 30% of the sqlite3 shell's insertion of the same bytes",
            found: "\((ratio * 100).text(0))%: \(Int(imports.assay.median ?? 0).grouped) a second, "
                + "shell \(Int(imports.shell.median ?? 0).grouped)",
            holds: ratio >= 0.3)
        let (peak, long) = (Double(imports.peak) / 1024, Double(imports.longPeak) / 1024)
        table.add(
            "memory of that import", target: "flat",
            found: "\(peak.text(1)) MiB at \(lines.grouped), \(long.text(1)) at \((lines * Imports.longer).grouped)",
            holds: long <= peak * 1.1)
    }
}
