import Core
import Glibc

/// What only SQLite can say of a store's health.
struct SQLiteHealth {
    let path: String
    let connection: SQLiteConnection

    func findings() -> [Finding] { [integrity(), foreignKeys(), permissions()] }

    private func integrity() -> Finding {
        let mend = "Restore the store from a backup; keep the damaged file for whoever helps you."
        do {
            let said = try connection.use { try $0.all("PRAGMA quick_check(5)") { $0.text(0) } }
            if said == ["ok"] { return Finding(grade: .good, subject: "integrity", sentence: "The file is whole.") }
            return Finding(
                grade: .fault, subject: "integrity",
                sentence: "The file is damaged: \(said.joined(separator: "; ")).", mend: mend)
        } catch {
            return Finding(
                grade: .fault, subject: "integrity", sentence: "The file can't be read through: \(words(error)).",
                mend: mend)
        }
    }

    private func foreignKeys() -> Finding {
        do {
            let faults = try connection.use { try $0.all("PRAGMA foreign_key_check") { $0.text(0) } }
            if faults.isEmpty {
                return Finding(grade: .good, subject: "foreign-keys", sentence: "Every row finds what it refers to.")
            }
            let tables = Set(faults).sorted().joined(separator: ", ")
            return Finding(
                grade: .fault, subject: "foreign-keys",
                sentence: "\(faults.count) rows refer to what is not there, in \(tables).",
                mend: "Something other than assay has written to the store; restore it from a backup.")
        } catch {
            return Finding(
                grade: .fault, subject: "foreign-keys", sentence: "References can't be checked: \(words(error)).",
                mend: "Restore the store from a backup.")
        }
    }

    private func permissions() -> Finding {
        for suffix in ["", "-wal", "-shm"] {
            var status = stat()
            guard stat(path + suffix, &status) == 0 else { continue }
            if status.st_mode & 0o077 != 0 {
                return Finding(
                    grade: .warning, subject: "permissions",
                    sentence: "Others on this machine can reach \(path + suffix).",
                    mend: "Run `chmod 600 \(path + suffix)`.")
            }
        }
        return Finding(grade: .good, subject: "permissions", sentence: "Only its owner can reach the file.")
    }

    private func words(_ error: any Error) -> String {
        (error as? DatabaseFault)?.message ?? (error as? Refusal)?.sentence ?? "\(error)"
    }
}
