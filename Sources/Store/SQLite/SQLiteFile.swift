import Core
import Glibc

/// The file of a store: made, found, copied.
enum SQLiteFile {
    /// A path that SQLite takes for nothing else: `file:x?mode=memory` and `:memory:` are names like any other.
    static func plain(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    /// - Throws: `Refusal.store` with the one thing that is wrong with the path.
    static func requireStore(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            switch errno {
            case ENOENT: throw Refusal.store("There is no store at \(path); make one with `assay init`.")
            case EACCES: throw Refusal.store("The store \(path) can't be reached: permission denied.")
            default: throw Refusal.store("The store \(path) can't be reached: \(reason(errno)).")
            }
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw Refusal.store("\(path) is a directory, not a store.") }
        if status.st_size == 0 {
            throw Refusal.store("\(path) is empty, not a store; remove it, and restore a backup or run `assay init`.")
        }
        guard access(path, R_OK | W_OK) == 0 else {
            throw Refusal.store(
                errno == EROFS
                    ? "The store \(path) is on a file system that can't be written; copy it elsewhere, and name it with --store."
                    : "The store \(path) can't be opened: permission denied.")
        }
    }

    /// Makes the tables under another name, then gives the file its own: there is never half a store at `path`.
    static func create(_ path: String, filling: (SQLiteDatabase) throws -> Void) throws {
        if exists(path) { throw alreadyThere(path) }
        try requireNoRemains(path)
        let fresh = try makeEmpty(beside: path)
        defer { removeAll(fresh) }
        do {
            let connection = try SQLiteConnection(path: fresh)
            try connection.use { database in
                try database.script("PRAGMA journal_mode = WAL")
                try migrate(database, to: SQLiteSchema.current, filling: filling)
            }
        } catch let fault as DatabaseFault {
            throw SQLiteFault.refusal(fault, path: path)
        }
        try publish(fresh, as: path) { alreadyThere(path) }
    }

    /// Runs what is missing, and `filling`, as one.
    static func migrate(
        _ database: SQLiteDatabase, to version: Int, filling: (SQLiteDatabase) throws -> Void = { _ in }
    ) throws {
        try database.beginWrite()
        do {
            // Asked again: another process may have done it while this one waited for its turn.
            let stored = Int(try database.firstInt("PRAGMA user_version") ?? 0)
            for script in SQLiteSchema.scripts.dropFirst(stored).prefix(max(0, version - stored)) {
                try database.script(script)
                try SQLiteSchema.afterwards(script, database)
            }
            try database.script("PRAGMA user_version = \(max(stored, version))")
            try database.script("PRAGMA application_id = \(SQLiteSchema.applicationID)")
            try filling(database)
            try database.commit()
        } catch {
            database.rollback()
            throw error
        }
    }

    // MARK: - Names

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// What an earlier file of that name has left would be taken for part of the new one.
    static func requireNoRemains(_ path: String) throws {
        for suffix in ["-wal", "-journal"] {
            var status = stat()
            if lstat(path + suffix, &status) == 0, status.st_size > 0 {
                throw Refusal.rule(
                    "\(path + suffix) is there, left by another database or in use; nothing was written. Move it away, or choose another name."
                )
            }
        }
    }

    private static func alreadyThere(_ path: String) -> Refusal { .rule("There is a store at \(path) already.") }

    /// An empty file that nobody else may read; SQLite gives its companions the same rights.
    static func makeEmpty(beside path: String) throws -> String {
        let fresh = path + ".new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let file = open(fresh, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            let folder = directory(of: path)
            switch errno {
            case ENOENT: throw Refusal.store("There is no directory \(folder).")
            case EACCES, EPERM: throw Refusal.store("The directory \(folder) can't be written: permission denied.")
            case EROFS: throw Refusal.store("The directory \(folder) is on a file system that can't be written.")
            case ENOTDIR: throw Refusal.store("\(folder) is not a directory.")
            default: throw Refusal.store("\(path) can't be made: \(reason(errno)).")
            }
        }
        close(file)
        return fresh
    }

    /// A second name, then without the first: unlike a rename this never replaces what somebody else has put there.
    static func publish(_ fresh: String, as path: String, taken: () -> Refusal) throws {
        try sync(fresh)
        guard link(fresh, path) == 0 else {
            if errno == EEXIST { throw taken() }
            throw Refusal.store("\(path) can't be made: \(reason(errno)).")
        }
        unlink(fresh)
        try sync(directory(of: path))
    }

    static func sync(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Refusal.store("\(path) can't be opened: \(reason(errno)).") }
        defer { close(file) }
        // Some file systems know no fsync of a directory.
        if fsync(file) != 0, errno != EINVAL { throw Refusal.store("\(path) can't be written: \(reason(errno)).") }
    }

    static func removeAll(_ fresh: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(fresh + suffix) }
    }

    static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
