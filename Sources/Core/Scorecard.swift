/// One assessor's levels, comments and citations for one submission.
package struct Scorecard: Codable, Equatable, Sendable {
    package enum State: String, Codable, Sendable { case draft, submitted }

    package var submission: String
    package var assessor: String
    package var state: State
    /// 0 before the first change, one more with each stored change.
    package var version: Int
    /// In the rubric's order; a criterion nobody touched has no entry.
    package var scores: [Score]

    package init(submission: String, assessor: String, state: State = .draft, version: Int = 0, scores: [Score] = []) {
        self.submission = submission
        self.assessor = assessor
        self.state = state
        self.version = version
        self.scores = scores
    }

    package func score(_ criterion: String) -> Score? { scores.first { $0.criterion == criterion } }
}

package struct Score: Codable, Equatable, Sendable {
    /// Unicode scalars of a comment, wherever it was written: what the console's editor holds, so that it never cuts one.
    package static let longestComment = 20_000

    package var criterion: String
    /// A level id; nil while only a comment or citation is there.
    package var level: String?
    package var comment: String
    package var citations: [Citation]

    package init(criterion: String, level: String? = nil, comment: String = "", citations: [Citation] = []) {
        self.criterion = criterion
        self.level = level
        self.comment = comment
        self.citations = citations
    }

    package var isBlank: Bool { level == nil && comment.isEmpty && citations.isEmpty }
}

/// Lines of a source pinned to a criterion. Lines are those of the source text (split at line ends), from 1, both included.
package struct Citation: Codable, Hashable, Sendable {
    /// An evidence id, or `reflection`, or `overview`.
    package var evidence: String
    package var from: Int
    package var to: Int

    package init(evidence: String, from: Int, to: Int) {
        self.evidence = evidence
        self.from = from
        self.to = to
    }
}

/// One change to a draft. The value it puts in place, whole: its inverse is the same case with the value that was there.
package enum ScoreChange: Equatable, Sendable {
    case level(criterion: String, String?)
    case comment(criterion: String, String)
    case citations(criterion: String, [Citation])

    package var criterion: String {
        switch self {
        case .level(let criterion, _), .comment(let criterion, _), .citations(let criterion, _): criterion
        }
    }
}

extension Scorecard {
    /// Applies a change, keeping the rubric's order and no blank entries. The version is the store's to move.
    package mutating func apply(_ change: ScoreChange, rubric: Rubric) {
        var score = self.score(change.criterion) ?? Score(criterion: change.criterion)
        switch change {
        case .level(_, let level): score.level = level
        case .comment(_, let comment): score.comment = comment
        case .citations(_, let citations): score.citations = citations
        }
        let others = scores.filter { $0.criterion != change.criterion } + (score.isBlank ? [] : [score])
        scores = rubric.criteria.compactMap { criterion in others.first { $0.criterion == criterion.id } }
    }

    /// The change that takes `change` back, given the card before it.
    package func inverse(of change: ScoreChange) -> ScoreChange {
        let score = self.score(change.criterion) ?? Score(criterion: change.criterion)
        return switch change {
        case .level(let criterion, _): .level(criterion: criterion, score.level)
        case .comment(let criterion, _): .comment(criterion: criterion, score.comment)
        case .citations(let criterion, _): .citations(criterion: criterion, score.citations)
        }
    }
}
