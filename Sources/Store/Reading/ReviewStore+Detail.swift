import Core

extension ReviewStore {
    /// One submission, as far as the caller may see it.
    package func detail(_ id: String, as caller: Caller, now: Instant) throws -> SubmissionDetail {
        try caller.require(.seeSubmission)
        return try driver.read { database in
            let detail = try Details(database: database, now: now).detail(id)
            return try Sight(caller: caller, policy: try ReviewStore.policy(database)).view(detail)
        }
    }

    /// The bytes of one piece of evidence: of a file as it was stored, of a text written into the submission its UTF-8.
    package func content(of evidence: String, submission: String, as caller: Caller, limit: Int? = nil) throws
        -> [UInt8]
    {
        try caller.require(.seeSubmission)
        return try driver.read { database in
            guard let sequence = try database.firstInt("SELECT seq FROM submission WHERE id = ?1", .text(submission))
            else { throw ReviewStore.noSuchSubmission(submission) }
            let policy = try ReviewStore.policy(database)
            if policy.resubmission.blindToPrior {
                let detail = try Details(database: database, now: Instant(seconds: 0)).detail(submission)
                _ = try Sight(caller: caller, policy: policy).view(detail)
            }
            if let content = try database.firstInt(
                "SELECT content FROM evidence_content WHERE submission = ?1 AND evidence = ?2", .int(sequence),
                .text(evidence))
            {
                return try ContentStore(database: database).read(content, limit: limit)
            }
            let body = try Details.body(sequence, database)
            guard let item = body.items.first(where: { $0.id == evidence }) else {
                throw Refusal.rule("\(submission) has no evidence \(evidence).")
            }
            guard case .text(let text) = item.body else {
                throw Refusal.rule("The evidence \(evidence) of \(submission) is a link; nothing of it is stored.")
            }
            return limit.map { Array(text.utf8.prefix(max(0, $0))) } ?? Array(text.utf8)
        }
    }

    static func noSuchSubmission(_ id: String) -> Refusal { .rule("There is no submission \(id).") }
}

/// Puts a submission together. What it answers is unseen by `Sight`: for the store's own rules, and for `detail`.
struct Details {
    let database: any Database
    let now: Instant

    func detail(_ id: String) throws -> SubmissionDetail {
        guard let row = try QueueRows(database: database, now: now).row(id: id) else {
            throw ReviewStore.noSuchSubmission(id)
        }
        guard let microCredential = try MicroCredentials.find(row.microCredential, row.version, database) else {
            throw DatabaseFault(kind: .damaged, message: "the micro-credential of \(id) is missing")
        }
        let body = try Details.body(row.sequence, database)
        let decision = try database.first(
            "SELECT d.kind, p.id, d.at, d.reason FROM decision d JOIN person p ON p.seq = d.person WHERE d.submission = ?1",
            .int(row.sequence)
        ) { row in
            guard let kind = Decision.Kind(rawValue: row.text(0)) else {
                throw DatabaseFault(kind: .damaged, message: "no decision is called \(row.text(0))")
            }
            return Decision(kind: kind, by: row.text(1), at: Instant(seconds: row.int(2)), reason: row.text(3))
        }
        return SubmissionDetail(
            row: row, microCredential: microCredential, earner: body.earner, overview: body.overview,
            evidence: body.items, reflection: body.reflection, whatChanged: body.whatChanged, previous: body.previous,
            attestations: body.attestations,
            scorecards: try Scorecards(database: database).all(row.sequence, id: id, rubric: microCredential.rubric),
            decision: decision, claim: try claim(row.sequence, of: id),
            adjudication: try Adjudications(database: database).find(row.sequence, microCredential.rubric),
            leaks: try Leaks(database: database).all(row.sequence))
    }

    static func body(_ sequence: Int64, _ database: any Database) throws -> SubmissionBody {
        guard
            let text = try database.first(
                "SELECT body FROM submission_body WHERE submission = ?1", .int(sequence), row: { $0.text(0) })
        else { throw DatabaseFault(kind: .damaged, message: "the body of \(name(sequence, database)) is missing") }
        return try JSONBody.value(SubmissionBody.self, text, "the body of \(name(sequence, database))")
    }

    /// For sentences about damage.
    private static func name(_ sequence: Int64, _ database: any Database) -> String {
        let id = try? database.first("SELECT id FROM submission WHERE seq = ?1", .int(sequence)) { $0.text(0) }
        return "the submission \(id ?? "numbered \(sequence)")"
    }
}
