/// Counts again what is kept as counts.
struct Recount {
    let database: any Database

    /// Rows of either tally that say something else than a count of the submissions.
    func wrongCells() throws -> Int {
        var wrong: Int64 = 0
        for assessor in ["0", "assessor"] {
            for district in ["0", "district"] {
                for credential in ["0", "credential"] {
                    let cells = "\(assessor) AS a, state AS s, \(district) AS d, \(credential) AS c"
                    let kept =
                        "assessor \(sign(assessor)) 0 AND district \(sign(district)) 0 AND credential \(sign(credential)) 0"
                    let narrow = assessor == "0" ? "1 = 1" : "assessor IS NOT NULL"
                    wrong += try difference(
                        "SELECT assessor, state, district, credential, n FROM tally WHERE \(kept)",
                        "SELECT \(cells), count(*) FROM submission WHERE \(narrow) GROUP BY 1, 2, 3, 4")
                    wrong += try difference(
                        "SELECT assessor, state, district, credential, due_at, n FROM due_tally WHERE \(kept)",
                        """
                        SELECT \(cells), due_at, count(*) FROM submission WHERE \(narrow) AND state <= 4
                        GROUP BY 1, 2, 3, 4, 5
                        """)
                }
            }
        }
        return Int(wrong)
    }

    /// Days between whose kept times and ids not all of their submissions lie: a list of what is overdue would miss some.
    func wrongBounds() throws -> Int {
        Int(
            try database.firstInt(
                """
                SELECT count(*) FROM due_tally t JOIN (
                    SELECT state, due_at, min(submitted_at) AS a, max(submitted_at) AS b, min(id) AS c, max(id) AS d
                    FROM submission WHERE state <= 4 GROUP BY state, due_at) s
                ON s.state = t.state AND s.due_at = t.due_at
                WHERE t.assessor = 0 AND t.district = 0 AND t.credential = 0 AND (
                    t.submitted_from > s.a OR t.submitted_to < s.b OR t.id_from > s.c OR t.id_to < s.d)
                """) ?? 0)
    }

    /// Approval sessions that count their items otherwise than these are.
    func wrongSessions() throws -> Int {
        Int(
            try database.firstInt(
                """
                SELECT count(*) FROM batch b LEFT JOIN (
                    SELECT batch, count(*) AS items, count(hold_reason) AS held, count(signed_at) AS signed
                    FROM batch_item GROUP BY batch) i
                ON i.batch = b.seq
                WHERE b.items <> coalesce(i.items, 0) OR b.held <> coalesce(i.held, 0)
                    OR b.signed <> coalesce(i.signed, 0)
                """) ?? 0)
    }

    private func sign(_ column: String) -> String { column == "0" ? "=" : "<>" }

    private func difference(_ left: String, _ right: String) throws -> Int64 {
        let onlyLeft = try database.firstInt("SELECT count(*) FROM (\(left) EXCEPT \(right)) AS x") ?? 0
        let onlyRight = try database.firstInt("SELECT count(*) FROM (\(right) EXCEPT \(left)) AS x") ?? 0
        return max(onlyLeft, onlyRight)
    }
}
