/// What a caller may see. Every read of a submission goes through here: blind and sealed are decided in this file only.
package struct Sight: Sendable {
    package let caller: Caller
    package let policy: Policy

    package init(caller: Caller, policy: Policy) {
        self.caller = caller
        self.policy = policy
    }

    /// The part of `detail` that the caller may see.
    /// - Throws: `Refusal.role` for a caller who may see no submission.
    package func view(_ detail: SubmissionDetail) throws(Refusal) -> SubmissionDetail {
        try caller.require(.seeSubmission)
        if closesPrior(detail) {
            throw .rule(
                "\(detail.row.id) went back to its earner: the policy keeps an earlier attempt from assessors, for they may judge the next (resubmission.blindToPrior)."
            )
        }
        var seen = detail
        if policy.resubmission.blindToPrior, isJudge(of: detail) { seen.previous = nil }
        if hidesEarner(detail) {
            seen.earner = nil
            // `Dana_Whitaker_plan.docx`: people name files after themselves.
            for index in seen.evidence.indices { seen.evidence[index].fileName = nil }
            // Whoever says what gives the earner away may name them.
            seen.leaks = detail.leaks.filter { $0.by == caller.id }
        }
        seen.scorecards = detail.scorecards.filter { mayOpen($0, of: detail) }
        // It says what the cards said: whoever sees all of them sees how they were settled.
        if seen.reads.count < detail.reads.count { seen.adjudication = nil }
        seen.row = Sight.row(detail.row, for: caller)
        return seen
    }

    /// A line of a list. Whom a submission is kept for concerns those who share out, and the one it is kept for.
    package static func row(_ row: QueueRow, for caller: Caller) -> QueueRow {
        guard let person = row.assignedTo, person != caller.id, !caller.may(.seeIdentity) else { return row }
        var seen = row
        seen.assignedTo = nil
        return seen
    }

    /// Blind: an assessor of the submission never sees who wrote it; nor does anyone without a role that needs to know.
    package func hidesEarner(_ detail: SubmissionDetail) -> Bool {
        guard caller.may(.seeIdentity) else { return policy.scoring.blind || !caller.roles.contains(.assessor) }
        return policy.scoring.blind && isJudge(of: detail)
    }

    /// Whoever does nothing but assess, and who assesses this one, whatever else they are.
    private func isJudge(of detail: SubmissionDetail) -> Bool {
        !caller.may(.seeIdentity) || assesses(detail)
    }

    /// Blind to the attempt before: what went back is closed to those who may judge the next attempt, save to who read it
    /// themselves. It follows from this submission alone, so that no claim given back for a moment opens it.
    private func closesPrior(_ detail: SubmissionDetail) -> Bool {
        guard policy.resubmission.blindToPrior, !caller.may(.seeIdentity) else { return false }
        switch detail.row.state {
        case .returned, .incomplete: return detail.scorecard(of: caller.id) == nil
        case .pending, .claimed, .secondRead, .adjudication, .ready, .awarded, .denied: return false
        }
    }

    /// Sealed: a card is its assessor's alone until it and its counterparts are submitted. A draft never opens.
    package func mayOpen(_ card: Scorecard, of detail: SubmissionDetail) -> Bool {
        if card.assessor == caller.id { return true }
        guard card.state == .submitted else { return false }
        guard !policy.scoring.sealed || isUnsealed(detail) else { return false }
        return caller.may(.decide) || caller.may(.seeIdentity) || detail.scorecard(of: caller.id)?.state == .submitted
            || settles(detail) || (!policy.scoring.sealed && assesses(detail))
    }

    /// Without a seal a reader may read beside the card of the other.
    private func assesses(_ detail: SubmissionDetail) -> Bool {
        detail.claim?.assessor == caller.id || detail.scorecard(of: caller.id) != nil
    }

    /// A dispute can't be settled unread. So an assessor who is none of the readers sees the cards while they are in dispute,
    /// unless a conflict of interest keeps them from settling it, and for good where they have settled it. The earner stays
    /// hidden.
    private func settles(_ detail: SubmissionDetail) -> Bool {
        if detail.row.state != .adjudication { return detail.adjudication?.by == caller.id }
        let conflicts = caller.person.conflicts.map { $0.lowercased() }
        let work = [detail.row.district, detail.earner?.email ?? ""].map { $0.lowercased() }
        return caller.may(.adjudicate) && !work.contains(where: conflicts.contains)
    }

    /// What a letter to the earner may be made of, whoever exports it: cards that are handed in and no longer sealed. Not
    /// what was begun before a submission was returned unassessed, nor reads that disagree and that nobody will settle.
    package static func cardsForEarner(_ detail: SubmissionDetail, policy: Policy) -> [Scorecard] {
        guard detail.row.state != .incomplete, isUnsealed(detail, policy) else { return [] }
        let cards = detail.scorecards.filter { $0.state == .submitted }
        guard detail.row.state == .denied, detail.adjudication == nil else { return cards }
        return detail.verdict.disputed.isEmpty ? cards : []
    }

    private func isUnsealed(_ detail: SubmissionDetail) -> Bool { Sight.isUnsealed(detail, policy) }

    private static func isUnsealed(_ detail: SubmissionDetail, _ policy: Policy) -> Bool {
        let reads = detail.scorecards.count { $0.state == .submitted }
        return isUnsealed(detail.row.state, reads: reads, policy)
    }

    /// All the reads that the state says are wanted are in. Before that, nothing that a card says may show, nor anything
    /// that follows from it.
    /// - Parameter reads: submitted cards.
    package static func isUnsealed(_ state: SubmissionState, reads: Int, _ policy: Policy) -> Bool {
        switch state {
        case .pending, .claimed, .secondRead: false
        case .adjudication, .ready, .awarded, .returned: true
        // May be denied between the reads: then the counterpart never came, and the seal holds.
        case .denied: reads >= max(1, policy.scoring.assessors)
        // Returned unassessed: what had been begun stays its assessor's own.
        case .incomplete: false
        }
    }
}
