import Core
import Session
import Text

extension SubmissionDetail {
    /// `show --json`: the row's keys, then the submission's own (contract, section 3).
    func json(now: Instant) -> JSON {
        .object(
            row.jsonPairs(now: now) + [
                (
                    "overview",
                    .array(
                        overview.map { answer in
                            .object([("prompt", .string(answer.prompt)), ("answer", .string(answer.answer))])
                        })
                ),
                ("evidence", .array(evidence.map(\.json))),
                ("reflection", .string(reflection)), ("whatChanged", .optional(whatChanged)),
                ("previous", .optional(previous)), ("rubric", microCredential.rubric.json),
                ("scorecards", .array(scorecards.map { $0.json(rubric: microCredential.rubric) })),
                ("decision", decision?.json ?? .null), ("earner", earner?.json ?? .null),
                (
                    "attestations",
                    .object([
                        ("readyForReview", .bool(attestations.readyForReview)),
                        ("release", .bool(attestations.release)),
                        ("ownWork", .bool(attestations.ownWork)),
                    ])
                ),
                ("claim", claim?.json ?? .null), ("adjudication", adjudication?.json ?? .null),
                ("disputed", .array(verdict.disputed.map(JSON.string))),
                ("leaks", .array(leaks.map { .object($0.jsonPairs) })),
            ])
    }
}

extension EvidenceItem {
    var json: JSON {
        var sha256: String?
        var bytes = 0
        var link: String?
        var text: String?
        switch body {
        case .content(let hash, let count):
            sha256 = hash
            bytes = count
        case .link(let address): link = address
        case .text(let markdown):
            text = markdown
            bytes = markdown.utf8.count
            sha256 = Fingerprint.sha256(of: markdown)
        }
        return .object([
            ("id", .string(id)), ("title", .string(title)), ("for", .optional(answers)), ("kind", .string(kind)),
            ("sha256", .optional(sha256)), ("bytes", .int(bytes)), ("link", .optional(link)),
            ("file", .optional(fileName)), ("text", .optional(text)),
        ])
    }
}

extension Rubric {
    var json: JSON {
        .object([
            (
                "criteria",
                .array(
                    criteria.map { criterion in
                        .object([
                            ("id", .string(criterion.id)), ("part", .string(criterion.part.rawValue)),
                            ("title", .string(criterion.title)), ("description", .string(criterion.description)),
                            ("required", .string(criterion.required)),
                            (
                                "levels",
                                .array(
                                    criterion.levels.map { level in
                                        .object([
                                            ("id", .string(level.id)), ("name", .string(level.name)),
                                            ("points", .double(level.points)),
                                            ("description", .string(level.description)),
                                            ("feedback", .array(level.feedback.map(JSON.string))),
                                        ])
                                    })
                            ),
                        ])
                    })
            )
        ])
    }
}

extension Scorecard {
    func json(rubric: Rubric) -> JSON {
        .object([
            ("submission", .string(submission)), ("assessor", .string(assessor)), ("state", .string(state.rawValue)),
            ("version", .int(version)),
            (
                "scores",
                .array(
                    scores.map { score in
                        .object([
                            ("criterion", .string(score.criterion)), ("level", .optional(score.level)),
                            ("comment", .string(score.comment)),
                            (
                                "citations",
                                .array(
                                    score.citations.map { citation in
                                        .object([
                                            ("evidence", .string(citation.evidence)), ("from", .int(citation.from)),
                                            ("to", .int(citation.to)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
            ("outcome", .string(rubric.outcome(of: self).rawValue)),
        ])
    }
}

extension LeakReport {
    var jsonPairs: [(String, JSON)] {
        [("reportedBy", .string(by)), ("at", .string(at.rfc3339)), ("reason", .string(reason))]
    }
}

extension Adjudication {
    var json: JSON {
        .object([
            ("by", .string(by)), ("at", .string(at.rfc3339)), ("reason", .string(reason)),
            (
                "scores",
                .array(
                    scores.map { .object([("criterion", .string($0.criterion)), ("level", .string($0.level))]) })
            ),
        ])
    }
}

extension Decision {
    var json: JSON {
        .object([
            ("decision", .string(kind.rawValue)), ("by", .string(by)), ("at", .string(at.rfc3339)),
            ("reason", .string(reason)),
        ])
    }
}

extension Earner {
    var json: JSON {
        .object([
            ("name", .string(name)), ("email", .string(email)), ("district", .string(district)),
            ("state", .string(state)),
        ])
    }
}

extension Claim {
    var json: JSON {
        .object([
            ("id", .string(submission)), ("claimedBy", .string(assessor)), ("expiresAt", .string(expiresAt.rfc3339)),
        ])
    }
}
