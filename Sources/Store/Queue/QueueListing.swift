import Core

/// One list as a whole: what it holds, in which order, and how a window of it is read.
struct QueueListing {
    /// A search that matches more than this is not looked up match by match: the sorted index is walked instead, and each row
    /// asked whether it matched.
    static let mostLookedUp = 10_000

    private enum Source {
        case nothing
        /// All of it, sorted; it is small.
        case known([QueueStream.Item])
        /// Read from the index as far as needed; with a search, only what `matches` holds.
        case walked([QueueStream.Scope], matches: SequenceSet?)
    }
    private let database: any Database
    private let sort: QueueSort
    private let selection: Selection?
    private let lapsed: LapsedClaims
    private let source: Source
    /// Nil where it can't be told without counting.
    let total: Int?

    init(
        _ database: any Database, filter: QueueFilter, sort: QueueSort, search: SearchQuery?, window: Int, now: Instant
    )
        throws
    {
        self.database = database
        self.sort = sort
        lapsed = try LapsedClaims(database, now: now)
        selection = try Selection(filter, now: now, database: database)
        guard let selection else {
            source = .nothing
            total = 0
            return
        }
        let tally = Tally(database: database)
        let count = Int(try tally.count(selection) + lapsed.correction(selection))
        if count == 0 {
            source = .nothing
            total = 0
        } else if let search {
            let matches = try QueueListing.matches(search, database)
            if matches.count <= QueueListing.mostLookedUp {
                let items = try QueueListing.lookUp(matches, selection, lapsed, sort, database)
                source = .known(items)
                total = items.count
            } else {
                source = .walked(try QueueListing.scopes(selection, sort, tally), matches: matches)
                total = nil
            }
        } else if selection.overdueBefore != nil, sort != .due, try QueueListing.isRare(count, selection, window, tally)
        {
            source = .known(try QueueListing.overdue(selection, lapsed, sort, database, tally))
            total = count
        } else {
            source = .walked(try QueueListing.scopes(selection, sort, tally), matches: nil)
            total = count
        }
    }

    /// Exact, however long it takes.
    func countAll() throws -> Int {
        if let total { return total }
        guard let selection, case .walked(_, let matches?) = source else { return 0 }
        return try QueueListing.lookUp(matches, selection, lapsed, sort, database).count
    }

    /// Up to `limit` items beyond `start`, nearest first.
    func read(from start: QueueStream.Start?, ascending: Bool, limit: Int) throws -> [QueueStream.Item] {
        switch source {
        case .nothing: return []
        case .known(let items):
            let ahead = items.filter { item in
                guard let start else { return true }
                if item.key == start.key { return start.inclusive }
                return ascending ? item.key > start.key : item.key < start.key
            }
            return Array(ascending ? ahead.prefix(limit) : ahead.reversed().prefix(limit))
        case .walked(let scopes, let matches):
            let order = QueueOrder(sort: sort, ascending: ascending, overdueBefore: selection?.overdueBefore)
            let late = lapsed.lapses.filter { selection?.holds($0.effective) ?? false }
                .map { QueueStream.Item(key: $0.entry.key(sort), sequence: $0.entry.sequence) }
            var walk = QueueWalk(
                database, scopes: scopes, order: order, start: start, lapsed: late, skip: lapsed.sequences,
                probe: matches, window: limit)
            var items: [QueueStream.Item] = []
            while items.count < limit, let item = try walk.next() { items.append(item) }
            return items
        }
    }

    // MARK: - Where it comes from

    private static func scopes(_ selection: Selection, _ sort: QueueSort, _ tally: Tally) throws -> [QueueStream.Scope]
    {
        var scopes: [QueueStream.Scope] = []
        for state in selection.states where try tally.count(selection, state) > 0 {
            let span = try tally.overdueSpan(selection, state, sort)
            if selection.credential == nil, selection.district == nil {
                scopes.append(QueueStream.Scope(state: state, assessor: selection.assessor, span: span))
            } else {
                scopes += try tally.cells(selection, state).map {
                    QueueStream.Scope(state: state, cell: $0, assessor: selection.assessor, span: span)
                }
            }
        }
        return scopes
    }

    private static func matches(_ search: SearchQuery, _ database: any Database) throws -> SequenceSet {
        var matches = SequenceSet()
        try database.words.matches(search) {
            matches.insert($0)
            return true
        }
        return matches
    }

    private static func lookUp(
        _ matches: SequenceSet, _ selection: Selection, _ lapsed: LapsedClaims, _ sort: QueueSort,
        _ database: any Database
    ) throws -> [QueueStream.Item] {
        let late = Dictionary(lapsed.lapses.map { ($0.entry.sequence, $0.effective) }) { first, _ in first }
        let statement = try database.statement(
            """
            SELECT id, submitted_at, due_at, state, district, credential, assessor FROM submission WHERE seq = ?1
            """)
        defer { statement.close() }
        var items: [QueueStream.Item] = []
        try matches.forEach { sequence in
            defer { statement.close() }
            try statement.open([.int(sequence)])
            guard try statement.next() else { return }
            let standing =
                try late[sequence]
                ?? Standing(
                    assessor: statement.maybeInt(6), state: SubmissionState(code: statement.int(3)),
                    district: statement.int(4), credential: statement.int(5), dueAt: statement.int(2),
                    submittedAt: statement.int(1), id: "")
            guard selection.holds(standing) else { return }
            let entry = QueueEntry(
                sequence: sequence, id: sort == .id ? statement.text(0) : "", submittedAt: statement.int(1),
                dueAt: statement.int(2))
            items.append(QueueStream.Item(key: entry.key(sort), sequence: sequence))
        }
        return items.sorted { $0.key < $1.key }
    }

    // MARK: - Overdue, but not by deadline

    /// The overdue are a run of the index by deadline, and scattered in every other. Reading them all and sorting costs their
    /// number; walking another index costs a window divided by their share. The cheaper one is taken, so that the cost is at
    /// most about the square root of (window x all).
    private static func isRare(_ count: Int, _ selection: Selection, _ window: Int, _ tally: Tally) throws -> Bool {
        var whole = selection
        whole.overdueBefore = nil
        let all = Int(try tally.count(whole))
        return count < window || count < window * all / max(1, count)
    }

    private static func overdue(
        _ selection: Selection, _ lapsed: LapsedClaims, _ sort: QueueSort, _ database: any Database, _ tally: Tally
    ) throws -> [QueueStream.Item] {
        var found = SequenceSet()
        let order = QueueOrder(sort: .due, ascending: true, overdueBefore: selection.overdueBefore)
        var walk = QueueWalk(
            database, scopes: try scopes(selection, .due, tally), order: order, start: nil, lapsed: [], skip: [],
            probe: nil,
            window: 512)
        while let item = try walk.next() { found.insert(item.sequence) }
        for lapse in lapsed.lapses { found.insert(lapse.entry.sequence) }
        return try lookUp(found, selection, lapsed, sort, database)
    }
}
