import Core

@testable import Letters

/// A submission that two people have read, and what was decided.
enum Papers {
    static let zone: ZoneOffset = { _ in -4 * 3_600 }

    static func letter(_ kind: Decision.Kind) -> Letter? { letter(detail(kind)) }

    static func letter(_ detail: SubmissionDetail, policy: Policy = Policy()) -> Letter? {
        Letter(detail, policy: policy, programme: "Example Highlands", zone: zone) { id in
            detail.evidence.first { $0.id == id }.flatMap { item in
                if case .text(let text) = item.body { text } else { nil }
            }
        }
    }

    static func detail(_ kind: Decision.Kind) -> SubmissionDetail {
        let lower = kind == .award ? "demonstrated" : "developing"
        let first = Scorecard(
            submission: "s1", assessor: "reader-one", state: .submitted, version: 3,
            scores: [
                Score(
                    criterion: "c1", level: "demonstrated", comment: "Both checks name the goal.",
                    citations: [Citation(evidence: "e1", from: 2, to: 3)]),
                Score(
                    criterion: "c2", level: lower,
                    citations: [
                        Citation(evidence: "reflection", from: 1, to: 1), Citation(evidence: "e2", from: 1, to: 1),
                    ]),
            ])
        var second = first
        second.assessor = "reader-two"
        var draft = Scorecard(
            submission: "s1", assessor: "cy", scores: [Score(criterion: "c1", comment: "Not for you.")])
        draft.version = 1
        let submitted = Instant(rfc3339: "2026-10-01T14:03:00Z") ?? Instant(seconds: 0)
        return SubmissionDetail(
            row: QueueRow(
                sequence: 1, id: "s1", microCredential: "formative-checks", version: 2,
                title: "Checking for Understanding", attempt: 1, state: kind.state, district: "Floyd County",
                submittedAt: submitted, dueAt: submitted, claimedBy: nil, evidenceCount: 2),
            microCredential: microCredential,
            earner: Earner(name: "Dana Whitaker", email: "dana@example.org", district: "Floyd County", state: "KY"),
            overview: [Answer(prompt: "context", answer: "Twenty.")],
            evidence: [
                EvidenceItem(
                    id: "e1", title: "Lesson plan", answers: nil, kind: "markdown", fileName: nil,
                    body: .text("Plan\nCheck one\nCheck two\nEnd")),
                EvidenceItem(
                    id: "e2", title: "Video", answers: nil, kind: "link", fileName: nil,
                    body: .link("https://v.example")),
            ], reflection: "I stopped and drew it.", whatChanged: nil, previous: nil, attestations: Attestations(),
            scorecards: [first, second, draft],
            decision: Decision(
                kind: kind, by: "decider", at: Instant(rfc3339: "2026-10-21T02:00:00Z") ?? submitted,
                reason: "Show the second check."), claim: nil)
    }

    private static var microCredential: MicroCredential {
        func levels(_ advice: [String]) -> [Level] {
            [
                Level(id: "not-met", name: "Not Met", points: 0),
                Level(id: "developing", name: "Developing", points: 1, feedback: advice),
                Level(id: "demonstrated", name: "Demonstrated", points: 2, description: "All of it is there."),
            ]
        }
        return MicroCredential(
            id: "formative-checks", version: 2, status: .published, name: "Checking for Understanding",
            issuer: MicroCredential.Issuer(name: "EEC", url: "https://example.org"),
            credit: [MicroCredential.Credit(amount: 15, unit: "hours", authority: "KY EPSB")],
            rubric: Rubric(criteria: [
                Criterion(
                    id: "c1", part: .evidence, title: "Checks are planned", description: "Both aim at the goal.",
                    required: "demonstrated", levels: levels([])),
                Criterion(
                    id: "c2", part: .reflection, title: "The lesson was adjusted", description: "",
                    required: "demonstrated", levels: levels(["Say when you checked."])),
            ]))
    }
}
