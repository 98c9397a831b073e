import Glibc

/// One line on the machine a run was made on.
func machineLine(folder: String) throws -> String {
    var name = utsname()
    uname(&name)
    let release = withUnsafeBytes(of: name.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    // What comes after major and minor says who built it.
    let kernel = release.split(separator: ".").prefix(2).joined(separator: ".")
    let model = (contents(of: "/proc/cpuinfo") ?? "").split(separator: "\n").first { $0.hasPrefix("model name") }
        .map { $0.drop { $0 != ":" }.dropFirst(2) }.map(String.init)
    let probe = try DiskProbe(folder: folder)
    var disk: [Double] = []
    for _ in 0..<50 { disk.append(try probe.time().milliseconds) }
    return
        "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores (\(model ?? "unknown")), Linux \(kernel), \(fileSystem(of: folder)), "
        + "4 KiB written and synced in \((disk.median ?? 0).text(2)) ms"
}

/// The kind of the file system that `folder` is on: that of the longest mount point above it.
private func fileSystem(of folder: String) -> String {
    let mounts = (contents(of: "/proc/self/mounts") ?? "").split(separator: "\n").map { $0.split(separator: " ") }
    let above = mounts.filter { mount in
        mount.count > 2 && (mount[1] == "/" || folder == mount[1] || folder.hasPrefix(mount[1] + "/"))
    }
    let kind = above.max { $0[1].utf8.count < $1[1].utf8.count }.map { String($0[2]) } ?? "unknown file system"
    return kind == "tmpfs" ? "tmpfs (where a sync is free)" : kind
}
