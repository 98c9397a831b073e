import Glibc

/// The files below some paths that may be imported, in order of their names, one at a time.
///
/// A folder with a `submission.json` is one submission, and the rest of it is that submission's own. Hidden names are passed
/// over; links are not followed, so the walk ends and stays below the paths it was given.
struct Walk: IteratorProtocol {
    enum Found: Equatable {
        case yaml, stream, json
        /// The path is that of the folder's `submission.json`.
        case folder
        case fault(String)
        case skipped(String)
    }
    struct Entry: Equatable {
        var found: Found
        var path: String
        /// Given by the caller, not come upon: what it is not fit for is a fault.
        var isNamed: Bool
    }
    private struct Level {
        var path: String
        var names: [String]
        var next = 0
    }

    /// Yet to be walked, last first.
    private var paths: [String]
    private var levels: [Level] = []

    init(_ paths: [String]) { self.paths = paths.reversed() }

    mutating func next() -> Entry? {
        while true {
            if let level = levels.last {
                guard level.next < level.names.count else {
                    levels.removeLast()
                    continue
                }
                levels[levels.count - 1].next += 1
                if let entry = visit(joined(level.path, level.names[level.next]), isNamed: false) { return entry }
            } else if let path = paths.popLast() {
                if let entry = visit(path, isNamed: true) { return entry }
            } else {
                return nil
            }
        }
    }

    /// The entry of a path; nil for what is to be passed over, and for a folder, which is entered.
    private mutating func visit(_ path: String, isNamed: Bool) -> Entry? {
        func entry(_ found: Found, _ path: String) -> Entry { Entry(found: found, path: path, isNamed: isNamed) }
        do throws(FileFault) {
            let handle = try PathHandle(path, in: AT_FDCWD, extra: isNamed ? 0 : O_NOFOLLOW)
            let status = try Status(handle.descriptor)
            if status.isLink { return entry(.skipped("a link, not followed"), path) }
            guard status.isFolder else {
                if let kind = Walk.kind(path) {
                    return status.isRegular
                        ? entry(kind, path) : entry(.fault("is \(status.words), not a regular file"), path)
                }
                let expected = "expected a folder or a file ending in .yaml, .yml, .json or .jsonl"
                return isNamed ? entry(.fault("is nothing that can be imported, " + expected), path) : nil
            }
            if faccessat(handle.descriptor, "submission.json", F_OK, AT_SYMLINK_NOFOLLOW) == 0 {
                return entry(.folder, joined(path, "submission.json"))
            }
            let names = try Walk.names(path)
            levels.append(Level(path: path, names: names))
            return names.isEmpty && isNamed ? entry(.skipped("an empty folder"), path) : nil
        } catch {
            return entry(.fault(error.reason), path)
        }
    }

    private static func kind(_ path: String) -> Found? {
        if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return .yaml }
        if path.hasSuffix(".jsonl") { return .stream }
        return path.hasSuffix(".json") ? .json : nil
    }

    /// The names in a folder that are not hidden, in the order of their bytes.
    private static func names(_ path: String) throws(FileFault) -> [String] {
        guard let folder = opendir(path) else { throw .system(errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                // A name that is not UTF-8 can't be said in a message, let alone kept: passed over like a hidden one.
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name, !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
