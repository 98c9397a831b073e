import Core

/// One run of an index: a state, perhaps in one cell, perhaps of one assessor. Read in pieces, forwards or backwards.
struct QueueStream {
    struct Scope {
        var state: SubmissionState
        var cell: QueueCell?
        var assessor: Int64?
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
        self.start = start
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
        let statement = try database.statement(order.sql(scope, start: start))
        defer { statement.close() }
        try statement.open(order.values(scope, start: start, limit: pieces))
        while try statement.next() {
            let sequence = statement.int(0)
            let key =
                order.sort == .id
                ? QueueKey(time: 0, sequence: 0, id: statement.text(1))
                : QueueKey(time: statement.int(1), sequence: sequence, id: "")
            items.append(Item(key: key, sequence: sequence))
        }
        isDry = items.count < pieces
        if let last = items.last { start = Start(key: last.key, inclusive: false) }
        // Whoever reads on past the first piece is walking: then fewer, longer pieces.
        pieces = min(pieces * 2, 512)
    }
}

/// How a stream is read: by what, which way, and how late.
struct QueueOrder {
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

    func sql(_ scope: QueueStream.Scope, start: QueueStream.Start?) -> String {
        var next = 1
        func mark() -> String {
            defer { next += 1 }
            return "?\(next)"
        }
        var sql = "SELECT seq, \(column) FROM submission WHERE state = \(mark())"
        if scope.assessor != nil { sql += " AND assessor = \(mark())" }
        if scope.cell != nil { sql += " AND credential = \(mark()) AND district = \(mark())" }
        // The plus keeps the bound from choosing the index: in another order than by deadline it is only looked at in passing.
        if overdueBefore != nil { sql += " AND \(sort == .due ? "" : "+")due_at < \(mark())" }
        if let start {
            let compare = (ascending ? ">" : "<") + (start.inclusive ? "=" : "")
            sql += sort == .id ? " AND id \(compare) \(mark())" : " AND (\(column), seq) \(compare) (\(mark()), \(mark()))"
        }
        let way = ascending ? "ASC" : "DESC"
        sql += sort == .id ? " ORDER BY id \(way)" : " ORDER BY \(column) \(way), seq \(way)"
        return sql + " LIMIT \(mark())"
    }

    func values(_ scope: QueueStream.Scope, start: QueueStream.Start?, limit: Int) -> [Value] {
        var values: [Value] = [.int(scope.state.code)]
        if let assessor = scope.assessor { values.append(.int(assessor)) }
        if let cell = scope.cell { values += [.int(cell.credential), .int(cell.district)] }
        if let overdueBefore { values.append(.int(overdueBefore)) }
        if let start {
            values += sort == .id ? [.text(start.key.id)] : [.int(start.key.time), .int(start.key.sequence)]
        }
        values.append(.int(limit))
        return values
    }
}
