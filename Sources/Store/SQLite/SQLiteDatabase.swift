import GRDB
import GRDBSQLite

/// The `Database` of one SQLite connection.
final class SQLiteDatabase: Database {
    private unowned let owner: GRDB.Database
    private let connection: OpaquePointer
    private var prepared: [String: SQLiteStatement] = [:]
    let meter: SQLiteMeter?
    private var isWriting = false
    /// Set by a test: sees every text that is prepared.
    var onPrepare: ((String) -> Void)?

    init(_ owner: GRDB.Database, meter: SQLiteMeter?) throws {
        guard let connection = owner.sqliteConnection else {
            throw DatabaseFault(kind: .cannotOpen, message: "the connection is closed")
        }
        self.owner = owner
        self.connection = connection
        self.meter = meter
    }

    func statement(_ sql: String) throws -> any PreparedStatement {
        if let known = prepared[sql], !known.isOpen { return known }
        onPrepare?(sql)
        do {
            let made = SQLiteStatement(try owner.makeStatement(sql: sql), connection: connection, meter: meter)
            if prepared[sql] == nil { prepared[sql] = made }
            return made
        } catch let error as DatabaseError {
            throw SQLiteFault.fault(error)
        }
    }

    func beginRead() throws { try run("BEGIN DEFERRED") }
    func beginWrite() throws {
        try run("BEGIN IMMEDIATE")
        isWriting = true
    }

    /// A write is answered only where its file still has its name: SQLite goes on writing to a file that was deleted.
    func commit() throws {
        if isWriting { try requireFile() }
        try run("COMMIT")
        guard isWriting else { return }
        isWriting = false
        try requireFile()
    }

    /// Costs one `stat`; a file that is held open keeps its inode, so no other can be taken for it.
    func requireFile() throws {
        var hasMoved: Int32 = 0
        let code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        if code == SQLITE_OK, hasMoved != 0 { throw DatabaseFault(kind: .gone, message: "the file has moved") }
    }

    func rollback() {
        isWriting = false
        // A full disk may have rolled back by itself: then there is no transaction left to end.
        if sqlite3_get_autocommit(connection) == 0 { _ = try? run("ROLLBACK") }
    }

    var words: any WordIndex { SQLiteWordIndex(database: self) }

    /// Several statements, for schema and settings.
    func script(_ sql: String) throws {
        let code = sqlite3_exec(connection, sql, nil, nil, nil)
        if code != SQLITE_OK { throw SQLiteFault.fault(connection, code) }
    }
}
