import Core

/// The tables of assignments. One is in force while it is the last run's for its submission, its end is ahead, and its
/// assessor has not handed in a card.
struct Assignments {
    let database: any Database
    let now: Instant

    /// Who a submission is kept for, and until when.
    func inForce(_ submission: Int64) throws -> (person: Int64, until: Instant)? {
        let last = try database.first(
            "SELECT person, expires_at FROM assignment WHERE submission = ?1 ORDER BY run DESC LIMIT 1",
            .int(submission)
        ) { (person: $0.int(0), until: Instant(seconds: $0.int(1))) }
        guard let last, now < last.until, try !hasSubmitted(submission, last.person) else { return nil }
        return last
    }

    /// The id of the person whom a submission is kept for.
    func holder(_ submission: Int64) throws -> String? {
        guard let found = try inForce(submission) else { return nil }
        return try database.first("SELECT id FROM person WHERE seq = ?1", .int(found.person)) { $0.text(0) }
    }

    /// What a person has been assigned and nobody has claimed, nearest deadline first.
    func waiting(for person: Int64) throws -> [String] {
        let found = try database.all(
            """
            SELECT s.seq, s.id FROM assignment a JOIN submission s ON s.seq = a.submission
            LEFT JOIN claim k ON k.submission = s.seq
            WHERE a.person = ?1 AND a.expires_at > ?2 AND s.state IN (0, 2) AND k.submission IS NULL
            ORDER BY s.due_at, s.seq
            """, .int(person), .int(now.seconds)
        ) { ($0.int(0), $0.text(1)) }
        var seen: Set<Int64> = []
        return try found.compactMap { sequence, id in
            guard seen.insert(sequence).inserted, try inForce(sequence)?.person == person else { return nil }
            return id
        }
    }

    private func hasSubmitted(_ submission: Int64, _ person: Int64) throws -> Bool {
        try database.firstInt(
            "SELECT 1 FROM scorecard WHERE submission = ?1 AND person = ?2 AND state = 'submitted'", .int(submission),
            .int(person)) != nil
    }

    func begin(by person: Int64) throws -> Int64 {
        let run = (try database.firstInt("SELECT max(n) FROM assignment_run") ?? 0) + 1
        try database.run(
            "INSERT INTO assignment_run(n, person, at) VALUES (?1, ?2, ?3)", .int(run), .int(person), .int(now.seconds))
        return run
    }

    func add(_ submission: Int64, to person: Int64, run: Int64, until: Instant) throws {
        try database.run(
            "INSERT INTO assignment(submission, run, person, expires_at) VALUES (?1, ?2, ?3, ?4)", .int(submission),
            .int(run), .int(person), .int(until.seconds))
    }

    /// Takes the last run back.
    /// - Returns: What it had assigned, and to whom; nil where there is no run.
    func removeLast() throws -> [(submission: String, person: String)]? {
        guard let run = try database.firstInt("SELECT max(n) FROM assignment_run") else { return nil }
        let lines = try database.all(
            """
            SELECT s.id, p.id FROM assignment a JOIN submission s ON s.seq = a.submission
            JOIN person p ON p.seq = a.person WHERE a.run = ?1 ORDER BY a.submission
            """, .int(run)
        ) { (submission: $0.text(0), person: $0.text(1)) }
        try database.run("DELETE FROM assignment WHERE run = ?1", .int(run))
        try database.run("DELETE FROM assignment_run WHERE n = ?1", .int(run))
        return lines
    }
}
