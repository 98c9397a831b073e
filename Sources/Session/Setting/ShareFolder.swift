import Glibc

/// The folder with themes and sample data: beside the program (`../share/assay`), wherever it was put; in a checkout, the
/// checkout itself.
package enum ShareFolder {
    package static var path: String? {
        guard let program else { return nil }
        let bin = parent(of: program)
        let installed = parent(of: bin) + "/share/assay"
        if isFolder(installed + "/themes") { return installed }
        var folder = bin
        while folder != "/" && !folder.isEmpty {
            if isFolder(folder + "/themes"), isFolder(folder + "/sample-data") { return folder }
            folder = parent(of: folder)
        }
        return nil
    }

    /// The program's own file, links resolved.
    static var program: String? { realPath("/proc/self/exe") }

    private static func realPath(_ path: String) -> String? {
        guard let text = realpath(path, nil) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
