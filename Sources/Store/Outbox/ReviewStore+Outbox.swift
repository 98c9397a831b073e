import Core

/// A letter that is in its place on the disk: what is to be marked as exported.
package struct SentLetter: Sendable {
    package var submission: String
    /// The decision that was written about: it may be taken back and made anew while the letter is written.
    package var decision: Decision
    /// File names and the SHA-256 of what is in them, in hexadecimal.
    package var files: [(name: String, sha256: String)]

    package init(submission: String, decision: Decision, files: [(name: String, sha256: String)]) {
        self.submission = submission
        self.decision = decision
        self.files = files
    }
}

/// What became of a letter that was to be marked.
package enum LetterOutcome: Equatable, Sendable {
    case sent
    /// Its files did not get their names; why. It is still owed.
    case unwritten(String)
    /// Somebody else has sent it meanwhile.
    case alreadyOut
    /// The decision is another one, or was taken back.
    case changed
}

extension Bench {
    fileprivate func outcome(_ letter: SentLetter, again: Bool) throws -> LetterOutcome {
        let detail = try Details(database: database, now: now).detail(letter.submission)
        guard detail.decision == letter.decision else { return .changed }
        return try !again && Outbox.isOut(detail.row.sequence, database) ? .alreadyOut : .sent
    }

    fileprivate mutating func mark(_ letter: SentLetter) throws {
        let record = try record(letter.submission)
        try database.run(
            "UPDATE decision SET exported_at = ?2 WHERE submission = ?1", .int(record.sequence), .int(now.seconds))
        try write(.exportLetter, record) { json in
            json.add("decision", letter.decision.kind.rawValue)
            json.array("files") { json in
                for file in letter.files {
                    json.object { json in
                        json.add("name", file.name)
                        json.add("sha256", file.sha256)
                    }
                }
            }
        }
    }
}

enum Outbox {
    /// Whether the letter about a submission's decision has gone out: from then on the decision can't simply be taken back.
    static func isOut(_ submission: Int64, _ database: any Database) throws -> Bool {
        try database.firstInt(
            "SELECT 1 FROM decision WHERE submission = ?1 AND exported_at IS NOT NULL", .int(submission)) != nil
    }
}

extension ReviewStore {
    /// Submissions whose decision has not gone out (or all that are decided), in the order they were decided.
    package func owedLetters(again: Bool, as caller: Caller) throws -> [String] {
        try caller.require(.exportLetters)
        let narrow = again ? "" : "WHERE d.exported_at IS NULL"
        return try driver.read { database in
            try database.all(
                """
                SELECT s.id FROM decision d JOIN submission s ON s.seq = d.submission \(narrow)
                ORDER BY d.at, d.submission
                """
            ) { $0.text(0) }
        }
    }

    /// The letter that a decision deserves, and the decision; nil where it has gone out already and `again` is not asked.
    /// - Throws: `Refusal.rule` where there is no decision, or the caller must not learn who the earner is.
    package func letter(_ id: String, again: Bool, as caller: Caller, now: Instant) throws -> (Letter, Decision)? {
        try caller.require(.exportLetters)
        return try driver.read { database in
            let details = Details(database: database, now: now)
            var detail = try details.detail(id)
            guard let decision = detail.decision else { throw Refusal.rule("There is no decision on \(id) yet.") }
            let policy = try ReviewStore.policy(database)
            if !caller.isAlone, Sight(caller: caller, policy: policy).hidesEarner(detail) {
                throw Refusal.rule("You have read \(id) blind; its letter is somebody else's to export.")
            }
            if !again, try Outbox.isOut(detail.row.sequence, database) { return nil }
            // What a sitting writes down as the reason is its own name: nothing to an earner.
            if try Batches(database: database).signing(detail.row.sequence) != nil { detail.decision?.reason = "" }
            let rules = try ReviewStore.zoneRules(database)
            let texts = try citedTexts(detail, database)
            let letter = Letter(
                detail, policy: policy, programme: try ReviewStore.setting("programme", database) ?? "",
                zone: { rules.offset(at: $0) }, texts: { texts[$0] })
            return letter.map { ($0, decision) }
        }
    }

    /// Marks letters as exported, on the record, each once its files have their names.
    /// - Parameters:
    ///   - publish: gives a letter's files their names. Must be quick: nobody else writes meanwhile. A rule that it throws
    ///     is that letter's outcome; anything else ends all of it.
    ///   - settle: makes the names last; called once, before anything is marked for good.
    /// - Returns: What became of each.
    package func markExported(
        _ letters: [SentLetter], again: Bool, as caller: Caller, now: Instant,
        publish: (SentLetter) throws -> Void = { _ in }, settle: () throws -> Void = {}
    ) throws -> [LetterOutcome] {
        try driver.write { database in
            var bench = try Bench(database, caller: caller, now: now)
            try bench.caller.require(.exportLetters)
            let outcomes = try letters.map { letter in
                let outcome = try bench.outcome(letter, again: again)
                guard outcome == .sent else { return outcome }
                do {
                    try publish(letter)
                } catch Refusal.rule(let sentence) {
                    // The letters beside it go out.
                    return .unwritten(sentence)
                }
                try bench.mark(letter)
                return outcome
            }
            try settle()
            try bench.finish()
            return outcomes
        }
    }

    /// Texts of the evidence that a submitted card cites.
    private func citedTexts(_ detail: SubmissionDetail, _ database: any Database) throws -> [String: String] {
        let cited = Set(
            detail.scorecards.filter { $0.state == .submitted }.flatMap(\.scores).flatMap(\.citations).map(\.evidence))
        var texts: [String: String] = [:]
        for item in detail.evidence where cited.contains(item.id) {
            switch item.body {
            case .link: break
            case .text(let text): texts[item.id] = text
            case .content:
                guard ReadableText.isReadable(item.kind),
                    let content = try database.firstInt(
                        "SELECT content FROM evidence_content WHERE submission = ?1 AND evidence = ?2",
                        .int(detail.row.sequence), .text(item.id))
                else { continue }
                let bytes = try ContentStore(database: database).read(content, limit: ReadableText.longest)
                texts[item.id] = String(decoding: bytes, as: UTF8.self)
            }
        }
        return texts
    }
}
