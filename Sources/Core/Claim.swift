/// A lease on a submission held by one assessor. Live while `expiresAt` is ahead.
package struct Claim: Equatable, Sendable {
    package var submission: String
    package var assessor: String
    package var expiresAt: Instant

    package init(submission: String, assessor: String, expiresAt: Instant) {
        self.submission = submission
        self.assessor = assessor
        self.expiresAt = expiresAt
    }

    package func isLive(at now: Instant) -> Bool { now < expiresAt }
}

/// What became of a submission; always with who, when and why.
package struct Decision: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case award, `return`, incomplete, deny

        package var state: SubmissionState {
            switch self {
            case .award: .awarded
            case .return: .returned
            case .incomplete: .incomplete
            case .deny: .denied
            }
        }
    }
    package var kind: Kind
    package var by: String
    package var at: Instant
    package var reason: String

    package init(kind: Kind, by: String, at: Instant, reason: String) {
        self.kind = kind
        self.by = by
        self.at = at
        self.reason = reason
    }
}
