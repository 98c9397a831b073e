import Console

/// The few timers that the console may have running, by name. Milliseconds of `Clock.ticks`.
struct Timers {
    private var due: [(timer: Timer, at: Int)] = []

    mutating func start(_ timer: Timer, milliseconds: Int, now: Int) {
        due.removeAll { $0.timer == timer }
        due.append((timer, now + milliseconds))
    }

    /// Milliseconds until the next one; nil where none runs.
    func untilNext(now: Int) -> Int? { due.map { max(0, $0.at - now) }.min() }

    /// Takes out those that have run out.
    mutating func takeDue(now: Int) -> [Timer] {
        if due.isEmpty { return [] }
        let ready = due.filter { $0.at <= now }.sorted { $0.at < $1.at }.map(\.timer)
        due.removeAll { $0.at <= now }
        return ready
    }
}
