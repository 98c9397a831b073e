import Core
import GRDBSQLite

/// What only SQLite can say of a store's health.
struct SQLiteHealth {
    let path: String
    let connection: SQLiteConnection

    /// Of the file, not of what is in it.
    func surface() -> [Finding] { SQLiteFile.findings(path) + [version()] }

    func findings() -> [Finding] { [integrity(), foreignKeys(), schema()] }

    private func integrity() -> Finding {
        look("integrity", "The file is whole.") {
            let said = try connection.use { try $0.all("PRAGMA integrity_check(5)") { $0.text(0) } }
            return said == ["ok"] ? nil : "The file is damaged: \(said.joined(separator: "; "))."
        }
    }

    private func foreignKeys() -> Finding {
        look("foreign-keys", "Every row finds what it refers to.") {
            let faults = try connection.use { try $0.all("PRAGMA foreign_key_check") { $0.text(0) } }
            let tables = Set(faults).sorted().joined(separator: ", ")
            return faults.isEmpty ? nil : "\(faults.count) rows refer to what is not there, in \(tables)."
        }
    }

    /// Somebody who takes a trigger away can change the log; one who adds one can have anything changed later.
    private func schema() -> Finding {
        look("schema", "Tables, indexes and triggers are those that assay makes.") {
            let expected = try SQLiteConnection(path: nil).use { database in
                try SQLiteFile.migrate(database, to: SQLiteSchema.current)
                return try SQLiteHealth.objects(database)
            }
            let found = try connection.use(SQLiteHealth.objects)
            let missing = expected.filter { found[$0.key] != $0.value }.keys.sorted()
            let foreign = Set(found.keys).subtracting(expected.keys).sorted()
            let words =
                missing.prefix(3).map { "\($0) is missing or another" }
                + foreign.prefix(3).map { "\($0) is none of ours" }
            return words.isEmpty ? nil : "The tables are not as assay makes them: \(words.joined(separator: "; "))."
        }
    }

    /// By kind and name, what each is. Tables by their columns: how SQLite writes down a column that was added depends on
    /// its version.
    private static func objects(_ database: SQLiteDatabase) throws -> [String: String] {
        let rows = try database.all(
            """
            SELECT m.type, m.name, CASE m.type WHEN 'table'
                THEN (SELECT group_concat(i.name, ' ') FROM pragma_table_info(m.name) AS i) ELSE m.sql END
            FROM sqlite_master AS m WHERE m.name NOT LIKE 'sqlite_%'
            """
        ) { ("the \($0.text(0)) \($0.text(1))", $0.text(2)) }
        return Dictionary(rows) { first, _ in first }
    }

    private func version() -> Finding {
        look(
            "version",
            "The tables are of version \(SQLiteSchema.current), SQLite is \(String(cString: sqlite3_libversion()))."
        ) {
            let stored = try connection.use { try $0.firstInt("PRAGMA user_version") ?? 0 }
            return stored == SQLiteSchema.current ? nil : "The tables are of version \(stored)."
        }
    }

    /// - Parameter look: what is wrong, or nil.
    private func look(_ subject: String, _ well: String, _ look: () throws -> String?) -> Finding {
        do {
            guard let fault = try look() else { return Finding(grade: .good, subject: subject, sentence: well) }
            return Finding(grade: .fault, subject: subject, sentence: fault, mend: SQLiteFile.restoring(path))
        } catch {
            let words = (error as? DatabaseFault)?.message ?? (error as? Refusal)?.sentence ?? "\(error)"
            return Finding(
                grade: .fault, subject: subject, sentence: "It can't be checked: \(words).",
                mend: SQLiteFile.restoring(path))
        }
    }
}
