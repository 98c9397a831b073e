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
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_FULL: .full
        case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
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
                "The store \(path) has been busy for \(SQLiteConnection.patience) seconds; nothing was changed. Try again."
            )
        case .full: .store("There is no room left on the disk that holds the store \(path); nothing was changed.")
        case .damaged:
            .store("The store \(path) is damaged or is no store (\(fault.message)); restore it from a backup.")
        case .notWritable: .store("The store \(path) can't be written: permission denied.")
        case .cannotOpen: .store("The store \(path) can't be opened (\(fault.message)).")
        case .gone:
            .store(
                "The store is gone: \(path) was deleted or replaced while it was open. Nothing was saved; leave and open it anew."
            )
        case .conflict, .other: .store("The store \(path) failed: \(fault.message).")
        }
    }
}
