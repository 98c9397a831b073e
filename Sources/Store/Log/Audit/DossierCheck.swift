import Core

/// Compares what the tables have of one submission with what its events say.
struct DossierCheck {
    let stored: StoredSubmission
    var dossier: Dossier

    private var id: String { stored.id }

    mutating func run(_ tables: inout SubmissionTables, _ problems: inout AuditProblems) throws {
        let before = problems.count
        try checkSubmission(&tables, &problems)
        try checkCards(&tables, &problems)
        try checkSettlement(&tables, &problems)
        try checkLeaks(&tables, &problems)
        try checkDecision(&tables, &problems)
        try checkClaim(&tables, &problems)
        try checkSessions(&tables, &problems)
        try checkAssignments(&tables, &problems)
        // What was found above has its own consequences for where the submission is: they would say it twice.
        if problems.count == before { checkPlace(&problems) }
    }

    // MARK: - What was handed in

    private func checkSubmission(_ tables: inout SubmissionTables, _ problems: inout AuditProblems) throws {
        var contents: [String: [UInt8]] = [:]
        try tables.contents.rows(of: stored.sequence) { contents[$0.text(1)] = $0.bytes(2) }
        guard let event = dossier.imported else {
            return problems.missing("The log has no event for the submission \(id).")
        }
        var detail = JSONText()
        detail.object { json in
            json.add("microCredential", stored.microCredential)
            json.add("version", stored.version)
            json.add("sha256", hex(stored.digest))
        }
        guard let submission = stored.submission() else {
            return problems.contradicts(event.n, "The body of the submission \(id) of event \(event.n) can't be read.")
        }
        guard detail.bytes == event.detail, isAsHandedIn(submission), stored.district == submission.earner.district,
            stored.evidenceCount == submission.evidence.count
        else { return problems.contradicts(event.n, "The submission \(id) is not the one of event \(event.n).") }
        for item in submission.evidence {
            guard case .content(let sha256, _) = item.body else { continue }
            if contents.removeValue(forKey: item.id).map({ hex($0) }) != sha256 {
                problems.contradicts(
                    event.n, "The evidence \(item.id) of \(id) is not the file that event \(event.n) took in.")
            }
        }
        if let more = contents.keys.min() {
            problems.contradicts(event.n, "The evidence \(more) of \(id) was not taken in by event \(event.n).")
        }
    }

    /// Its digest says so, with the version or without: what the file had of it is not kept.
    private func isAsHandedIn(_ submission: Submission) -> Bool {
        if SubmissionDigest.digest(submission, contents: [:]) == stored.digest { return true }
        var unversioned = submission
        unversioned.version = nil
        return SubmissionDigest.digest(unversioned, contents: [:]) == stored.digest
    }

    // MARK: - Cards

    private mutating func checkCards(_ tables: inout SubmissionTables, _ problems: inout AuditProblems) throws {
        var cards: [StoredCard] = []
        try tables.scores.rows(of: stored.sequence) { row in
            if cards.last?.sequence != row.rawInt(1) { cards.append(StoredCard(row)) }
            cards[cards.count - 1].add(row)
        }
        for card in cards {
            guard let event = dossier.cards.removeValue(forKey: card.person) else {
                problems.missing("The log has no event for the scorecard of \(card.person) for \(id).")
                continue
            }
            let rubric = try tables.rubric(stored.microCredential, stored.version)
            if card.version > event.version {
                problems.missing(
                    "The scorecard of \(card.person) for \(id) is of version \(card.version); the log ends with version \(event.version), event \(event.n)."
                )
            } else if card.version < event.version || card.changedAt != event.at
                || card.digest(id, rubric) != event.sha256
            {
                problems.contradicts(
                    event.n, "The scorecard of \(card.person) for \(id) is not the one of event \(event.n).")
            }
        }
        for (person, event) in dossier.cards.sorted(by: { $0.value.n < $1.value.n }) {
            problems.contradicts(
                event.n, "The scorecard of \(person) for \(id), event \(event.n), is not in the store.")
        }
    }

    // MARK: - The decision

    private func checkDecision(_ tables: inout SubmissionTables, _ problems: inout AuditProblems) throws {
        var isThere = false
        try tables.decisions.rows(of: stored.sequence) { row in
            isThere = true
            let (at, letterAt) = (row.rawInt(3), row.maybeRawInt(5))
            guard let event = dossier.ruling, at <= event.at else {
                return problems.missing("The log has no event for the decision on \(id).")
            }
            if row.text(1) != event.kind || row.text(2) != event.who || at != event.at || row.text(4) != event.reason {
                problems.contradicts(event.n, "The decision on \(id) is not the one of event \(event.n).")
            }
            if let letterAt, letterAt > dossier.letter?.at ?? .min {
                problems.missing("The log has no event for the letter about \(id).")
            } else if letterAt != dossier.letter?.at, let event = dossier.letter {
                problems.contradicts(event.n, "The letter about \(id) did not go out when event \(event.n) says.")
            }
        }
        if !isThere, let event = dossier.ruling {
            problems.isStale(event.n, "The decision on \(id), event \(event.n), is not in the store.")
        }
    }

    // MARK: - Claims, sessions, assignments

    private func checkClaim(_ tables: inout SubmissionTables, _ problems: inout AuditProblems) throws {
        var isThere = false
        try tables.claims.rows(of: stored.sequence) { row in
            isThere = true
            let (who, since) = (row.text(1), row.rawInt(2))
            guard let event = dossier.holder, since <= event.at else {
                return problems.missing("The log has no event for the claim of \(who) on \(id).")
            }
            if who != event.who || since != event.at {
                problems.contradicts(event.n, "The claim of \(who) on \(id) is not the one of event \(event.n).")
            }
        }
        if !isThere, let event = dossier.holder {
            problems.isStale(event.n, "The claim of \(event.who) on \(id), event \(event.n), is not in the store.")
        }
    }

    private mutating func checkSessions(_ tables: inout SubmissionTables, _ problems: inout AuditProblems) throws {
        try tables.items.rows(of: stored.sequence) { row in
            let (name, reason, at) = (row.text(1), row.maybeText(2), row.maybeRawInt(3))
            let signed = dossier.signed.removeValue(forKey: name)
            let held = dossier.held.removeValue(forKey: name)
            if let at, at > signed?.at ?? .min {
                problems.missing("The log has no event for the signing of \(id) in the session \(name).")
            } else if at != signed?.at, let signed {
                problems.contradicts(
                    signed.n, "In the session \(name), \(id) is not signed as event \(signed.n) says.")
            }
            if reason != held?.reason {
                if let held {
                    problems.isStale(held.n, "In the session \(name), \(id) is not held as event \(held.n) says.")
                } else {
                    problems.missing("The log has no event for the holding of \(id) in the session \(name).")
                }
            }
        }
        for (name, event) in dossier.signed {
            problems.contradicts(event.n, "\(id) is not in the session \(name), in which event \(event.n) signed it.")
        }
        for (name, event) in dossier.held {
            problems.contradicts(event.n, "\(id) is not in the session \(name), of which event \(event.n) tells.")
        }
    }

    private func checkAssignments(_ tables: inout SubmissionTables, _ problems: inout AuditProblems) throws {
        var left = dossier.assigned[...]
        try tables.assignments.rows(of: stored.sequence) { row in
            let (who, until) = (row.text(1), row.rawInt(2))
            guard let event = left.popFirst() else {
                return problems.missing("The log has no event for the assignment of \(id) to \(who).")
            }
            if who != event.who || until != Instant(rfc3339: event.until)?.seconds {
                problems.isStale(event.n, "The assignment of \(id) to \(who) is not the one of event \(event.n).")
            }
        }
        if let event = left.first {
            problems.isStale(event.n, "The assignment of \(id), event \(event.n), is not in the store.")
        }
    }

    // MARK: - Where it is

    private func checkPlace(_ problems: inout AuditProblems) {
        let n = max(dossier.resting.n, dossier.holder?.n ?? 0)
        if let state = dossier.state, stored.state != state {
            problems.isStale(
                n, "\(id) is \(stored.state?.rawValue ?? "in no known state"); by event \(n) it is \(state.rawValue).")
        }
        if stored.scorer != dossier.scorer || stored.assessor != dossier.holder?.who ?? dossier.scorer {
            problems.isStale(n, "\(id) is listed under another assessor than event \(n) leaves it with.")
        }
    }
}

/// A scorecard as the tables have it.
private struct StoredCard {
    var sequence: Int64
    var person: String
    var state: String
    var version: Int64
    var salt: [UInt8]
    var changedAt: Int64
    var scores: [Score] = []
    var isReadable = true

    init(_ row: any PreparedStatement) {
        sequence = row.rawInt(1)
        person = row.text(2)
        state = row.text(3)
        version = row.rawInt(4)
        salt = row.bytes(5)
        changedAt = row.rawInt(6)
    }

    /// One criterion.
    mutating func add(_ row: any PreparedStatement) {
        if row.isNull(7) { return }
        let citations = JSONScan(row.bytes(10))?.items?.compactMap { item -> Citation? in
            guard let evidence = item["evidence"]?.text, let from = item["from"]?.number, let to = item["to"]?.number
            else { return nil }
            return Citation(evidence: evidence, from: Int(from), to: Int(to))
        }
        if citations == nil { isReadable = false }
        scores.append(
            Score(criterion: row.text(7), level: row.maybeText(8), comment: row.text(9), citations: citations ?? []))
    }

    /// Nil where it is no card of the rubric.
    func digest(_ submission: String, _ rubric: Rubric?) -> String? {
        guard let rubric, isReadable, let state = Scorecard.State(rawValue: state) else { return nil }
        let ordered = rubric.criteria.compactMap { criterion in scores.first { $0.criterion == criterion.id } }
        guard ordered.count == scores.count else { return nil }
        return Scorecards.digest(
            Scorecards.Kept(
                sequence: sequence, salt: salt,
                card: Scorecard(
                    submission: submission, assessor: person, state: state, version: Int(version), scores: ordered)))
    }
}
