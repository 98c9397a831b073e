import Glibc

/// A connection for imports: a cache that holds what a batch touches, and checkpoints far apart, so that a page that many
/// batches change is written back once.
final class SQLiteBulkConnection: BulkConnection {
    private let connection: SQLiteConnection

    init(path: String) throws {
        connection = try SQLiteConnection(path: path, cacheKiB: 65_536)
        try connection.use { try $0.script("PRAGMA wal_autocheckpoint = 16384") }
    }

    func withDatabase<T>(_ body: (any Database) throws -> T) throws -> T {
        do {
            return try connection.use(body)
        } catch let fault as DatabaseFault {
            throw SQLiteFault.refusal(fault, path: connection.path)
        }
    }

    /// Longer than the nap of a writer that waits (see SQLiteConnection).
    func letOthersWrite() { usleep(1_500) }

    func settle() {
        // Only tidying: where somebody is reading, it is left to the next one who closes the store.
        try? connection.use { try $0.script("PRAGMA wal_checkpoint(PASSIVE)") }
    }
}
