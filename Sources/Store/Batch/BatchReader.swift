import Core

/// One session as its reader sees it.
struct BatchReader {
    let database: any Database
    let kept: Batches.Kept
    private let caller: Caller
    private let person: Int64
    private let rules: BatchRules
    private let now: Instant

    init(_ database: any Database, _ name: String, _ caller: Caller, _ now: Instant) throws {
        self.database = database
        self.caller = caller
        self.now = now
        kept = try Batches(database: database).find(name)
        person = try People.sequence(caller.id, database) ?? 0
        rules = BatchRules(policy: try ReviewStore.policy(database), isAlone: caller.isAlone)
    }

    func walk(
        from position: Int, ascending: Bool = true,
        _ body: (Batches.Entry, BatchVerdict, Set<BatchFlag>) throws -> Bool
    ) throws {
        let conflicts = Conflicts(of: caller.person, database)
        try Batches(database: database).walk(kept.sequence, from: position, ascending: ascending, person: person) {
            var entry = $0
            entry.facts.isInConflict = try conflicts.with(entry.submission) != nil
            return try body(entry, rules.verdict(entry.facts), rules.flags(entry.facts, now: now))
        }
    }

    /// The window that was asked for. A view that few items are in may read the whole session to fill it.
    func page(_ request: BatchRequest) throws -> BatchPage {
        let limit = max(0, min(request.limit, 10_000))
        let (start, ascending): (Int, Bool) =
            switch request.anchor {
            case .first: (1, true)
            case .last: (.max, false)
            case .after(let position): (position + 1, true)
            case .at(let position): (position, true)
            case .before(let position): (position - 1, false)
            }
        // One more than is shown says whether there is more.
        var found = try read(from: start, ascending, limit + 1, request.view)
        let goesOn = found.count > limit
        if goesOn { found.removeLast() }
        let back = (found.first?.0.position ?? start) + (ascending ? -1 : 1)
        let comesFrom =
            try back < 1 || back > kept.session.items ? false : !read(from: back, !ascending, 1, request.view).isEmpty
        var lines = try BatchLines(database: database, now: now, sight: Sight(caller: caller, policy: rules.policy))
        var items = try found.map { try lines.item($0.0, $0.1, $0.2) }
        if !ascending { items.reverse() }
        return BatchPage(
            items: items, hasMoreBefore: ascending ? comesFrom : goesOn, hasMoreAfter: ascending ? goesOn : comesFrom)
    }

    private func read(from position: Int, _ ascending: Bool, _ limit: Int, _ view: BatchView) throws -> [(
        Batches.Entry, BatchVerdict, Set<BatchFlag>
    )] {
        var found: [(Batches.Entry, BatchVerdict, Set<BatchFlag>)] = []
        try walk(from: position, ascending: ascending) { entry, verdict, flags in
            if view.holds(verdict, flags) { found.append((entry, verdict, flags)) }
            return found.count < limit
        }
        return found
    }
}

/// Puts the lines of a plan together.
struct BatchLines {
    private let sight: Sight
    private let rows: QueueRows
    private var look: BatchLook

    init(database: any Database, now: Instant, sight: Sight) throws {
        self.sight = sight
        rows = try QueueRows(database: database, now: now)
        look = BatchLook(database: database, now: now)
    }

    mutating func item(_ entry: Batches.Entry, _ verdict: BatchVerdict, _ flags: Set<BatchFlag>) throws -> BatchItem {
        let row = try rows.row(entry.submission)
        let microCredential = try look.microCredential(row.microCredential, row.version)
        let rubric = microCredential.rubric
        // A line needs no body; but no card is seen except through `Sight`.
        let detail = SubmissionDetail(
            row: row, microCredential: microCredential, earner: nil, overview: [], evidence: [], reflection: "",
            whatChanged: nil, previous: nil, attestations: Attestations(),
            scorecards: try Scorecards(database: look.database).all(row.sequence, id: row.id, rubric: rubric),
            decision: nil, claim: nil)
        let seen = try sight.view(detail).scorecards.filter { $0.state == .submitted }
        return BatchItem(
            position: entry.position, row: row, verdict: verdict, flags: flags,
            strips: seen.map { ReaderStrip($0, rubric: rubric) })
    }
}
