import Glibc

/// A folder that nothing read through it can leave. Its names come from people we do not know.
final class SafeFolder {
    private let handle: PathHandle
    private let realPath: [UInt8]

    /// - Parameter path: Chosen by the caller of the program; links on the way to it are followed.
    init(_ path: String) throws(FileFault) {
        handle = try PathHandle(path, in: AT_FDCWD)
        guard try Status(handle.descriptor).isFolder else { throw FileFault("is not a folder") }
        realPath = try handle.realPath()
    }

    /// Opens a regular file in the folder. A link is followed, and what it led to must still be inside: that is asked of the
    /// descriptor that will be read, not of the name, so nobody can swap a link between the question and the reading.
    func open(_ name: String, limit: Int) throws(FileFault) -> OpenFile {
        if name.isEmpty { throw FileFault("is empty, expected a file's name") }
        if name.utf8.first == UInt8(ascii: "/") {
            throw FileFault("is an absolute path, expected one inside the folder")
        }
        if name.utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) }) {
            throw FileFault("has .. in its path, expected one inside the folder")
        }
        let found = try PathHandle(name, in: handle.descriptor)
        guard isInside(try found.realPath()) else { throw FileFault("is a link that leads out of the folder") }
        let file = try OpenFile.reopen(found.descriptor)
        if file.bytes > limit { throw .tooLong(file.bytes, limit) }
        return file
    }

    private func isInside(_ path: [UInt8]) -> Bool {
        let base = realPath == [UInt8(ascii: "/")] ? realPath : realPath + [UInt8(ascii: "/")]
        return path.starts(with: base)
    }
}
