import Console
import Core
import Text

extension Fixtures {
    /// A small submission, opened by who holds it.
    package static func opening(_ row: QueueRow = row(0, state: .claimed, claimedBy: "alice"), isMine: Bool = true)
        -> Opening
    {
        let levels = ["Not Met", "Developing", "Demonstrated"].enumerated().map { rank, name in
            Level(id: "l\(rank)", name: name, points: Double(rank))
        }
        let criteria = (1...3).map { n in
            Criterion(
                id: "c\(n)", part: .evidence, title: "Criterion \(n)", description: "What \(n) asks for.",
                required: "l2",
                levels: levels)
        }
        let microCredential = MicroCredential(
            id: row.microCredential, version: row.version, status: .published, name: row.title,
            issuer: .init(name: "Example Cooperative", url: "https://badges.example.org"),
            rubric: Rubric(criteria: criteria))
        let evidence = EvidenceItem(
            id: "e1", title: "Lesson plan", answers: nil, kind: "text", fileName: nil, body: .text("One line."))
        let detail = SubmissionDetail(
            row: row, microCredential: microCredential, earner: nil, overview: [], evidence: [evidence],
            reflection: "I learned.", whatChanged: nil, previous: nil, attestations: Attestations(), scorecards: [],
            decision: nil,
            claim: isMine
                ? Claim(submission: row.id, assessor: "alice", expiresAt: now.advanced(bySeconds: 1800)) : nil)
        return Opening(
            detail: detail, documents: [:], scorecard: Scorecard(submission: row.id, assessor: "alice"), isMine: isMine,
            place: nil)
    }
}
