import Glibc
import Screen
import Support

/// The list of Tests/TerminalProbe in a pty.
func probe(
    _ arguments: String..., size: Size = Size(columns: 120, rows: 40), environment: [String: String] = [:]
) throws -> PtyProcess {
    let process = try PtyProcess(probePath, arguments, size: size, environment: environment)
    try process.wait("the list") { $0.row(size.rows - 1) == "ready" && $0.row(1).hasPrefix(">") }
    try process.settle()
    return process
}

/// Beside the tests' own program.
let probePath: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    let own = String(decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/terminal-probe"
}()
