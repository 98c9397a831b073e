import Core
import Synchronization

/// A store in one SQLite file, in WAL mode: readers and the one writer do not wait for each other.
final class SQLiteDriver: Driver {
    let path: String
    private let patience: Int
    private let reader: SQLiteConnection
    /// Opened with the first write: a screen that only reads does not pay for it, and a slow search never delays a score.
    private let writer = Mutex<SQLiteConnection?>(nil)
    private let meter: SQLiteMeter?

    /// - Parameter meter: counts what reading and writing cost; for tests, which do the one after the other.
    init(path: String, patience: Int = SQLiteConnection.patience, meter: SQLiteMeter? = nil) throws {
        self.path = path
        self.patience = patience
        self.meter = meter
        try SQLiteFile.requireStore(path)
        do {
            reader = try SQLiteConnection(path: path, patience: patience, meter: meter)
            try SQLiteDriver.requireSchema(reader)
        } catch let fault as DatabaseFault {
            throw SQLiteFault.refusal(fault, path: path)
        }
    }

    func read<T>(_ body: (any Database) throws -> T) throws -> T {
        try spoken {
            try reader.use { database in
                try database.beginRead()
                do {
                    let value = try body(database)
                    try database.commit()
                    return value
                } catch {
                    database.rollback()
                    throw error
                }
            }
        }
    }

    func write<T>(_ body: (any Database) throws -> T) throws -> T {
        try spoken {
            try writingConnection().use { database in
                try database.beginWrite()
                do {
                    let value = try body(database)
                    try database.commit()
                    return value
                } catch {
                    database.rollback()
                    throw error
                }
            }
        }
    }

    func changeMark() throws -> Int64 {
        try spoken {
            try reader.use { database in
                try database.requireFile()
                return try database.firstInt("PRAGMA data_version") ?? 0
            }
        }
    }

    func schemaVersion() throws -> Int {
        try spoken { Int(try reader.use { try $0.firstInt("PRAGMA user_version") ?? 0 }) }
    }

    func bulkConnection() throws -> any BulkConnection { try spoken { try SQLiteBulkConnection(path: path) } }

    func copy(to target: String, replacing: Bool) throws {
        try spoken { try SQLiteFile.copy(from: reader, to: target, replacing: replacing) }
    }

    func surface() -> [Finding] { SQLiteHealth(path: path, connection: reader).surface() }

    func findings() -> [Finding] { SQLiteHealth(path: path, connection: reader).findings() }

    var restoring: String { SQLiteFile.restoring(path) }

    /// For tests: to look at plans and to do what only an intruder would.
    func withReader<T>(_ body: (SQLiteDatabase) throws -> T) throws -> T { try reader.use(body) }

    private func writingConnection() throws -> SQLiteConnection {
        try writer.withLock { connection in
            if let connection { return connection }
            let made = try SQLiteConnection(path: path, patience: patience, meter: meter)
            connection = made
            return made
        }
    }

    private func spoken<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let fault as DatabaseFault {
            throw SQLiteFault.refusal(fault, path: path)
        }
    }

    /// Brings an older store up to date, and refuses a newer one.
    private static func requireSchema(_ connection: SQLiteConnection) throws {
        try connection.use { database in
            let known = SQLiteSchema.current
            let stored = Int(try database.firstInt("PRAGMA user_version") ?? 0)
            let mark = try database.firstInt("PRAGMA application_id") ?? 0
            guard mark == SQLiteSchema.applicationID else {
                throw Refusal.store(
                    "\(connection.path) is a database, but no assay store; name another with --store.")
            }
            if stored == known { return }
            guard stored > 0 else {
                throw DatabaseFault(kind: .damaged, message: "its version is \(stored)")
            }
            guard stored < known else {
                throw Refusal.store(
                    "The store \(connection.path) is of version \(stored); this program knows up to \(known). Use a newer assay."
                )
            }
            try SQLiteFile.migrate(database, to: known)
        }
    }
}
