import Core
import Text

/// Somebody else has committed something: what of it concerns this submission is shown at once, so that no key states what is
/// no longer true, and nobody goes on working under a claim that is gone.
extension ReviewState {
    mutating func refreshed(_ live: LiveDetail, _ turn: inout Turn) {
        let hasMoved = detail.row.state != live.state
        detail.row.state = live.state
        heardOfClaim(live.claim, &turn)
        // Whoever only reads may see more scorecards now, or fewer.
        if hasMoved, !isMine, ledger.isQuiet { turn.effects.append(.open(id, claiming: false)) }
        // What is under way will be answered by the card as it then is, or refused and read anew.
        guard ledger.isQuiet, live.scorecard != card else { return }
        replace(live.scorecard)
        if case .comment(let session) = mode, session.isOvertaken {
            return turn.fail("This comment was changed elsewhere: what you write stays here and overwrites nothing.")
        }
        turn.say(
            card.state == .submitted
                ? "This scorecard was submitted elsewhere."
                : "This scorecard was changed elsewhere: what you see is what is stored now.")
        if case .comment(let session) = mode, session.isDirty, whyReadOnly(turn) == nil {
            start(.commentIdle, milliseconds: ReviewState.commentIdle, &turn)
        }
    }

    private mutating func heardOfClaim(_ claim: Claim?, _ turn: inout Turn) {
        let wasMine = isMine
        detail.claim = claim
        isMine = claim.map { $0.assessor == card.assessor && $0.isLive(at: turn.now) } ?? false
        if wasMine == isMine { return }
        if isMine {
            lastRenewal = turn.now
            return turn.say("You hold the claim now.")
        }
        if case .confirming = mode { mode = .reading }
        let gone: SafeText =
            claim.map { "\(untrusted: $0.assessor) holds the claim now." } ?? "You no longer hold the claim."
        if case .comment(let session) = mode, session.isDirty {
            return turn.fail(gone + " What you write stays here; Esc puts it into a file.")
        }
        turn.fail(gone + " Your draft is kept.")
    }

    /// Another card in place of the one shown. A comment being written goes on as it is; one that was only opened shows what is
    /// stored now.
    mutating func replace(_ card: Scorecard) {
        ledger.replace(card)
        guard case .comment(var session) = mode else { return }
        let stored = comment(of: session.criterion)
        if session.isUntouched {
            session = CommentSession(criterion: session.criterion, text: stored, cursor: session.editor.cursor)
        } else {
            let text = CommentEditor(stored).text
            if text != session.stored, text != session.editor.text { session.isOvertaken = true }
            session.sent = text
            session.stored = text
        }
        mode = .comment(session)
    }
}
