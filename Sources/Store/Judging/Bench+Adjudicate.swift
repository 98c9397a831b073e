import Core

extension Bench {
    /// Settles what the readers disagree on, all of it; their cards stay as they are.
    mutating func adjudicate(_ id: String, _ levels: [Adjudication.Settled], reason: String) throws -> Adjudication {
        try caller.require(.adjudicate)
        var record = try record(id)
        guard record.state == .adjudication else {
            throw Refusal.rule("\(id) is \(record.state.rawValue); only what is in adjudication can be adjudicated.")
        }
        let detail = try Details(database: database, now: now).detail(id)
        if !caller.isAlone, detail.scorecard(of: caller.id)?.state == .submitted {
            throw Refusal.rule("You are one of the readers of \(id); somebody else settles what you disagree on.")
        }
        if let fault = try obstacle(record, for: caller.person, person, saying: { "You have \($0)" }) {
            throw Refusal.rule(fault)
        }
        let rubric = detail.microCredential.rubric
        let settled = try Adjudication.settle(levels, detail.verdict.disputed, rubric)
        try Refusal.requireReason(reason, for: "An adjudication")
        let adjudication = Adjudication(by: caller.id, at: now, reason: reason, scores: settled)
        try Adjudications(database: database).store(adjudication, record.sequence, by: person)
        try move(&record, to: .ready, assessor: record.scorer, scorer: record.scorer)
        try write(.adjudicate, record) { json in
            json.add("reason", reason)
            json.add("state", SubmissionState.ready.rawValue)
            json.array("scores") { json in
                for settled in adjudication.scores {
                    json.object { json in
                        json.add("criterion", settled.criterion)
                        json.add("level", settled.level)
                    }
                }
            }
        }
        return adjudication
    }
}

extension ReviewStore {
    /// Settles the criteria on which the readers of a submission disagree, all of them or none.
    package func adjudicate(
        _ id: String, _ levels: [Adjudication.Settled], reason: String, as caller: Caller, now: Instant
    ) throws -> Adjudication {
        try judge(caller, now) { try $0.adjudicate(id, levels, reason: reason) }
    }
}
