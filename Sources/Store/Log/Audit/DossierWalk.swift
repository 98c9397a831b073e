import Core

/// Goes through all submissions, and beside them through their events, cards, decisions and claims: each table is read once,
/// in the order of submissions, and one submission is in memory at a time.
struct DossierWalk {
    let database: any Database

    init(_ database: any Database) { self.database = database }

    /// - Parameter tick: called for each event.
    func run(_ problems: inout AuditProblems, tick: () -> Void) throws {
        var events = try RowsAlongside(
            database,
            """
            SELECT subject, n, at, who, what, detail FROM log WHERE subject IS NOT NULL ORDER BY subject, n
            """)
        var tables = try SubmissionTables(database)
        let submissions = try RowCursor(database, SubmissionTables.submissions)
        while try submissions.next() {
            let stored = StoredSubmission(submissions.row)
            var dossier = Dossier()
            try events.rows(of: stored.sequence) { row in
                dossier.take(
                    AuditEvent(
                        n: row.rawInt(1), at: row.rawInt(2), who: row.text(3), kind: LogKind(rawValue: row.text(4)),
                        detail: row.bytes(5)))
                tick()
            }
            var check = DossierCheck(stored: stored, dossier: dossier)
            try check.run(&tables, &problems)
        }
    }
}

/// An open statement that ends with its owner.
final class RowCursor {
    let row: any PreparedStatement

    init(_ database: any Database, _ sql: String) throws {
        row = try database.statement(sql)
        try row.open([])
    }

    deinit { row.close() }

    func next() throws -> Bool { try row.next() }
}

/// Rows of a statement whose first column is a submission's sequence, which it is in order of.
struct RowsAlongside {
    private let cursor: RowCursor
    private var isThere: Bool

    init(_ database: any Database, _ sql: String) throws {
        cursor = try RowCursor(database, sql)
        isThere = try cursor.next()
    }

    /// Those of the submission, which must be asked for in order. Rows of one that is not there are left out: that they
    /// refer to nothing is found by the check of references.
    mutating func rows(of sequence: Int64, _ body: (any PreparedStatement) throws -> Void) throws {
        while isThere, cursor.row.rawInt(0) <= sequence {
            if cursor.row.rawInt(0) == sequence { try body(cursor.row) }
            isThere = try cursor.next()
        }
    }
}
