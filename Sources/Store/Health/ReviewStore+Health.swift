import Core

extension ReviewStore {
    /// Looks at everything that can be checked; changes nothing. Reads the whole store.
    package func checkHealth() -> [Finding] {
        driver.findings() + [schemaFinding(), logFinding(), talliesFinding()]
    }

    /// Moves when another connection, of this process or of another, has committed.
    package func changeMark() throws -> Int64 { try driver.changeMark() }

    /// The version of the tables as they are stored.
    package func storedSchemaVersion() throws -> Int { try driver.schemaVersion() }

    /// A consistent copy in a new file that only its owner can read; recorded once it is complete.
    /// - Parameter replacing: whether it may take the place of a file that is there.
    package func backup(to path: String, replacing: Bool = false, as caller: Caller, now: Instant) throws {
        try caller.require(.backup)
        try driver.copy(to: path, replacing: replacing)
        try driver.write { database in
            var log = try LogBook(database)
            try log.write(.backup, by: caller.id, at: now)
            try log.close()
        }
    }

    private func schemaFinding() -> Finding {
        finding("schema", "Restore the store from a backup.") {
            let version = try driver.schemaVersion()
            return (true, "The tables are of version \(version).")
        }
    }

    private func logFinding() -> Finding {
        finding("log", "Somebody has changed the record outside assay: compare it with a backup.") {
            let found = try verifyLog()
            if let broken = found.brokenAt { return (false, "The log is broken at event \(broken).") }
            return (true, "All \(found.events) events of the log are as they were written.")
        }
    }

    private func talliesFinding() -> Finding {
        finding("tallies", "Something other than assay has written to the store; restore it from a backup.") {
            let wrong = try driver.read {
                try Recount(database: $0).wrongCells() + DayTally.wrongCells($0) + AgeTally.wrongDays($0)
            }
            return wrong == 0
                ? (true, "The kept counts are those of a recount.")
                : (false, "\(wrong) of the kept counts are not those of a recount.")
        }
    }

    private func finding(_ subject: String, _ mend: String, _ look: () throws -> (Bool, String)) -> Finding {
        do {
            let (isGood, sentence) = try look()
            return Finding(
                grade: isGood ? .good : .fault, subject: subject, sentence: sentence, mend: isGood ? nil : mend)
        } catch {
            let words = (error as? Refusal)?.sentence ?? "It can't be checked: \(error)"
            return Finding(grade: .fault, subject: subject, sentence: words, mend: mend)
        }
    }
}

/// Counts again what is kept as counts.
struct Recount {
    let database: any Database

    /// Rows of either tally that say something else than a count of the submissions.
    func wrongCells() throws -> Int {
        var wrong: Int64 = 0
        for assessor in ["0", "assessor"] {
            for district in ["0", "district"] {
                for credential in ["0", "credential"] {
                    let cells = "\(assessor) AS a, state AS s, \(district) AS d, \(credential) AS c"
                    let kept =
                        "assessor \(sign(assessor)) 0 AND district \(sign(district)) 0 AND credential \(sign(credential)) 0"
                    let narrow = assessor == "0" ? "1 = 1" : "assessor IS NOT NULL"
                    wrong += try difference(
                        "SELECT assessor, state, district, credential, n FROM tally WHERE \(kept)",
                        "SELECT \(cells), count(*) FROM submission WHERE \(narrow) GROUP BY 1, 2, 3, 4")
                    wrong += try difference(
                        "SELECT assessor, state, district, credential, due_at, n FROM due_tally WHERE \(kept)",
                        """
                        SELECT \(cells), due_at, count(*) FROM submission WHERE \(narrow) AND state <= 4
                        GROUP BY 1, 2, 3, 4, 5
                        """)
                }
            }
        }
        return Int(wrong)
    }

    private func sign(_ column: String) -> String { column == "0" ? "=" : "<>" }

    private func difference(_ left: String, _ right: String) throws -> Int64 {
        let onlyLeft = try database.firstInt("SELECT count(*) FROM (\(left) EXCEPT \(right)) AS x") ?? 0
        let onlyRight = try database.firstInt("SELECT count(*) FROM (\(right) EXCEPT \(left)) AS x") ?? 0
        return max(onlyLeft, onlyRight)
    }
}
