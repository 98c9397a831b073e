import Core

/// What came of the reads beside the cards: how a dispute was settled, and who found a leak.
extension DossierCheck {
    func checkSettlement(_ tables: inout SubmissionTables, _ problems: inout AuditProblems) throws {
        var found: Dossier.Settlement?
        try tables.settlements.rows(of: stored.sequence) { row in
            var stored =
                found
                ?? Dossier.Settlement(n: 0, at: row.rawInt(2), who: row.text(1), reason: row.text(3), levels: [:])
            if !row.isNull(4) { stored.levels[row.text(4)] = row.text(5) }
            found = stored
        }
        switch (found, dossier.settlement) {
        case (nil, nil): return
        case (.some, nil): problems.missing("The log has no event for the adjudication of \(stored.id).")
        case (nil, .some(let event)):
            problems.contradicts(
                event.n, "The adjudication of \(stored.id), event \(event.n), is not in the store.")
        case (.some(let found), .some(let event)):
            if found.at != event.at || found.who != event.who || found.reason != event.reason
                || found.levels != event.levels
            {
                problems.contradicts(event.n, "The adjudication of \(stored.id) is not the one of event \(event.n).")
            }
        }
    }

    /// The reason is not in the log (it may say what it is about): who and when is what can be compared.
    mutating func checkLeaks(_ tables: inout SubmissionTables, _ problems: inout AuditProblems) throws {
        try tables.leaks.rows(of: stored.sequence) { row in
            let who = row.text(1)
            guard let event = dossier.leaks.removeValue(forKey: who) else {
                return problems.missing("The log has no event for the leak in \(stored.id) that \(who) reported.")
            }
            if row.rawInt(2) != event.at {
                problems.contradicts(
                    event.n, "The leak in \(stored.id) was not reported when event \(event.n) says.")
            }
        }
        for (who, event) in dossier.leaks.sorted(by: { $0.value.n < $1.value.n }) {
            problems.contradicts(
                event.n, "The leak in \(stored.id) that \(who) reported, event \(event.n), is not in the store.")
        }
    }
}
