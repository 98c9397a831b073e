import Core
import Screen

/// All that can happen to the console.
package enum Message: Equatable, Sendable {
    case key(Key)
    case resized(Size)
    /// The minute changed.
    case clock(Instant)
    /// Another connection committed something.
    case storeChanged
    /// A timer that an effect asked for ran out.
    case timer(Timer)
    /// The terminal is going away: save what is not saved, now.
    case hangUp

    case queueLoaded(QueuePage, request: Int)
    case summaryLoaded(QueueSummary)
    case facetsLoaded(QueueFacets)
    case dashboardLoaded(StatusReport)
    case opened(Opening)
    case refreshed(LiveDetail)
    case documentLoaded(Document, source: DocumentSource)
    /// A scorecard as it is stored now, after a save: `changes` are what was acknowledged.
    case saved(Scorecard, changes: [ScoreChange])
    case submitted(Scorecard, state: SubmissionState)
    case claimed(Claim)
    case released(String)
    case leakReported(LeakReport, submission: String)
    case previousLoaded(SubmissionDetail, documents: [DocumentSource: Document])
    /// The outside editor ended: the new text, or nil where it failed or changed nothing.
    case editorReturned(String?)
    /// A comment that can't be saved lies in the file at this path.
    case kept(String)
    case batch(BatchMessage)
    /// An effect was refused; the state it would have changed is as it was.
    case refused(Refusal, Request)
}

package enum Timer: Hashable, Sendable { case commentIdle, placeIdle }

/// Which effect a refusal answers.
package enum Request: Hashable, Sendable {
    case queue, summary, facets, dashboard, open, refresh, document, save, submit, claim, release, leak, previous,
        editor, keep, batch
}

/// A comment that the store did not take.
package struct UnsavedComment: Equatable, Sendable {
    package var submission: String
    package var criterion: String
    package var text: String
}

/// A text of one submission that a pane can show.
package enum DocumentSource: Hashable, Sendable {
    case evidence(String)
    case reflection, overview, whatChanged
    /// The micro-credential's own text: competency, method, components, research.
    case microCredential
}

/// What the review screen starts from.
package struct Opening: Equatable, Sendable {
    package var detail: SubmissionDetail
    /// Reflection, overview, what changed, micro-credential: ready at once. Evidence comes by `documentLoaded`.
    package var documents: [DocumentSource: Document]
    /// The caller's own scorecard, or a blank one at version 0.
    package var scorecard: Scorecard
    /// True where the caller holds the claim; otherwise all is read-only.
    package var isMine: Bool
    package var place: ReviewPlace?

    package init(
        detail: SubmissionDetail, documents: [DocumentSource: Document], scorecard: Scorecard, isMine: Bool,
        place: ReviewPlace?
    ) {
        self.detail = detail
        self.documents = documents
        self.scorecard = scorecard
        self.isMine = isMine
        self.place = place
    }
}
