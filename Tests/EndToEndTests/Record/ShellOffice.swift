import Foundation
import Support

extension Office {
    /// A line of shell in the office's folder, `$ASSAY` being the program: for what only a shell sets up (limits, relative
    /// names). How it ended is 128 and the signal, where there was one.
    func shell(_ line: String) throws -> (status: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
        process.environment = environment.merging(["ASSAY": Program.path]) { $1 }
        let (output, errors) = (scratch.path + "/shell.out", scratch.path + "/shell.err")
        for path in [output, errors] { try Data().write(to: URL(fileURLWithPath: path)) }
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        let signal = process.terminationReason == .uncaughtSignal ? 128 : Int32(0)
        return (signal + process.terminationStatus, try scratch.read("shell.out"), try scratch.read("shell.err"))
    }
}
