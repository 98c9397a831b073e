/// One connection to a store, used by one thread at a time. The SQL that goes through it is written once, in what both
/// SQLite and PostgreSQL speak; a driver puts its own mark for `?1`.
protocol Database: AnyObject {
    /// The prepared form of `sql`, kept for the next time. A second one is made where the first is still being read.
    func statement(_ sql: String) throws -> any PreparedStatement

    /// Begins a transaction that reads one moment of the store.
    func beginRead() throws
    /// Begins a transaction that may write; waits for its turn, so that it never fails half way for want of a lock.
    func beginWrite() throws
    func commit() throws
    /// Takes back all since `begin`; never fails, since there is nothing that one could do.
    func rollback()

    /// The words of submissions. Full-text search is each driver's own.
    var words: any WordIndex { get }
}

/// A statement and, while it is open, the row it stands on. Columns count from 0.
protocol PreparedStatement: AnyObject {
    func open(_ values: [Value]) throws
    /// Moves to the next row; false at the end.
    func next() throws -> Bool
    /// Ends the reading; the statement may then be used again.
    func close()
    /// Rows that the last run inserted, updated or deleted.
    var changes: Int { get }

    func isNull(_ column: Int) -> Bool
    /// 0, and a fault at the next step, where it is a number that no store of ours holds.
    func int(_ column: Int) -> Int64
    /// The number as it is stored, however odd: for an audit, which calculates with none.
    func rawInt(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    /// - Throws: where the row held what no store of ours does. `next` asks it of the row before.
    func check() throws
}

extension PreparedStatement {
    func maybeInt(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
    func maybeRawInt(_ column: Int) -> Int64? { isNull(column) ? nil : rawInt(column) }
    func maybeText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    /// Runs a statement that answers no rows.
    @discardableResult
    func run(_ values: [Value]) throws -> Int {
        defer { close() }
        try open(values)
        while try next() {}
        return changes
    }
}

extension Database {
    @discardableResult
    func run(_ sql: String, _ values: Value...) throws -> Int { try statement(sql).run(values) }

    /// All rows, each turned into a value.
    func all<T>(_ sql: String, _ values: Value..., row: (any PreparedStatement) throws -> T) throws -> [T] {
        let statement = try statement(sql)
        defer { statement.close() }
        try statement.open(values)
        var rows: [T] = []
        while try statement.next() { rows.append(try row(statement)) }
        return rows
    }

    /// The first row, or nil where there is none.
    func first<T>(_ sql: String, _ values: Value..., row: (any PreparedStatement) throws -> T) throws -> T? {
        let statement = try statement(sql)
        defer { statement.close() }
        try statement.open(values)
        guard try statement.next() else { return nil }
        let value = try row(statement)
        try statement.check()
        return value
    }

    func firstInt(_ sql: String, _ values: Value...) throws -> Int64? {
        let statement = try statement(sql)
        defer { statement.close() }
        try statement.open(values)
        guard try statement.next() else { return nil }
        let number = statement.maybeInt(0)
        try statement.check()
        return number
    }
}
