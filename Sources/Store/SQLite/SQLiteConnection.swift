import GRDB
import GRDBSQLite
import Glibc

/// One open connection with its prepared statements.
///
/// `@unchecked Sendable`: all that can change is touched only inside `queue`, GRDB's serial queue for this connection.
final class SQLiteConnection: @unchecked Sendable {
    /// Seconds that a writer waits for its turn.
    static let patience = 10

    private let queue: DatabaseQueue
    private var database: SQLiteDatabase?
    /// Empty where it is in memory.
    let path: String

    /// - Parameter path: nil for one in memory.
    /// - Parameter cacheKiB: SQLite's page cache; grows to this as pages are touched.
    /// - Parameter patience: seconds that a writer waits for its turn.
    init(
        path: String?, cacheKiB: Int = 2_048, patience: Int = SQLiteConnection.patience, meter: SQLiteMeter? = nil
    ) throws {
        self.path = path ?? ""
        var configuration = Configuration()
        configuration.label = "store"
        // Our transactions are our own statements, and an import's stays open between two calls.
        configuration.allowsUnsafeTransactions = true
        // SQLite's own timeout naps for up to 100 ms at a time: beside an import, which writes batch after batch, it would
        // sleep through every gap. A short even nap never misses one.
        configuration.busyMode = .callback { tries in
            usleep(500)
            return tries < patience * 1_800
        }
        configuration.prepareDatabase { database in
            let setup = "PRAGMA synchronous = FULL; PRAGMA cache_size = -\(cacheKiB); PRAGMA temp_store = MEMORY"
            let code = sqlite3_exec(database.sqliteConnection, setup, nil, nil, nil)
            if code != SQLITE_OK { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
        do {
            queue =
                try path.map { try DatabaseQueue(path: SQLiteFile.plain($0), configuration: configuration) }
                ?? DatabaseQueue(configuration: configuration)
        } catch let error as DatabaseError {
            throw SQLiteFault.fault(error)
        }
        try queue.writeWithoutTransaction { database in
            self.database = try SQLiteDatabase(database, meter: meter)
        }
    }

    deinit {
        // Statements end before their connection.
        queue.writeWithoutTransaction { _ in database = nil }
        try? queue.close()
    }

    func use<T>(_ body: (SQLiteDatabase) throws -> T) throws -> T {
        try queue.writeWithoutTransaction { _ in
            guard let database else { throw DatabaseFault(kind: .other, message: "the connection is closed") }
            return try body(database)
        }
    }

    func backup(to copy: SQLiteConnection) throws {
        do {
            // All pages in one step: one moment of the store, and no start from the beginning when somebody writes.
            try queue.backup(to: copy.queue, pagesPerStep: -1)
        } catch let error as DatabaseError {
            throw SQLiteFault.fault(error)
        }
    }
}
