import Core
import Glibc

extension SQLiteFile {
    /// What can be said of the file without opening it.
    static func findings(_ path: String) -> [Finding] { [permissions(path), space(path)] }

    private static func permissions(_ path: String) -> Finding {
        for suffix in ["", "-wal", "-shm"] {
            var status = stat()
            guard stat(path + suffix, &status) == 0 else { continue }
            if status.st_mode & 0o077 != 0 {
                return Finding(
                    grade: .warning, subject: "permissions",
                    sentence: "Others on this machine can reach \(path + suffix).",
                    mend: "Run `chmod 600 \(quoted(path + suffix))`.")
            }
        }
        let folder = directory(of: path)
        var status = stat()
        // Who may write in the folder may put another store in this one's place. Where the sticky bit is, only their own.
        if stat(folder, &status) == 0, status.st_mode & 0o022 != 0, status.st_mode & S_ISVTX == 0 {
            return Finding(
                grade: .warning, subject: "permissions",
                sentence: "Others on this machine can replace the store: they may write in \(folder).",
                mend: "Run `chmod go-w \(quoted(folder))`.")
        }
        return Finding(grade: .good, subject: "permissions", sentence: "Only its owner can reach the file.")
    }

    private static func space(_ path: String) -> Finding {
        let folder = directory(of: path)
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else {
            return Finding(
                grade: .good, subject: "space", sentence: "The file system does not say how much room is left.")
        }
        let (bytes, overflows) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
        let megabytes = overflows ? UInt64.max >> 20 : bytes >> 20
        // A day's work of a cooperative is far less; an import brings its own files.
        guard megabytes < 64 else {
            return Finding(
                grade: .good, subject: "space", sentence: "There are \(megabytes) MiB of room for it to grow.")
        }
        return Finding(
            grade: megabytes < 4 ? .fault : .warning, subject: "space",
            sentence: "Only \(megabytes) MiB are left on the file system that holds the store.",
            mend: "Make room there: `df -h \(quoted(folder))` shows it.")
    }

    /// The damaged file is kept for whoever finds out what happened. Its companions must not be read into the other.
    static func restoring(_ path: String) -> String {
        let store = quoted(path)
        return
            "Keep the damaged store and put the last backup that is whole in its place: `mv \(store) \(store).damaged; rm -f \(store)-wal \(store)-shm; cp BACKUP \(store); chmod 600 \(store)`."
    }

    /// As a shell takes it for one word.
    static func quoted(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x2D...0x39).contains($0) || $0 == UInt8(ascii: "_")
        }
        if isPlain, !path.isEmpty { return path }
        return "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
