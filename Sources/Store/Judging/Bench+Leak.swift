import Core

extension Bench {
    /// Puts down that a submission gives away who its earner is. It changes nothing else: what follows is a coordinator's to
    /// decide.
    mutating func reportLeak(_ id: String, reason: String) throws -> LeakReport {
        try caller.require(.reportLeak)
        let record = try record(id)
        try LeakReport.check(reason: reason)
        guard policy.scoring.blind else {
            throw Refusal.rule("The policy is not blind: who the earner of \(id) is may be known.")
        }
        guard try !Leaks(database: database).isThere(record.sequence, by: person) else {
            throw Refusal.rule("You have reported a leak in \(id) already.")
        }
        let leak = LeakReport(by: caller.id, at: now, reason: reason)
        try Leaks(database: database).store(leak, record.sequence, by: person)
        // Not the reason: it may name the earner, and the log never forgets.
        try write(.leak, record)
        return leak
    }
}

extension ReviewStore {
    /// Reports that a submission gives away who its earner is; once a person.
    package func reportLeak(_ id: String, reason: String, as caller: Caller, now: Instant) throws -> LeakReport {
        try judge(caller, now) { try $0.reportLeak(id, reason: reason) }
    }
}

/// The table of leak reports.
struct Leaks {
    let database: any Database

    /// In the order in which they came.
    func all(_ submission: Int64) throws -> [LeakReport] {
        try database.all(
            """
            SELECT p.id, l.at, l.reason FROM leak l JOIN person p ON p.seq = l.person WHERE l.submission = ?1
            """, .int(submission)
        ) { LeakReport(by: $0.text(0), at: Instant(seconds: $0.int(1)), reason: $0.text(2)) }
        .sorted { ($0.at, $0.by) < ($1.at, $1.by) }
    }

    func isThere(_ submission: Int64, by person: Int64) throws -> Bool {
        try database.firstInt(
            "SELECT 1 FROM leak WHERE submission = ?1 AND person = ?2", .int(submission), .int(person)) != nil
    }

    func store(_ leak: LeakReport, _ submission: Int64, by person: Int64) throws {
        try database.run(
            "INSERT INTO leak(submission, person, at, reason) VALUES (?1, ?2, ?3, ?4)", .int(submission), .int(person),
            .int(leak.at.seconds), .text(leak.reason))
    }
}
