import Core
import Text

extension ReviewState {
    /// Why nothing may be changed here; nil where it may.
    func whyReadOnly(_ turn: Turn) -> SafeText? {
        if card.state == .submitted { return "This scorecard is submitted: it can't be changed any more." }
        if !isMine {
            if !turn.mayScore { return "You are only reading: scorecards are written by assessors." }
            guard let other = detail.claim, other.isLive(at: turn.now) else {
                return "You are only reading: \(turn.key(.open)) in the queue claims it first."
            }
            return "You are only reading: \(untrusted: other.assessor) holds the claim."
        }
        if let claim = detail.claim, !claim.isLive(at: turn.now) {
            return "Your claim has run out. Go back and open it again to claim it anew."
        }
        return nil
    }

    /// Says why not, where nothing may be changed.
    func mayChange(_ turn: inout Turn) -> Bool {
        guard let why = whyReadOnly(turn) else { return true }
        turn.fail(why)
        return false
    }

    /// Activity renews the lease, at most once a minute.
    mutating func renew(_ turn: inout Turn) {
        guard isMine, card.state == .draft, detail.claim != nil, turn.now >= lastRenewal.advanced(bySeconds: 60) else {
            return
        }
        lastRenewal = turn.now
        turn.effects.append(.renewClaim(id))
    }
}
