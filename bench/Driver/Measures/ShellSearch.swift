import Glibc

/// The same texts and the same question in the sqlite3 shell: FTS5, the first page by date.
enum ShellSearch {
    /// Milliseconds from exec to the end of the answer.
    static func times(_ word: String, _ bench: Bench, rows: Int, rounds: Int) throws -> [Double] {
        let database = try made(bench, rows: rows)
        let question =
            "SELECT t.id, t.at FROM words JOIN t ON t.id = words.rowid WHERE words MATCH '\(word)' ORDER BY t.at LIMIT 36"
        var times: [Double] = []
        for round in -1..<rounds {
            let run = try Imports.shell([database, question])
            guard !run.output.isEmpty else { throw BenchFault("The sqlite3 shell does not find \(word).") }
            if round >= 0 { times.append(run.time.milliseconds) }
        }
        return times
    }

    /// Made once; found again by the next run.
    private static func made(_ bench: Bench, rows: Int) throws -> String {
        let database = "\(bench.folder)/shell-\(rows)-edition-\(Fill.edition).db"
        if access(database, R_OK) == 0 { return database }
        say("  the sqlite3 shell's own index of \(rows) submissions")
        let file = "\(bench.folder)/shell.jsonl"
        let unfinished = "\(bench.folder)/shell-unfinished.db"
        unlink(unfinished)
        defer { unlink(file) }
        try Lines.write(rows: rows, to: file)
        _ = try Imports.shell(
            Imports.intoOneColumn(unfinished, file) + [
                "CREATE TABLE t(id INTEGER PRIMARY KEY, at TEXT, text TEXT)",
                """
                INSERT INTO t SELECT rowid, json_extract(line, '$.submittedAt'), json_extract(line, '$.overview[0].answer')
                    || ' ' || json_extract(line, '$.evidence[0].text') || ' ' || json_extract(line, '$.reflection') FROM lines
                """,
                "DROP TABLE lines", "CREATE VIRTUAL TABLE words USING fts5(text, content='t', content_rowid='id')",
                "INSERT INTO words(words) VALUES ('rebuild')",
            ])
        guard rename(unfinished, database) == 0 else { throw BenchFault("\(database) can't be named: error \(errno)") }
        return database
    }
}
