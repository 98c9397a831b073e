import GRDBSQLite
import Synchronization

/// Counts the work of statements, so that a test can show that it does not grow with the store.
final class SQLiteMeter: Sendable {
    struct Counts: Equatable, Sendable {
        /// Rows handed over.
        var rows = 0
        /// Operations of SQLite's virtual machine: grows with every index entry that was looked at.
        var steps = 0
        /// Steps of a scan without an index, sorts, and indexes made on the fly.
        var scans = 0
        var sorts = 0
    }
    private let kept = Mutex(Counts())

    var counts: Counts { kept.withLock { $0 } }

    /// From here on, from nothing.
    func reset() { kept.withLock { $0 = Counts() } }

    func addRow() { kept.withLock { $0.rows += 1 } }

    func take(_ handle: OpaquePointer) {
        kept.withLock { counts in
            counts.steps += Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_VM_STEP, 1))
            counts.scans += Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1))
            counts.sorts += Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_SORT, 1))
            counts.sorts += Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_AUTOINDEX, 1))
        }
    }
}
