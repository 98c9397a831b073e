import Core

/// The tables of scorecards.
struct Scorecards {
    /// A card with what only the store knows of it.
    struct Kept {
        /// 0 while nothing is stored.
        var sequence: Int64
        /// Unguessable bytes that go into the card's digest: without them the log's reader could try out all levels.
        var salt: [UInt8]
        var card: Scorecard
    }
    let database: any Database

    /// In the order in which they were begun.
    func all(_ submission: Int64, id: String, rubric: Rubric) throws -> [Scorecard] {
        try database.all(
            """
            SELECT k.seq, p.id, k.state, k.version FROM scorecard k JOIN person p ON p.seq = k.person
            WHERE k.submission = ?1 ORDER BY k.seq
            """, .int(submission)
        ) { row in
            Scorecard(
                submission: id, assessor: row.text(1), state: try state(row.text(2)), version: Int(row.int(3)),
                scores: try scores(row.int(0), rubric))
        }
    }

    /// A person's card, blank where there is none yet.
    func kept(_ submission: Int64, id: String, person: Int64, name: String, rubric: Rubric) throws -> Kept {
        let found = try database.first(
            "SELECT seq, state, version, salt FROM scorecard WHERE submission = ?1 AND person = ?2", .int(submission),
            .int(person)
        ) { row in
            Kept(
                sequence: row.int(0), salt: row.bytes(3),
                card: Scorecard(
                    submission: id, assessor: name, state: try state(row.text(1)), version: Int(row.int(2)),
                    scores: try scores(row.int(0), rubric)))
        }
        if let found { return found }
        var random = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return Kept(sequence: 0, salt: salt, card: Scorecard(submission: id, assessor: name))
    }

    /// Stores the card's head, and those of its scores that `changed` names.
    func store(_ kept: Kept, submission: Int64, person: Int64, changed: Set<String>, at now: Instant) throws {
        try database.run(
            """
            INSERT INTO scorecard(submission, person, state, version, salt, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT(submission, person)
            DO UPDATE SET state = excluded.state, version = excluded.version, changed_at = excluded.changed_at
            """, .int(submission), .int(person), .text(kept.card.state.rawValue), .int(kept.card.version),
            .bytes(kept.salt), .int(now.seconds))
        guard
            let sequence = try database.firstInt(
                "SELECT seq FROM scorecard WHERE submission = ?1 AND person = ?2", .int(submission), .int(person))
        else { return }
        for criterion in changed {
            guard let score = kept.card.score(criterion) else {
                try database.run(
                    "DELETE FROM score WHERE scorecard = ?1 AND criterion = ?2", .int(sequence), .text(criterion))
                continue
            }
            try database.run(
                """
                INSERT INTO score(scorecard, criterion, level, comment, citations) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT(scorecard, criterion) DO UPDATE
                SET level = excluded.level, comment = excluded.comment, citations = excluded.citations
                """, .int(sequence), .text(criterion), .maybe(score.level), .text(score.comment),
                .text(citations(score.citations)))
        }
    }

    /// Hash of the whole card and its salt.
    static func digest(_ kept: Kept) -> String {
        var packing = Packing("assay/scorecard@1")
        packing.add(kept.salt)
        packing.add(kept.card.submission)
        packing.add(kept.card.assessor)
        packing.add(kept.card.state.rawValue)
        packing.add(kept.card.version)
        packing.add(kept.card.scores.count)
        for score in kept.card.scores {
            packing.add(score.criterion)
            packing.add(score.level)
            packing.add(score.comment)
            packing.add(score.citations.count)
            for citation in score.citations {
                packing.add(citation.evidence)
                packing.add(citation.from)
                packing.add(citation.to)
            }
        }
        return hex(packing.sha256)
    }

    private func scores(_ scorecard: Int64, _ rubric: Rubric) throws -> [Score] {
        let stored = try database.all(
            "SELECT criterion, level, comment, citations FROM score WHERE scorecard = ?1", .int(scorecard)
        ) { row in
            Score(
                criterion: row.text(0), level: row.maybeText(1), comment: row.text(2),
                citations: row.text(3) == "[]" ? [] : try JSONBody.value([Citation].self, row.text(3)))
        }
        return rubric.criteria.compactMap { criterion in stored.first { $0.criterion == criterion.id } }
    }

    private func citations(_ citations: [Citation]) -> String {
        var json = JSONText()
        json.array { json in
            for citation in citations {
                json.object { json in
                    json.add("evidence", citation.evidence)
                    json.add("from", citation.from)
                    json.add("to", citation.to)
                }
            }
        }
        return json.text
    }

    private func state(_ text: String) throws -> Scorecard.State {
        guard let state = Scorecard.State(rawValue: text) else {
            throw DatabaseFault(kind: .damaged, message: "no state of a scorecard is called \(text)")
        }
        return state
    }
}
