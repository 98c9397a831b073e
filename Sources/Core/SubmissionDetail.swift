/// A submission with all that may be known of it. What a caller may see of it is `Sight`'s to say; nothing else hands one out.
package struct SubmissionDetail: Equatable, Sendable {
    package var row: QueueRow
    package var microCredential: MicroCredential
    package var earner: Earner?
    package var overview: [Answer]
    package var evidence: [EvidenceItem]
    package var reflection: String
    package var whatChanged: String?
    package var previous: String?
    package var attestations: Attestations
    package var scorecards: [Scorecard]
    package var decision: Decision?
    package var claim: Claim?
    package var adjudication: Adjudication?
    package var leaks: [LeakReport]

    package init(
        row: QueueRow, microCredential: MicroCredential, earner: Earner?, overview: [Answer], evidence: [EvidenceItem],
        reflection: String, whatChanged: String?, previous: String?, attestations: Attestations,
        scorecards: [Scorecard], decision: Decision?, claim: Claim?, adjudication: Adjudication? = nil,
        leaks: [LeakReport] = []
    ) {
        self.row = row
        self.microCredential = microCredential
        self.earner = earner
        self.overview = overview
        self.evidence = evidence
        self.reflection = reflection
        self.whatChanged = whatChanged
        self.previous = previous
        self.attestations = attestations
        self.scorecards = scorecards
        self.decision = decision
        self.claim = claim
        self.adjudication = adjudication
        self.leaks = leaks
    }

    package func scorecard(of person: String) -> Scorecard? { scorecards.first { $0.assessor == person } }
}
