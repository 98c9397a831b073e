import Core

/// The tables of adjudications.
struct Adjudications {
    let database: any Database

    func find(_ submission: Int64, _ rubric: Rubric) throws -> Adjudication? {
        let head = try database.first(
            "SELECT p.id, a.at, a.reason FROM adjudication a JOIN person p ON p.seq = a.person WHERE a.submission = ?1",
            .int(submission)
        ) { (by: $0.text(0), at: Instant(seconds: $0.int(1)), reason: $0.text(2)) }
        guard let head else { return nil }
        let levels = try database.all(
            "SELECT criterion, level FROM adjudicated_level WHERE submission = ?1", .int(submission)
        ) { Adjudication.Settled(criterion: $0.text(0), level: $0.text(1)) }
        return Adjudication(
            by: head.by, at: head.at, reason: head.reason,
            scores: rubric.criteria.compactMap { criterion in levels.first { $0.criterion == criterion.id } })
    }

    func isThere(_ submission: Int64) throws -> Bool {
        try database.firstInt("SELECT 1 FROM adjudication WHERE submission = ?1", .int(submission)) != nil
    }

    func store(_ adjudication: Adjudication, _ submission: Int64, by person: Int64) throws {
        try database.run(
            "INSERT INTO adjudication(submission, person, at, reason) VALUES (?1, ?2, ?3, ?4)", .int(submission),
            .int(person), .int(adjudication.at.seconds), .text(adjudication.reason))
        for settled in adjudication.scores {
            try database.run(
                "INSERT INTO adjudicated_level(submission, criterion, level) VALUES (?1, ?2, ?3)", .int(submission),
                .text(settled.criterion), .text(settled.level))
        }
    }
}
