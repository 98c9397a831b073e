import Core

extension Bench {
    /// One decision, once.
    mutating func decide(_ id: String, _ kind: Decision.Kind, reason: String) throws -> Decision {
        try caller.require(kind == .incomplete ? .markIncomplete : .decide)
        try Refusal.requireReason(reason, for: "A decision")
        var record = try record(id)
        try requireState(record, kind)
        let detail = try Details(database: database, now: now).detail(id)
        if bindsAssessors(kind, detail.scorecard(of: caller.id)) {
            throw Refusal.rule("You have scored \(id); the decision is somebody else's.")
        }
        // Unassessed it goes back for what is missing, whoever's it is; everything else is a judgement.
        if kind != .incomplete, let fault = try conflict(record, of: caller.person, saying: { "You have \($0)" }) {
            throw Refusal.rule(fault)
        }
        if kind == .award {
            // The words of a batch session, which goes by the same rules.
            func refuse(_ why: BatchRefusal) throws { throw Refusal.rule("\(id) can't be awarded: \(why.words).") }
            let isAdjudicated = detail.adjudication != nil
            if !caller.isAlone, policy.lacksRead(detail.reads.count, isAdjudicated: isAdjudicated) {
                try refuse(.missingSecondRead)
            }
            if detail.verdict.outcome != .meets { try refuse(.notMet) }
        }
        return try carryOut(kind, &record, reason: reason)
    }

    /// Whether the policy keeps the caller from this decision, or from taking it back. Who has only begun to read may find it
    /// incomplete.
    func bindsAssessors(_ kind: Decision.Kind, _ card: Scorecard?) -> Bool {
        guard policy.approval.notByAssessor, !caller.isAlone, let card else { return false }
        return kind != .incomplete || card.state == .submitted
    }

    /// What every decision does, however it was come by.
    mutating func carryOut(
        _ kind: Decision.Kind, _ record: inout SubmissionRecord, reason: String, batch: String? = nil
    ) throws -> Decision {
        let found = record.state
        try dropClaim(record)
        try move(&record, to: kind.state, assessor: record.scorer, scorer: record.scorer)
        try database.run(
            """
            INSERT INTO decision(submission, kind, person, at, reason, from_state) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, .int(record.sequence), .text(kind.rawValue), .int(person), .int(now.seconds), .text(reason),
            .int(found.code))
        try count(.decided(kind))
        try write(.decide, record) { json in
            json.add("decision", kind.rawValue)
            json.add("reason", reason)
            json.add("batch", maybe: batch)
        }
        let decision = Decision(kind: kind, by: caller.id, at: now, reason: reason)
        if kind == .award { try complete(decision, record) }
        return decision
    }

    /// What an award brings with it, in the award's own transaction: both are there, or neither. The signed badge joins here,
    /// whether the award was decided alone or signed in a batch session.
    private func complete(_ award: Decision, _ record: SubmissionRecord) throws {}

    private func requireState(_ record: SubmissionRecord, _ kind: Decision.Kind) throws {
        let allowed: [SubmissionState] =
            switch kind {
            case .award, .return: [.ready]
            case .deny: [.pending, .claimed, .secondRead, .adjudication, .ready]
            case .incomplete: [.pending, .claimed, .secondRead]
            }
        guard !allowed.contains(record.state) else { return }
        guard record.state.isOpen else {
            throw Refusal.rule("\(record.id) is \(record.state.rawValue) already.")
        }
        let words = allowed.map(\.rawValue).joined(separator: ", ")
        throw Refusal.rule("\(record.id) is \(record.state.rawValue); \(kind.rawValue) needs one that is \(words).")
    }
}
