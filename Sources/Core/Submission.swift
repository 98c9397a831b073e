/// The states of a submission, exactly as the contract names them.
package enum SubmissionState: String, CaseIterable, Codable, Sendable {
    case pending, claimed
    case secondRead = "second-read"
    case adjudication, ready, awarded, returned, incomplete, denied

    /// Still to be dealt with: has a deadline that can be missed.
    package var isOpen: Bool {
        switch self {
        case .pending, .claimed, .secondRead, .adjudication, .ready: true
        case .awarded, .returned, .incomplete, .denied: false
        }
    }
}

/// One attempt of one earner at one version of a micro-credential, as it was handed in. Every string in it is hostile.
package struct Submission: Equatable, Sendable {
    /// `[A-Za-z0-9._-]{1,128}`.
    package var id: String
    package var microCredential: String
    /// Nil where the file left it out: the newest published version.
    package var version: Int?
    package var earner: Earner
    package var submittedAt: Instant
    package var attempt: Int
    package var previous: String?
    package var whatChanged: String?
    package var overview: [Answer]
    package var evidence: [EvidenceItem]
    package var reflection: String
    package var attestations: Attestations

    package init(
        id: String, microCredential: String, version: Int?, earner: Earner, submittedAt: Instant, attempt: Int = 1,
        previous: String? = nil, whatChanged: String? = nil, overview: [Answer] = [], evidence: [EvidenceItem] = [],
        reflection: String = "", attestations: Attestations = Attestations()
    ) {
        self.id = id
        self.microCredential = microCredential
        self.version = version
        self.earner = earner
        self.submittedAt = submittedAt
        self.attempt = attempt
        self.previous = previous
        self.whatChanged = whatChanged
        self.overview = overview
        self.evidence = evidence
        self.reflection = reflection
        self.attestations = attestations
    }
}

package struct Earner: Codable, Equatable, Sendable {
    package var name: String
    package var email: String
    package var district: String
    package var state: String
    package init(name: String, email: String, district: String, state: String) {
        self.name = name
        self.email = email
        self.district = district
        self.state = state
    }
}

/// An answer to a question of the overview; Markdown.
package struct Answer: Codable, Equatable, Sendable {
    /// The id of the micro-credential's prompt.
    package var prompt: String
    package var answer: String
    package init(prompt: String, answer: String) {
        self.prompt = prompt
        self.answer = answer
    }
}

package struct Attestations: Codable, Equatable, Sendable {
    package var readyForReview: Bool
    package var release: Bool
    package var ownWork: Bool
    package init(readyForReview: Bool = false, release: Bool = false, ownWork: Bool = false) {
        self.readyForReview = readyForReview
        self.release = release
        self.ownWork = ownWork
    }
}

/// One piece of evidence, as named by the submission.
package struct EvidenceItem: Equatable, Sendable {
    package enum Body: Equatable, Sendable {
        /// A file that was stored by its content: hex SHA-256 and length in bytes.
        case content(sha256: String, bytes: Int)
        case link(String)
        /// Markdown written into the submission itself.
        case text(String)
    }
    package var id: String
    package var title: String
    /// The id of the `evidenceRequired` it answers; `for` in the file.
    package var answers: String?
    /// By content, not by name: `markdown`, `csv`, `png`, `pdf`, ... (see Evidence), `link` or `text`.
    package var kind: String
    /// The name it had in the submission's folder, for display only.
    package var fileName: String?
    package var body: Body

    package init(id: String, title: String, answers: String?, kind: String, fileName: String?, body: Body) {
        self.id = id
        self.title = title
        self.answers = answers
        self.kind = kind
        self.fileName = fileName
        self.body = body
    }
}
