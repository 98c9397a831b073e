/// From exec to the last byte of the first screen, several programs in turn.
struct Starts {
    /// By program, in order: milliseconds of every round.
    private(set) var last: [[Double]]
    private(set) var first: [[Double]]
    private(set) var cpu: [[Double]]

    init(_ programs: [Program], rounds: Int, expecting text: String? = nil) throws {
        last = programs.map { _ in [] }
        first = last
        cpu = last
        // Two rounds bring the files into memory.
        for round in -2..<rounds {
            for (index, program) in programs.enumerated() {
                let seat = try Seat(program)
                defer { seat.leave() }
                let reply = try seat.firstScreen()
                if let text, !seat.shows(text) {
                    throw BenchFault("\(program.label)'s first screen does not say \(text).")
                }
                guard round >= 0, let end = reply.last, let begin = reply.first else { continue }
                last[index].append(end.milliseconds)
                first[index].append(begin.milliseconds)
                cpu[index].append((seat.figures.cpu ?? 0).milliseconds)
            }
        }
    }

    func milliseconds(_ index: Int) -> Double { last[index].median ?? 0 }

    /// The median of the rounds' ratios: each pair ran side by side, so what disturbed one disturbed both.
    func ratio(_ index: Int, to other: Int) -> Double { zip(last[index], last[other]).map { $0 / $1 }.median ?? 0 }
}
