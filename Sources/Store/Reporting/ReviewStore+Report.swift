import Core

extension ReviewStore {
    /// Sums over everything that was decided, of one moment. Reads every decision once: the one scan of this size that is
    /// meant, since a report is made now and then and counts what no tally keeps. Memory holds the sums only.
    /// - Parameter progress: called now and then with decisions read and decisions in all.
    package func report(as caller: Caller, now: Instant, progress: (Int, Int) -> Void = { _, _ in }) throws
        -> ReportFigures
    {
        try caller.require(.report)
        return try driver.read { database in
            var figures = ReportFigures(
                programme: try ReviewStore.setting("programme", database) ?? "",
                policy: try ReviewStore.policy(database), zone: try ReviewStore.zoneRules(database), now: now)
            try ReportScan(database: database).run(into: &figures, progress)
            return figures
        }
    }
}

struct ReportScan {
    let database: any Database

    func run(into figures: inout ReportFigures, _ progress: (Int, Int) -> Void) throws {
        try decisions(into: &figures, progress)
        try reads(into: &figures)
    }

    private struct Version: Hashable {
        var credential: Int64
        var number: Int64
    }

    private func decisions(into figures: inout ReportFigures, _ progress: (Int, Int) -> Void) throws {
        let all = try Tally(database: database).count(
            Selection(states: SubmissionState.allCases.filter { !$0.isOpen }))
        let districts = Dictionary(
            uniqueKeysWithValues: try database.all("SELECT seq, name FROM district") { ($0.int(0), $0.text(1)) })
        var known: [Version: MicroCredential] = [:]
        let statement = try database.statement(
            """
            SELECT s.district, s.credential, s.version, s.attempt, s.submitted_at, s.due_at, d.kind, d.at
            FROM decision d JOIN submission s ON s.seq = d.submission
            """)
        defer { statement.close() }
        try statement.open([])
        while try statement.next() {
            let version = Version(credential: statement.int(1), number: statement.int(2))
            guard let kind = Decision.Kind(rawValue: statement.text(6)) else {
                throw DatabaseFault(kind: .damaged, message: "no decision is called \(statement.text(6))")
            }
            let microCredential = try known[version] ?? microCredential(version)
            known[version] = microCredential
            figures.names[microCredential.id] = microCredential.name
            figures.add(
                ReportFigures.Decided(
                    district: districts[statement.int(0)] ?? "", microCredential: microCredential.id,
                    attempt: Int(statement.int(3)), submittedAt: Instant(seconds: statement.int(4)),
                    dueAt: Instant(seconds: statement.int(5)), kind: kind,
                    decidedAt: Instant(seconds: statement.int(7)), credit: microCredential.credit))
            if figures.total.all.isMultiple(of: 1_000) { progress(figures.total.all, Int(all)) }
        }
    }

    private func microCredential(_ version: Version) throws -> MicroCredential {
        let id = try database.first("SELECT id FROM credential WHERE seq = ?1", .int(version.credential)) { $0.text(0) }
        guard let id, let found = try MicroCredentials.find(id, Int(version.number), database) else {
            throw DatabaseFault(kind: .damaged, message: "the micro-credential \(version.credential) is missing")
        }
        return found
    }

    /// The first two cards of each submission that was judged to its end: nothing that is still sealed is counted.
    private func reads(into figures: inout ReportFigures) throws {
        let statement = try database.statement(
            """
            SELECT k.submission, k.seq, c.criterion, c.level FROM scorecard k
            JOIN submission s ON s.seq = k.submission JOIN score c ON c.scorecard = k.seq
            WHERE k.state = 'submitted' AND s.state IN (5, 6) AND c.level IS NOT NULL ORDER BY k.submission
            """)
        defer { statement.close() }
        try statement.open([])
        var submission: Int64?
        var cards: [Int64: [String: String]] = [:]
        while try statement.next() {
            if statement.int(0) != submission {
                count(cards, &figures)
                cards = [:]
                submission = statement.int(0)
            }
            cards[statement.int(1), default: [:]][statement.text(2)] = statement.text(3)
        }
        count(cards, &figures)
    }

    private func count(_ cards: [Int64: [String: String]], _ figures: inout ReportFigures) {
        let inOrder = cards.sorted { $0.key < $1.key }.map(\.value)
        guard inOrder.count > 1 else { return }
        figures.agreement.add(
            inOrder[0].sorted { $0.key < $1.key }.compactMap { criterion, level in
                inOrder[1][criterion].map { (first: level, second: $0) }
            })
    }
}
