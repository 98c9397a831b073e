import Core

extension ReviewStore {
    /// Takes a submission for as long as the policy's lease; what the caller holds already is renewed.
    package func claim(_ id: String, as caller: Caller, now: Instant) throws -> Claim {
        try judge(caller, now) { try $0.claim(id).1 }
    }

    /// Takes the nearest due that the caller may judge.
    package func claimNext(as caller: Caller, now: Instant) throws -> Claim {
        try judge(caller, now) { try $0.claimNext() }
    }

    /// Moves the end of the caller's claim.
    package func renew(_ id: String, as caller: Caller, now: Instant) throws -> Claim {
        try judge(caller, now) { bench in
            try bench.caller.require(.claim)
            let record = try bench.record(id)
            guard let holder = try bench.holder(record), holder.person == bench.person else {
                throw Refusal.rule("You do not hold \(id) any more; claim it again.")
            }
            return try bench.renewed(record)
        }
    }

    /// Gives a submission back.
    package func release(_ id: String, as caller: Caller, now: Instant) throws {
        try judge(caller, now) { try $0.release(id) }
    }

    /// Changes the caller's scorecard, all of the changes or none, and renews the claim; claims what nobody holds.
    /// - Parameter base: the version that the changes were made on; nil for whichever is stored.
    package func save(
        _ changes: [ScoreChange], submission: String, base: Int?, as caller: Caller, now: Instant
    ) throws -> Scorecard {
        try judge(caller, now) { try $0.save(changes, submission, base: base) }
    }

    /// Changes the caller's scorecard and, where asked, hands it in: all of it or nothing.
    package func score(
        _ id: String, _ changes: [ScoreChange], base: Int?, submit: Bool, as caller: Caller, now: Instant
    ) throws -> Scorecard {
        try judge(caller, now) { bench in
            let card = try bench.save(changes, id, base: base)
            return submit ? try bench.submit(id, base: nil).0 : card
        }
    }

    /// Hands the caller's scorecard in and gives the claim back.
    package func submit(_ id: String, base: Int?, as caller: Caller, now: Instant) throws -> (
        Scorecard, SubmissionState
    ) {
        try judge(caller, now) { try $0.submit(id, base: base) }
    }

    /// Decides, and ends whoever's claim there is.
    package func decide(_ id: String, _ kind: Decision.Kind, reason: String, as caller: Caller, now: Instant) throws
        -> Decision
    {
        try judge(caller, now) { try $0.decide(id, kind, reason: reason) }
    }

    /// Takes a decision back: for as long as it is nobody else's yet.
    package func undecide(_ id: String, reason: String, as caller: Caller, now: Instant) throws -> SubmissionState {
        try judge(caller, now) { try $0.undecide(id, reason: reason) }
    }

    /// Ends somebody's claim, and gives it to another where one is named.
    package func takeOver(_ id: String, for person: String?, reason: String, as caller: Caller, now: Instant) throws
        -> TakenClaim
    {
        try judge(caller, now) { try $0.takeOver(id, for: person, reason: reason) }
    }

    func judge<T>(_ caller: Caller, _ now: Instant, _ body: (inout Bench) throws -> T) throws -> T {
        try driver.write { database in
            var bench = try Bench(database, caller: caller, now: now)
            let value = try body(&bench)
            try bench.finish()
            return value
        }
    }
}
