/// The harness measured: the yardstick against itself, and any program beside it.
enum Noise {
    /// - Parameter words: `LIST` or `LIST PROGRAM ARGUMENT...`; the program takes the list's keys.
    static func show(_ words: [String]) throws {
        let environment = Program.environment(home: "/nonexistent")
        let list = Program(label: "C list", arguments: [words[0]], environment: environment)
        var programs = [list, Program(label: "C list again", arguments: [words[0]], environment: environment)]
        if words.count > 1 {
            programs.append(Program(label: words[1], arguments: Array(words.dropFirst()), environment: environment))
        }
        let starts = try Starts(programs, rounds: 11)
        let keys = try Keys(programs, rounds: 2)
        for (index, program) in programs.enumerated() {
            print(
                "\(program.label): start \(starts.milliseconds(index).text(2)) ms, \(starts.ratio(index, to: 0).text(2))x"
            )
            for step in Keys.Step.allCases {
                let cost = keys.cost(index, step)
                print(
                    "    \(step): p50 \((cost.latency.median ?? 0).text(2)) ms, p99 \((cost.latency.percentile(99) ?? 0).text(2)), "
                        + "CPU \((cost.cpu.median ?? 0).text(3)) ms, \((cost.bytes.median ?? 0).text(0)) bytes")
            }
            let memory = try Rest.afterWalking(200, program)
            let rest = try Rest.idle(program, seconds: 2)
            print(
                "    \(memory.residentMiB.text(1)) MiB resident, \(memory.ownMiB.text(1)) private; "
                    + "idle \(rest.wakeups.text(1)) wake-ups a second, \(rest.bytes) bytes")
        }
    }
}
