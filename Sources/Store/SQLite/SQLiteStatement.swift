import GRDB
import GRDBSQLite

/// A prepared statement. GRDB compiles and owns it; it is bound and stepped by SQLite's own calls, which spares an import
/// GRDB's bookkeeping for observers, of which there are none.
final class SQLiteStatement: PreparedStatement {
    private let owner: GRDB.Statement
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    private let meter: SQLiteMeter?
    private(set) var isOpen = false
    /// The row held a number that is none of ours.
    private var isStrange = false

    /// All that we count, time (in seconds, for a million years) or name. Whoever wrote another one must not bring down
    /// what calculates with it.
    private static let numbers = -(Int64(1) << 45)...(Int64(1) << 45)

    init(_ owner: GRDB.Statement, connection: OpaquePointer, meter: SQLiteMeter?) {
        self.owner = owner
        self.handle = owner.sqliteStatement
        self.connection = connection
        self.meter = meter
    }

    func open(_ values: [Value]) throws {
        isOpen = true
        var index: Int32 = 1
        for value in values {
            let code = bind(value, index)
            guard code == SQLITE_OK else { throw SQLiteFault.fault(connection, code) }
            index += 1
        }
    }

    func next() throws -> Bool {
        try check()
        switch sqlite3_step(handle) {
        case SQLITE_ROW:
            meter?.addRow()
            return true
        case SQLITE_DONE: return false
        case let code: throw SQLiteFault.fault(connection, code)
        }
    }

    func close() {
        meter?.take(handle)
        sqlite3_reset(handle)
        isOpen = false
        isStrange = false
    }

    var changes: Int { Int(sqlite3_changes(connection)) }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    func int(_ column: Int) -> Int64 {
        let number = rawInt(column)
        if SQLiteStatement.numbers.contains(number) { return number }
        isStrange = true
        return 0
    }

    func rawInt(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

    func check() throws {
        if isStrange { throw DatabaseFault(kind: .damaged, message: "a number in it is out of all bounds") }
    }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    private func bind(_ value: Value, _ index: Int32) -> Int32 {
        // SQLITE_TRANSIENT: SQLite copies before the call returns, so no pointer outlives its closure.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .int(let number): return sqlite3_bind_int64(handle, index, number)
        case .text(var text):
            return text.withUTF8 { utf8 in
                // An empty string may have no address at all, which SQLite would take for NULL.
                guard let start = utf8.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, transient) }
                return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                    sqlite3_bind_text64(handle, index, $0, UInt64(utf8.count), transient, UInt8(SQLITE_UTF8))
                }
            }
        case .utf8(let utf8):
            return utf8.withUnsafeBytes { raw in
                guard let start = raw.baseAddress, !raw.isEmpty else {
                    return sqlite3_bind_text(handle, index, "", 0, transient)
                }
                let text = start.assumingMemoryBound(to: CChar.self)
                return sqlite3_bind_text64(handle, index, text, UInt64(raw.count), transient, UInt8(SQLITE_UTF8))
            }
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { raw in
                guard let start = raw.baseAddress, !raw.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
                return sqlite3_bind_blob64(handle, index, start, UInt64(raw.count), transient)
            }
        }
    }
}
