import Core
import Screen
import Text

/// The three things on the review screen.
package enum ReviewPane: String, CaseIterable, Sendable { case evidence, reflection, rubric }

/// The review screen: one submission, read and scored.
package struct ReviewState: Equatable, Sendable {
    /// What has the keys.
    enum Mode: Equatable, Sendable {
        case reading
        case comment(CommentSession)
        case phrases(PhraseMenu)
        case marking(Marking)
        case confirming(Confirmation)
        case leaking(LineInput)
    }

    var detail: SubmissionDetail
    /// The caller's own card, and what is on its way to the store.
    var ledger: Ledger
    /// The caller holds the claim.
    var isMine: Bool

    var focus: ReviewPane
    var evidenceIndex: Int
    /// Index of the current criterion.
    var criterion: Int
    var rubricTop = 0
    /// Lines of the tallest criterion with its levels, at a width.
    var tallest: Tallest?
    struct Tallest: Equatable, Sendable {
        var width: Int
        var rows: Int
        /// With its description too.
        var fullRows: Int
    }
    /// The current criterion is to be brought into view.
    var wantsCriterion = true
    /// `back` was pressed once while a comment is not saved.
    var isLeaving = false
    var mode = Mode.reading
    var isZoomed = false
    /// What the right pane shows in place of its own text.
    var sideText: DocumentSource?
    var comparison: Comparison?

    var documents: [DocumentSource: Document]
    /// The texts on the screen, set and scrolled.
    var readings: [DocumentSource: Reading] = [:]
    /// Where the others were left.
    var bookmarks: [DocumentSource: Bookmark]
    var requested: Set<DocumentSource> = []
    var unreadable: [DocumentSource: SafeText] = [:]

    /// Comments that could not be stored, by criterion: offered again, never thrown away.
    var unsaved: [String: String] = [:]
    /// Those of them that lie in a file, as they went there.
    var kept: [String: String] = [:]
    /// The terminal is going away: the comments that were sent without waiting for answers. What is refused now is not asked
    /// for again.
    var sentAtLast: [String: String]?
    var running: Set<Timer> = []
    var lastRenewal: Instant
    var lastPlace: ReviewPlace?
    /// The criterion whose comment is open in the outside editor, and the comment as it went there.
    var outside: Outside?
    struct Outside: Equatable, Sendable {
        var criterion: String
        var text: String
    }

    var rubric: Rubric { detail.microCredential.rubric }
    var id: String { detail.row.id }
    package var card: Scorecard { ledger.card }

    package init(_ opening: Opening, now: Instant) {
        detail = opening.detail
        ledger = Ledger(card: opening.scorecard, rubric: opening.detail.microCredential.rubric)
        isMine = opening.isMine
        documents = opening.documents
        let place = opening.place
        focus = place.flatMap { ReviewPane(rawValue: $0.focus) } ?? .evidence
        evidenceIndex = opening.detail.evidence.firstIndex { $0.id == place?.evidence } ?? 0
        let criteria = opening.detail.microCredential.rubric.criteria
        criterion = criteria.firstIndex { $0.id == place?.criterion } ?? 0
        bookmarks = [:]
        lastRenewal = now
        lastPlace = place
        for scroll in place?.scrolls ?? [] {
            if let source = DocumentSource(name: scroll.source) { bookmarks[source] = Bookmark(scroll) }
            if scroll.source == "rubric" { rubricTop = max(0, scroll.line) }
        }
        if isMine, card.state == .draft, let cursor = place?.commentCursor, let current {
            mode = .comment(CommentSession(criterion: current.id, text: comment(of: current.id), cursor: cursor))
        }
    }

    var current: Criterion? { rubric.criteria.indices.contains(criterion) ? rubric.criteria[criterion] : nil }

    func comment(of criterion: String) -> String { card.score(criterion)?.comment ?? "" }

    // MARK: - What the panes show

    var evidence: EvidenceItem? {
        detail.evidence.indices.contains(evidenceIndex) ? detail.evidence[evidenceIndex] : nil
    }

    /// Nil where there is nothing to show.
    var leftSource: DocumentSource? {
        if let comparison { return comparison.source(of: self) }
        return evidence.map { .evidence($0.id) } ?? (rightSource == .overview ? nil : .overview)
    }

    /// The reflection, or the overview where none was asked for.
    var rightSource: DocumentSource {
        if let sideText { return sideText }
        let isAsked = detail.microCredential.reflectionPrompt != nil
        return detail.reflection.isEmpty && !isAsked ? .overview : .reflection
    }

    func source(of pane: ReviewPane) -> DocumentSource? {
        switch pane {
        case .evidence: leftSource
        case .reflection: comparison == nil ? rightSource : nil
        case .rubric: nil
        }
    }
}

extension DocumentSource {
    /// As a place names it: an evidence id with a prefix, so that no id can be taken for another text.
    var name: String {
        switch self {
        case .evidence(let id): "evidence:" + id
        case .reflection: "reflection"
        case .overview: "overview"
        case .whatChanged: "what-changed"
        case .microCredential: "micro-credential"
        }
    }

    init?(name: String) {
        switch name {
        case "reflection": self = .reflection
        case "overview": self = .overview
        case "what-changed": self = .whatChanged
        case "micro-credential": self = .microCredential
        default:
            guard name.hasPrefix("evidence:") else { return nil }
            self = .evidence(String(name.dropFirst("evidence:".count)))
        }
    }
}
