import Core

/// A submission as the tables have it.
struct StoredSubmission {
    var sequence: Int64
    var id: String
    var microCredential: String
    var version: Int
    var state: SubmissionState?
    var attempt: Int
    var submittedAt: Instant
    var district: String
    var evidenceCount: Int
    var assessor: String?
    var scorer: String?
    var digest: [UInt8]
    /// UTF-8 of its JSON.
    var body: [UInt8]

    /// A row of `SubmissionTables.submissions`.
    init(_ row: any PreparedStatement) {
        sequence = row.rawInt(0)
        id = row.text(1)
        microCredential = row.text(2)
        version = Int(row.rawInt(3))
        state = try? SubmissionState(code: row.rawInt(4))
        attempt = Int(row.rawInt(5))
        submittedAt = Instant(seconds: row.rawInt(6))
        district = row.text(7)
        evidenceCount = Int(row.rawInt(8))
        assessor = row.maybeText(9)
        scorer = row.maybeText(10)
        digest = row.bytes(11)
        body = row.bytes(12)
    }

    /// The submission as it was handed in, but for its version, which the file may have left out. Nil where the body can't
    /// be read.
    func submission() -> Submission? {
        guard let body = JSONScan(body), let earner = body["earner"], let overview = body["overview"]?.items,
            let evidence = body["evidence"]?.items, let reflection = body["reflection"]?.text,
            let attestations = body["attestations"]
        else { return nil }
        func text(_ value: JSONScan?, _ key: String) -> String { value?[key]?.text ?? "" }
        return Submission(
            id: id, microCredential: microCredential, version: version,
            earner: Earner(
                name: text(earner, "name"), email: text(earner, "email"), district: text(earner, "district"),
                state: text(earner, "state")), submittedAt: submittedAt, attempt: attempt,
            previous: body["previous"]?.text, whatChanged: body["whatChanged"]?.text,
            overview: overview.map { Answer(prompt: text($0, "prompt"), answer: text($0, "answer")) },
            evidence: evidence.map { item in
                let content: EvidenceItem.Body =
                    if let sha256 = item["sha256"]?.text {
                        .content(sha256: sha256, bytes: Int(clamping: item["bytes"]?.number ?? 0))
                    } else if let link = item["link"]?.text {
                        .link(link)
                    } else {
                        .text(text(item, "text"))
                    }
                return EvidenceItem(
                    id: text(item, "id"), title: text(item, "title"), answers: item["answers"]?.text,
                    kind: text(item, "kind"), fileName: item["fileName"]?.text, body: content)
            }, reflection: reflection,
            attestations: Attestations(
                readyForReview: attestations["readyForReview"]?.flag ?? false,
                release: attestations["release"]?.flag ?? false, ownWork: attestations["ownWork"]?.flag ?? false))
    }
}

/// The tables that say something of a submission, each open at its next row.
struct SubmissionTables {
    let database: any Database
    var scores: RowsAlongside
    var decisions: RowsAlongside
    var settlements: RowsAlongside
    var leaks: RowsAlongside
    var claims: RowsAlongside
    var items: RowsAlongside
    var assignments: RowsAlongside
    var contents: RowsAlongside
    private var rubrics: [String: Rubric] = [:]

    static let submissions = """
        SELECT s.seq, s.id, c.id, s.version, s.state, s.attempt, s.submitted_at, d.name, s.evidence_count, a.id, k.id,
            b.digest, b.body
        FROM submission s LEFT JOIN credential c ON c.seq = s.credential LEFT JOIN district d ON d.seq = s.district
        LEFT JOIN person a ON a.seq = s.assessor LEFT JOIN person k ON k.seq = s.scorer
        LEFT JOIN submission_body b ON b.submission = s.seq ORDER BY s.seq
        """

    init(_ database: any Database) throws {
        self.database = database
        scores = try RowsAlongside(
            database,
            """
            SELECT k.submission, k.seq, p.id, k.state, k.version, k.salt, k.changed_at, r.criterion, r.level, r.comment,
                r.citations
            FROM scorecard k LEFT JOIN person p ON p.seq = k.person LEFT JOIN score r ON r.scorecard = k.seq
            ORDER BY k.submission, k.person
            """)
        decisions = try RowsAlongside(
            database,
            """
            SELECT d.submission, d.kind, p.id, d.at, d.reason, d.exported_at
            FROM decision d LEFT JOIN person p ON p.seq = d.person ORDER BY d.submission
            """)
        settlements = try RowsAlongside(
            database,
            """
            SELECT a.submission, p.id, a.at, a.reason, l.criterion, l.level
            FROM adjudication a LEFT JOIN person p ON p.seq = a.person
            LEFT JOIN adjudicated_level l ON l.submission = a.submission ORDER BY a.submission
            """)
        leaks = try RowsAlongside(
            database,
            """
            SELECT l.submission, p.id, l.at FROM leak l LEFT JOIN person p ON p.seq = l.person ORDER BY l.submission
            """)
        claims = try RowsAlongside(
            database,
            """
            SELECT k.submission, p.id, k.since FROM claim k LEFT JOIN person p ON p.seq = k.person ORDER BY k.submission
            """)
        items = try RowsAlongside(
            database,
            """
            SELECT i.submission, b.name, i.hold_reason, i.signed_at
            FROM batch_item i LEFT JOIN batch b ON b.seq = i.batch ORDER BY i.submission, i.batch
            """)
        assignments = try RowsAlongside(
            database,
            """
            SELECT a.submission, p.id, a.expires_at
            FROM assignment a LEFT JOIN person p ON p.seq = a.person ORDER BY a.submission, a.run
            """)
        contents = try RowsAlongside(
            database,
            """
            SELECT e.submission, e.evidence, c.sha256
            FROM evidence_content e LEFT JOIN content c ON c.seq = e.content ORDER BY e.submission
            """)
    }

    /// Nil where the micro-credential is missing, or can't be read.
    mutating func rubric(_ id: String, _ version: Int) throws -> Rubric? {
        let key = "\(version) \(id)"
        if let known = rubrics[key] { return known }
        let found = (try? MicroCredentials.find(id, version, database))?.rubric
        rubrics[key] = found
        return found
    }
}
