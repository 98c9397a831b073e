import Glibc

/// Why a file could not be read; a sentence's end, to stand after its name.
struct FileFault: Error {
    var reason: String

    init(_ reason: String) { self.reason = reason }

    /// The system's own words for `errno`.
    static func system(_ code: Int32) -> FileFault {
        switch code {
        case ENOENT, ENOTDIR: FileFault("is missing")
        case EACCES, EPERM: FileFault("may not be read")
        case ELOOP: FileFault("is a link that leads in a circle")
        case ENAMETOOLONG: FileFault("has too long a name")
        default: FileFault("can't be read: " + String(cString: strerror(code)))
        }
    }
}

/// A regular file, open for reading; closed when nobody holds it any more.
final class OpenFile {
    let descriptor: Int32
    /// Its length when it was opened.
    let bytes: Int

    /// Takes the descriptor over.
    fileprivate init(descriptor: Int32, bytes: Int) {
        self.descriptor = descriptor
        self.bytes = bytes
    }

    deinit { close(descriptor) }

    /// Reads on from where the last reading ended, at most `count` bytes; 0 at the end.
    func read(into buffer: inout [UInt8], at start: Int, count: Int) throws(FileFault) -> Int {
        precondition(start >= 0 && count >= 0 && start + count <= buffer.count)
        while true {
            let got = buffer.withUnsafeMutableBytes { bytes in
                // In range by the precondition above.
                Glibc.read(descriptor, bytes.baseAddress.map { $0 + start }, count)
            }
            if got >= 0 { return got }
            if errno != EINTR { throw .system(errno) }
        }
    }

    /// At most `count` bytes from where the last reading ended; empty at the end.
    func read(atMost count: Int) throws(FileFault) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        var end = 0
        while end < count {
            let got = try read(into: &buffer, at: end, count: count - end)
            if got == 0 { break }
            end += got
        }
        buffer.removeLast(count - end)
        return buffer
    }

    /// The whole file, which may not be longer than `limit`.
    func readAll(limit: Int) throws(FileFault) -> [UInt8] {
        if bytes > limit { throw .tooLong(bytes, limit) }
        // One byte more than it had, to see whether it has grown; a file of /proc says 0 and holds more.
        let all = try read(atMost: bytes + 1)
        if all.count > bytes { throw FileFault("grew while it was read") }
        return all
    }

    func rewind() { lseek(descriptor, 0, SEEK_SET) }
}

extension FileFault {
    static func tooLong(_ bytes: Int, _ limit: Int) -> FileFault {
        FileFault("holds \(bytes) bytes, more than the \(limit) allowed")
    }
}

extension OpenFile {
    /// Opens what `descriptor`, opened with `O_PATH`, stands for. That kind of descriptor opens nothing yet, so a pipe does
    /// not hang and a device is not woken; only a regular file is then opened in earnest, by the descriptor and not by its
    /// name, which may have changed hands. Does not close `descriptor`.
    static func reopen(_ descriptor: Int32) throws(FileFault) -> OpenFile {
        let found = try Status(descriptor)
        guard found.isRegular else { throw FileFault("is \(found.words), not a regular file") }
        let readable = Glibc.open("/proc/self/fd/\(descriptor)", O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard readable >= 0 else { throw .system(errno) }
        return OpenFile(descriptor: readable, bytes: found.bytes)
    }

    /// Opens a file by a path that the caller of the program chose. Links are followed unless `link` is false.
    static func open(path: String, followsLink: Bool = true) throws(FileFault) -> OpenFile {
        let handle = try PathHandle(path, in: AT_FDCWD, extra: followsLink ? 0 : O_NOFOLLOW)
        return try reopen(handle.descriptor)
    }
}

/// A place in the file system that is held but not opened (`O_PATH`).
final class PathHandle {
    let descriptor: Int32

    init(_ path: String, in folder: Int32, extra: Int32 = 0) throws(FileFault) {
        if path.utf8.contains(0) { throw FileFault("is missing") }
        descriptor = openat(folder, path, PathHandle.onlyPath | O_CLOEXEC | extra)
        if descriptor < 0 { throw .system(errno) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// `O_PATH` of <bits/fcntl-linux.h>, the same on every machine that Swift runs on; it hides behind `_GNU_SOURCE`.
    private static let onlyPath: Int32 = 0o10000000

    /// Where it really is: the kernel's answer for the descriptor, all links resolved.
    func realPath() throws(FileFault) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX) * 2)
        let count = buffer.withUnsafeMutableBytes { bytes in
            // The buffer is not empty, so it has a base; `CChar` is a byte.
            bytes.baseAddress.map {
                readlink("/proc/self/fd/\(descriptor)", $0.assumingMemoryBound(to: CChar.self), bytes.count)
            } ?? -1
        }
        guard count > 0, count < buffer.count else {
            throw FileFault("can't be placed: /proc does not say where it is")
        }
        return Array(buffer[..<count])
    }
}

/// What kind of thing a descriptor stands for.
struct Status {
    private var raw = stat()

    init(_ descriptor: Int32) throws(FileFault) {
        if fstat(descriptor, &raw) != 0 { throw .system(errno) }
    }

    private var kind: mode_t { raw.st_mode & S_IFMT }
    var isRegular: Bool { kind == S_IFREG }
    var isFolder: Bool { kind == S_IFDIR }
    var isLink: Bool { kind == S_IFLNK }
    var bytes: Int { Int(raw.st_size) }
    var words: String {
        switch kind {
        case S_IFDIR: "a folder"
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        case S_IFCHR, S_IFBLK: "a device"
        case S_IFLNK: "a link"
        default: "something else"
        }
    }
}
