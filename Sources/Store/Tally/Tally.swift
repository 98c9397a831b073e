import Core

/// Reads the kept counts.
struct Tally {
    let database: any Database

    /// How many submissions stand where `selection` looks, by what is stored.
    func count(_ selection: Selection) throws -> Int64 {
        var total: Int64 = 0
        for state in selection.states {
            total += selection.overdueBefore == nil ? try count(selection, state) : try overdue(selection, state)
        }
        return total
    }

    func count(_ selection: Selection, _ state: SubmissionState) throws -> Int64 {
        try database.firstInt(
            "SELECT n FROM tally WHERE assessor = ?1 AND state = ?2 AND district = ?3 AND credential = ?4",
            .int(selection.assessor ?? 0), .int(state.code), .int(selection.district ?? 0),
            .int(selection.credential ?? 0)) ?? 0
    }

    /// A row a day on which something open was due: as many as there are days, not submissions.
    private func overdue(_ selection: Selection, _ state: SubmissionState) throws -> Int64 {
        guard let before = selection.overdueBefore, state.isOpen else { return 0 }
        return try database.firstInt(
            """
            SELECT sum(n) FROM due_tally WHERE assessor = ?1 AND state = ?2 AND district = ?3 AND credential = ?4
            AND due_at < ?5
            """, .int(selection.assessor ?? 0), .int(state.code), .int(selection.district ?? 0),
            .int(selection.credential ?? 0), .int(before)) ?? 0
    }

    /// Between which places of the list the overdue of one state lie: those of the days on which something is overdue.
    func overdueSpan(_ selection: Selection, _ state: SubmissionState, _ sort: QueueSort) throws -> QueueSpan? {
        guard let before = selection.overdueBefore else { return nil }
        if sort == .due {
            return QueueSpan(
                from: QueueKey(time: .min, sequence: .min, id: ""),
                to: QueueKey(time: before - 1, sequence: .max, id: ""))
        }
        return try database.first(
            """
            SELECT min(submitted_from), max(submitted_to), min(id_from), max(id_to) FROM due_tally
            WHERE assessor = ?1 AND state = ?2 AND district = ?3 AND credential = ?4 AND due_at < ?5
            """, .int(selection.assessor ?? 0), .int(state.code), .int(selection.district ?? 0),
            .int(selection.credential ?? 0), .int(before)
        ) { row in
            QueueSpan(
                from: QueueKey(time: row.int(0), sequence: .min, id: row.text(2), sort),
                to: QueueKey(time: row.int(1), sequence: .max, id: row.text(3), sort))
        }
    }

    /// The cells (micro-credential and district together) in which something stands in `state`.
    func cells(_ selection: Selection, _ state: SubmissionState) throws -> [QueueCell] {
        let assessor = selection.assessor ?? 0
        switch (selection.credential, selection.district) {
        case (let credential?, let district?): return [QueueCell(credential: credential, district: district)]
        case (let credential?, nil):
            return try database.all(
                """
                SELECT district FROM tally WHERE assessor = ?1 AND state = ?2 AND credential = ?3 AND district > 0
                AND n > 0
                """, .int(assessor), .int(state.code), .int(credential)
            ) { QueueCell(credential: credential, district: $0.int(0)) }
        case (nil, let district?):
            return try database.all(
                """
                SELECT credential FROM tally WHERE assessor = ?1 AND state = ?2 AND district = ?3 AND credential > 0
                AND n > 0
                """, .int(assessor), .int(state.code), .int(district)
            ) { QueueCell(credential: $0.int(0), district: district) }
        case (nil, nil): return []
        }
    }
}

/// A micro-credential in a district.
struct QueueCell: Hashable {
    var credential: Int64
    var district: Int64
}
