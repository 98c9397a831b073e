import Core
import GRDB
import GRDBSQLite

/// SQLite's result codes in the store's words.
enum SQLiteFault {
    static func fault(_ connection: OpaquePointer, _ code: Int32) -> DatabaseFault {
        DatabaseFault(kind: kind(code), message: String(cString: sqlite3_errmsg(connection)))
    }

    static func fault(_ error: DatabaseError) -> DatabaseFault {
        let code = error.extendedResultCode.rawValue
        return DatabaseFault(kind: kind(code), message: error.message ?? error.resultCode.description)
    }

    private static func kind(_ code: Int32) -> DatabaseFault.Kind {
        // The file ends where a page should be.
        if code == SQLITE_IOERR | (2 << 8) { return .damaged }
        return switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_FULL: .full
        case SQLITE_NOTADB: .noDatabase
        // Our own statements are right: where one can't be understood, a table or column is gone.
        case SQLITE_CORRUPT, SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_SCHEMA: .damaged
        case SQLITE_IOERR: .device
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .notWritable
        case SQLITE_CANTOPEN: .cannotOpen
        case SQLITE_CONSTRAINT: .conflict
        default: .other
        }
    }

    /// The one sentence that a person sees.
    static func refusal(_ fault: DatabaseFault, path: String) -> Refusal {
        switch fault.kind {
        case .busy:
            .store(
                "The store \(path) is locked: another process has been writing to it for \(SQLiteConnection.patience) seconds. What was to be written is not in it; try again."
            )
        case .full:
            .store(
                "There is no room left on the disk that holds the store \(path); what was being written is not in it. Make room, and try again."
            )
        case .other:
            .store("The store \(path) failed: \(fault.message). Run `assay doctor` to see whether it is whole.")
        // What contradicts itself was not written by assay.
        case .damaged, .conflict:
            .store(
                "The store \(path) is damaged: \(fault.message). Run `assay doctor` to see what is wrong, and restore a backup."
            )
        case .noDatabase:
            .store(
                "\(path) is damaged at its start or is no SQLite database, so it can't be read as a store; restore a backup, or name another with --store."
            )
        case .device:
            .store(
                "The disk that holds the store \(path) failed (\(fault.message)); what was being written is not in it. See whether it is full (`df -h`), whole, and not limited (`ulimit -f`)."
            )
        case .notWritable: .store("The store \(path) can't be written: permission denied.")
        case .cannotOpen:
            .store("The store \(path) can't be opened (\(fault.message)); see whether its folder can be written.")
        case .gone:
            .store(
                "The store is gone: \(path) was deleted or replaced while it was open. Nothing was saved; leave and open it anew."
            )
        }
    }
}
