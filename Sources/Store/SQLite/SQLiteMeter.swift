import GRDBSQLite

/// Counts the work of statements, so that a test can show that it does not grow with the store.
final class SQLiteMeter {
    /// Rows handed over.
    var rows = 0
    /// Operations of SQLite's virtual machine: grows with every index entry that was looked at.
    var steps = 0
    /// Steps of a scan without an index, sorts, and indexes made on the fly.
    var scans = 0
    var sorts = 0

    func take(_ handle: OpaquePointer) {
        steps += Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_VM_STEP, 1))
        scans += Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1))
        sorts += Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_SORT, 1))
        sorts += Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_AUTOINDEX, 1))
    }
}
