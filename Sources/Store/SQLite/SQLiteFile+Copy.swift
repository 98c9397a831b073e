import Core
import Glibc

extension SQLiteFile {
    /// A whole copy under a name of its own, which takes `path` only when it is complete.
    /// - Parameter replacing: whether a file that is there may be replaced; the store itself never is.
    static func copy(from connection: SQLiteConnection, to path: String, replacing: Bool) throws {
        try requireTarget(path, apartFrom: connection.path, replacing: replacing)
        let fresh = try makeEmpty(beside: path)
        defer { removeAll(fresh) }
        do {
            try connection.backup(to: SQLiteConnection(path: fresh))
        } catch let fault as DatabaseFault where [.full, .device, .notWritable, .cannotOpen].contains(fault.kind) {
            // Of the copy, not of the store.
            throw Refusal.store(
                "The copy \(path) can't be written; there is none. See whether its disk is full (`df -h`), whole, and not limited (`ulimit -f`)."
            )
        }
        if replacing {
            try sync(fresh)
            guard rename(fresh, path) == 0 else { throw Refusal.store("\(path) can't be replaced: \(reason(errno)).") }
            try sync(directory(of: path))
        } else {
            try publish(fresh, as: path) { taken(path) }
        }
    }

    private static func taken(_ path: String) -> Refusal {
        .rule("\(path) is there already; nothing was written. --replace puts the copy in its place.")
    }

    private static func requireTarget(_ path: String, apartFrom store: String, replacing: Bool) throws {
        if path.isEmpty { throw Refusal.rule("The copy has no name; name a file.") }
        // SQLite's own companions of the store: made, they would be read as part of it.
        for suffix in ["-wal", "-shm", "-journal"] where isSame(path, store, suffix) {
            throw Refusal.rule("\(path) is a name that belongs to the store itself; choose another.")
        }
        var status = stat()
        if lstat(path, &status) == 0 {
            if isSame(path, store, "") { throw Refusal.rule("\(path) is the store itself; nothing was written.") }
            guard replacing else { throw taken(path) }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw Refusal.rule("\(path) is no plain file; nothing was written. Name another.")
            }
        }
        try requireNoRemains(path)
    }

    /// Whether two paths name one file, there or not: the same inode, or the same name in the same directory.
    private static func isSame(_ path: String, _ store: String, _ suffix: String) -> Bool {
        var (left, right) = (stat(), stat())
        if stat(path, &left) == 0, stat(store + suffix, &right) == 0 {
            return left.st_dev == right.st_dev && left.st_ino == right.st_ino
        }
        guard name(path) == name(store) + suffix, stat(directory(of: path), &left) == 0,
            stat(directory(of: store), &right) == 0
        else { return false }
        return left.st_dev == right.st_dev && left.st_ino == right.st_ino
    }

    private static func name(_ path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }
}
