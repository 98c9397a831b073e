import Core
import Glibc

/// A folder that files are written into so that each is there whole or not at all.
package struct OutputFolder {
    package let path: String
    private let isPersonal: Bool

    /// Makes the folder where it is missing; not the ones above it.
    /// - Parameter isPersonal: only the owner may read what is in it.
    package init(_ path: String, isPersonal: Bool) throws {
        self.path = path
        self.isPersonal = isPersonal
        if mkdir(path, isPersonal ? 0o700 : 0o777) != 0, errno != EEXIST { throw OutputFolder.fault(path) }
        var status = stat()
        guard stat(path, &status) == 0 else { throw OutputFolder.fault(path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw Refusal.rule("\(path) is not a folder.") }
        sweep()
    }

    /// A file that is whole and synced, under another name than its own.
    package struct Prepared {
        fileprivate var fresh: String
        fileprivate var target: String

        /// Gives it its own name; what had that name is replaced, never followed.
        package func publish() throws {
            guard rename(fresh, target) == 0 else { throw OutputFolder.fault(target) }
        }

        package func discard() { unlink(fresh) }
    }

    package func prepare(_ bytes: [UInt8], as name: String) throws -> Prepared {
        let target = path + "/" + name
        // Short, whatever the name's length: a file system knows 255 bytes.
        let fresh = path + "/" + OutputFolder.prefix + "\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let file = open(fresh, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, isPersonal ? 0o600 : 0o666)
        guard file >= 0 else { throw OutputFolder.fault(target) }
        guard FileBytes.write(bytes, to: file), fsync(file) == 0 else {
            let fault = OutputFolder.fault(target)
            close(file)
            unlink(fresh)
            throw fault
        }
        close(file)
        return Prepared(fresh: fresh, target: target)
    }

    private static let prefix = ".assay-new-"

    /// Removes what a run that was killed had prepared: such names end with the number of a process that is no more.
    private func sweep() {
        guard let listing = opendir(path) else { return }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(OutputFolder.prefix),
                let process = pid_t(name.dropFirst(OutputFolder.prefix.count).prefix { $0 != "-" }), process > 0
            else { continue }
            if kill(process, 0) != 0, errno == ESRCH { unlink(path + "/" + name) }
        }
    }

    /// Syncs the names: after this they outlive a crash.
    package func settle() throws {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw OutputFolder.fault(path) }
        defer { close(folder) }
        // Some file systems know no fsync of a directory.
        if fsync(folder) != 0, errno != EINVAL { throw OutputFolder.fault(path) }
    }

    private static func fault(_ path: String) -> Refusal {
        // Nothing is wrong with the store, and another folder may do.
        .rule("\(path) can't be written: \(String(cString: strerror(errno))).")
    }
}
