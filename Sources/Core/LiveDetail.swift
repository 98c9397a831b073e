/// What of an open submission somebody else can change while a person looks at it: cheap to read again and again.
package struct LiveDetail: Equatable, Sendable {
    package var state: SubmissionState
    /// The caller's own, blank where there is none.
    package var scorecard: Scorecard
    /// The live claim, whoever holds it.
    package var claim: Claim?

    package init(state: SubmissionState, scorecard: Scorecard, claim: Claim?) {
        self.state = state
        self.scorecard = scorecard
        self.claim = claim
    }
}
