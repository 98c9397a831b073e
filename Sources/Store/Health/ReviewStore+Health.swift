import Core

extension ReviewStore {
    /// Looks at everything that can be checked; changes nothing. Reads the whole store.
    /// - Parameter progress: is told how many checks of how many are done.
    package func checkHealth(progress: (Int, Int) -> Void = { _, _ in }) -> [Finding] {
        let checks: [() -> [Finding]] = [
            driver.surface, driver.findings, { [self.logFinding()] }, { [self.talliesFinding()] },
            { [self.contentsFinding()] }, { [self.wordsFinding()] },
        ]
        return checks.enumerated().flatMap { index, check in
            let findings = check()
            progress(index + 1, checks.count)
            return findings
        }
    }

    /// What can be said of a store that does not open.
    package static func checkFile(at location: StoreLocation) -> [Finding] {
        guard case .path(let path) = location.place, location.fault == nil, SQLiteFile.exists(path) else { return [] }
        return SQLiteFile.findings(path)
    }

    /// What a person does where nothing but a backup helps; nil where there is no file.
    package static func restoring(_ location: StoreLocation) -> String? {
        guard case .path(let path) = location.place, location.fault == nil, SQLiteFile.exists(path) else { return nil }
        return SQLiteFile.restoring(path)
    }

    /// What anybody who can open the store may know of it: nothing of what is in it.
    package func checkSurface() -> [Finding] { driver.surface() }

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

    private func logFinding() -> Finding {
        finding(
            "log",
            "Somebody has changed the store outside assay: see all of it with `assay log --verify`. \(driver.restoring)"
        ) {
            let found = try verifyLog()
            guard let broken = found.brokenAt else {
                return .well(
                    "All \(found.events) events of the log are as they were written, and so is what they tell of.")
            }
            return .wrong("The log is broken at event \(broken): \(found.problems.first ?? "it does not fit.")")
        }
    }

    private func talliesFinding() -> Finding {
        finding("tallies") {
            let wrong = try driver.read { database in
                let recount = Recount(database: database)
                return try recount.wrongCells() + recount.wrongBounds() + recount.wrongSessions()
                    + DayTally.wrongCells(database) + AgeTally.wrongDays(database)
            }
            return wrong == 0
                ? .well("The kept counts are those of a recount.")
                : .wrong("\(wrong) of the kept counts are not those of a recount.")
        }
    }

    private func contentsFinding() -> Finding {
        finding("contents") {
            let found = try driver.read { try ContentCheck(database: $0).run() }
            guard let first = found.damaged.first else {
                return .well("All \(found.files) evidence files are what their SHA-256 says.")
            }
            return .wrong("\(found.damaged.count) of \(found.files) evidence files are damaged, first \(first).")
        }
    }

    private func wordsFinding() -> Finding {
        finding("words") {
            let found = try driver.read { try WordCheck(database: $0).run() }
            switch (found.missing, found.foreign) {
            case (0, 0): return .well("Search knows every submission.")
            case (let missing, 0): return .wrong("Search does not know \(missing) of the submissions.")
            case (let missing, let foreign):
                return .wrong(
                    "Search knows \(foreign) submissions that are not there, and \(missing) it does not know.")
            }
        }
    }

    private enum Look {
        case well(String)
        case wrong(String)
    }

    private func finding(_ subject: String, _ mend: String? = nil, _ look: () throws -> Look) -> Finding {
        do {
            switch try look() {
            case .well(let sentence): return Finding(grade: .good, subject: subject, sentence: sentence)
            case .wrong(let sentence):
                return Finding(grade: .fault, subject: subject, sentence: sentence, mend: mend ?? driver.restoring)
            }
        } catch {
            let words = (error as? Refusal)?.sentence ?? "It can't be checked: \(error)."
            return Finding(grade: .fault, subject: subject, sentence: words, mend: mend ?? driver.restoring)
        }
    }
}
