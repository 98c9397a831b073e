import Core

extension ReviewStore {
    /// A window of the queue.
    package func queue(_ request: QueueRequest, as caller: Caller, now: Instant) throws -> QueuePage {
        try caller.require(.seeQueue)
        let limit = max(0, min(request.limit, 10_000))
        return try driver.read { database in
            let listing = try QueueListing(
                database, filter: request.filter, sort: request.sort,
                search: try searchQuery(request.filter, caller, database), window: limit + 1, now: now)
            let window = try QueueWindow(listing: listing, request: request, limit: limit)
            let rows = try QueueRows(database: database, now: now)
            return QueuePage(
                rows: try window.items.map { Sight.row(try rows.row($0.sequence), for: caller) }, total: listing.total,
                hasMoreBefore: window.hasMoreBefore, hasMoreAfter: window.hasMoreAfter)
        }
    }

    /// How many submissions a list holds, exactly.
    package func queueTotal(_ filter: QueueFilter, as caller: Caller, now: Instant) throws -> Int {
        try caller.require(.seeQueue)
        return try driver.read { database in
            try QueueListing(
                database, filter: filter, sort: .due, search: try searchQuery(filter, caller, database), window: 1,
                now: now
            ).countAll()
        }
    }

    /// The first line of the queue screen.
    package func summary(as caller: Caller, now: Instant) throws -> QueueSummary {
        try caller.require(.seeQueue)
        return try driver.read { database in
            let tally = Tally(database: database)
            let lapsed = try LapsedClaims(database, now: now)
            let pending = Selection(states: [.pending])
            var overdue = Selection(states: SubmissionState.allCases.filter(\.isOpen))
            overdue.overdueBefore = now.seconds
            let mine = try database.firstInt(
                """
                SELECT count(*) FROM claim k JOIN person p ON p.seq = k.person WHERE p.id = ?1 AND k.expires_at > ?2
                """, .text(caller.id), .int(now.seconds))
            return QueueSummary(
                pending: Int(try tally.count(pending) + lapsed.correction(pending)),
                overdue: Int(try tally.count(overdue) + lapsed.correction(overdue)), mine: Int(mine ?? 0),
                programme: try ReviewStore.setting("programme", database) ?? "",
                everything: Int(try tally.count(Selection(states: SubmissionState.allCases))))
        }
    }

    /// Earners are found by name only by one from whom no submission hides its earner: with a blind policy a name that finds
    /// a submission has named its earner to its assessor.
    func searchQuery(_ filter: QueueFilter, _ caller: Caller, _ database: any Database) throws -> SearchQuery? {
        guard let text = filter.search else { return nil }
        // A column of its own: decoding a whole policy would cost a search more than the search.
        let isBlind = try database.firstInt("SELECT blind FROM policy ORDER BY n DESC LIMIT 1") != 0
        let seesAll = isBlind ? caller.may(.seeIdentity) && !caller.may(.score) : true
        return SearchQuery(text, reachesEarners: seesAll)
    }
}
