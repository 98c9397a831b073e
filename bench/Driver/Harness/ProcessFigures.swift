import Glibc

/// What the kernel knows of a running process.
struct ProcessFigures {
    let pid: pid_t

    /// CPU time of all its threads, ended ones too, to the nanosecond.
    var cpu: Nanoseconds? {
        var clock = clockid_t()
        return clock_getcpuclockid(pid, &clock) == 0 ? reading(of: clock) : nil
    }

    /// Resident and private memory in KiB: private is what would come back if it ended.
    var memory: (resident: Int, own: Int) {
        let fields = fields(of: "/proc/\(pid)/smaps_rollup")
        return (fields["Rss"] ?? 0, (fields["Private_Clean"] ?? 0) + (fields["Private_Dirty"] ?? 0))
    }

    /// The most that was resident so far, in KiB.
    var peak: Int? { fields(of: "/proc/\(pid)/status")["VmHWM"] }

    /// How often its threads went to sleep of their own accord: each is a wake-up later.
    var sleeps: Int {
        entries(of: "/proc/\(pid)/task").reduce(0) {
            $0 + (fields(of: "/proc/\(pid)/task/\($1)/status")["voluntary_ctxt_switches"] ?? 0)
        }
    }

    /// `Name:  number ...` lines.
    private func fields(of path: String) -> [String: Int] {
        var found: [String: Int] = [:]
        for line in (contents(of: path) ?? "").split(separator: "\n") {
            let words = line.split(whereSeparator: { $0 == ":" || $0 == " " || $0 == "\t" })
            if words.count > 1, let number = Int(words[1]) { found[String(words[0])] = number }
        }
        return found
    }
}

/// The text of a file, or nil where it can't be read.
func contents(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count <= 0 { break }
        bytes += buffer[0..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
}

func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}
