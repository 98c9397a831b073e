/// What keys cost: a list is walked the same way in every program, in turn.
struct Keys {
    enum Step: Int, CaseIterable {
        /// The cursor moves, the list stands.
        case down
        /// The cursor is at the bottom, the list moves by one.
        case scroll
        case page, end, top
    }

    /// Of one program and one step.
    struct Cost {
        var latency: [Double] = []
        var bytes: [Double] = []
        /// A figure a round, per key.
        var cpu: [Double] = []
    }

    private(set) var costs: [[Cost]]

    init(_ programs: [Program], rounds: Int) throws {
        costs = programs.map { _ in Step.allCases.map { _ in Cost() } }
        for _ in 0..<rounds {
            for (index, program) in programs.enumerated() {
                let seat = try Seat(program)
                defer { seat.leave() }
                _ = try seat.firstScreen()
                try walk(seat, index)
            }
        }
    }

    func cost(_ index: Int, _ step: Step) -> Cost { costs[index][step.rawValue] }

    private mutating func walk(_ seat: Seat, _ index: Int) throws {
        try press("j", QueueText.height / 2, .down, seat, index)
        for _ in 0...QueueText.height / 2 + 4 { _ = try seat.press("j") }
        try press("j", 60, .scroll, seat, index)
        try press("\u{1B}[6~", 60, .page, seat, index)
        for _ in 0..<15 {
            try press("G", 1, .end, seat, index)
            try press("g", 1, .top, seat, index)
        }
    }

    private mutating func press(_ key: String, _ count: Int, _ step: Step, _ seat: Seat, _ index: Int) throws {
        let before = seat.figures.cpu ?? 0
        for _ in 0..<count {
            let reply = try seat.press(key)
            if let last = reply.last { costs[index][step.rawValue].latency.append(last.milliseconds) }
            costs[index][step.rawValue].bytes.append(Double(reply.bytes))
        }
        let spent = ((seat.figures.cpu ?? before) - before).milliseconds
        costs[index][step.rawValue].cpu.append(spent / Double(count))
    }
}
