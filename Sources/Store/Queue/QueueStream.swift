import Core

/// One run of an index: a state, perhaps in one cell, perhaps of one assessor. Read in pieces, forwards or backwards.
struct QueueStream {
    struct Scope {
        var state: SubmissionState
        var cell: QueueCell?
        var assessor: Int64?
        /// Nothing that is wanted lies outside; nil where that is not known.
        var span: QueueSpan?
    }
    struct Item {
        var key: QueueKey
        var sequence: Int64
    }
    struct Start {
        var key: QueueKey
        var inclusive: Bool
    }

    private let scope: Scope
    private let order: QueueOrder
    private var start: Start?
    private var pieces: Int
    private var items: [Item] = []
    private var at = 0
    private var isDry = false

    init(_ scope: Scope, order: QueueOrder, start: Start?, piece: Int) {
        self.scope = scope
        self.order = order
        self.start = order.start(start, in: scope.span)
        self.pieces = piece
    }

    /// The item that would come next.
    mutating func peek(_ database: any Database) throws -> Item? {
        if at == items.count, !isDry { try read(database) }
        return at < items.count ? items[at] : nil
    }

    mutating func advance() { at += 1 }

    private mutating func read(_ database: any Database) throws {
        items.removeAll(keepingCapacity: true)
        at = 0
        // Many share a deadline. An index is entered in the middle of those only by naming the time itself; one comparison of
        // pairs would be entered at the time and read through all of them.
        if let start, order.sort != .id, !order.isPast(start, scope.span) { try read(database, .among(start)) }
        if items.count < pieces {
            try read(database, start.map { order.sort == .id ? .from($0) : .beyond($0) } ?? .all)
        }
        isDry = items.count < pieces
        if let last = items.last { start = Start(key: last.key, inclusive: false) }
        // Whoever reads on past the first piece is walking: then fewer, longer pieces.
        pieces = min(pieces * 2, 512)
    }

    private mutating func read(_ database: any Database, _ part: QueueOrder.Part) throws {
        let query = order.query(scope, part, limit: pieces - items.count)
        let statement = try database.statement(query.sql)
        defer { statement.close() }
        try statement.open(query.values)
        while try statement.next() {
            let sequence = statement.int(0)
            let key =
                order.sort == .id
                ? QueueKey(time: 0, sequence: 0, id: statement.text(1))
                : QueueKey(time: statement.int(1), sequence: sequence, id: "")
            items.append(Item(key: key, sequence: sequence))
        }
    }
}

/// How a stream is read: by what, which way, and how late.
struct QueueOrder {
    /// Which part of a run one statement reads.
    enum Part {
        case all
        /// The rest of those that share the start's time.
        case among(QueueStream.Start)
        /// Those of later (or, backwards, earlier) times.
        case beyond(QueueStream.Start)
        /// By id, which none share.
        case from(QueueStream.Start)

        var isAmong: Bool { if case .among = self { true } else { false } }
    }
    var sort: QueueSort
    var ascending: Bool
    var overdueBefore: Int64?

    private var column: String {
        switch sort {
        case .due: "due_at"
        case .submitted: "submitted_at"
        case .id: "id"
        }
    }

    func query(_ scope: QueueStream.Scope, _ part: Part, limit: Int) -> (sql: String, values: [Value]) {
        var values: [Value] = []
        func mark(_ value: Value) -> String {
            values.append(value)
            return "?\(values.count)"
        }
        var sql = "SELECT seq, \(column) FROM submission WHERE state = \(mark(.int(scope.state.code)))"
        if let assessor = scope.assessor { sql += " AND assessor = \(mark(.int(assessor)))" }
        if let cell = scope.cell {
            sql += " AND credential = \(mark(.int(cell.credential))) AND district = \(mark(.int(cell.district)))"
        }
        // The plus keeps the bound from choosing the index: in another order than by deadline it is only looked at in passing.
        if let overdueBefore, sort != .due { sql += " AND +due_at < \(mark(.int(overdueBefore)))" }
        let past = ascending ? ">" : "<"
        switch part {
        case .all: break
        case .among(let start):
            sql += " AND \(column) = \(mark(.int(start.key.time)))"
            sql += " AND seq \(past)\(start.inclusive ? "=" : "") \(mark(.int(start.key.sequence)))"
        case .beyond(let start): sql += " AND \(column) \(past) \(mark(.int(start.key.time)))"
        case .from(let start): sql += " AND id \(past)\(start.inclusive ? "=" : "") \(mark(.text(start.key.id)))"
        }
        // The far end of the span; the near one is in the start.
        if let span = scope.span, !part.isAmong {
            let end = ascending ? span.to : span.from
            sql += " AND \(column) \(ascending ? "<=" : ">=") \(mark(sort == .id ? .text(end.id) : .int(end.time)))"
        }
        let way = ascending ? "ASC" : "DESC"
        sql += sort == .id ? " ORDER BY id \(way)" : " ORDER BY \(column) \(way), seq \(way)"
        return (sql + " LIMIT \(mark(.int(limit)))", values)
    }

    /// The span ends before it begins there.
    func isPast(_ start: QueueStream.Start, _ span: QueueSpan?) -> Bool {
        guard let span else { return false }
        return ascending ? start.key > span.to : start.key < span.from
    }

    /// Where to begin: at `start`, or where the span begins if that comes later.
    func start(_ start: QueueStream.Start?, in span: QueueSpan?) -> QueueStream.Start? {
        guard let span else { return start }
        let edge = ascending ? span.from : span.to
        guard let start, ascending ? start.key >= edge : start.key <= edge else {
            return QueueStream.Start(key: edge, inclusive: true)
        }
        return start
    }
}
