import Console

/// The few timers that the console may have running, by name. Milliseconds of `Clock.ticks`.
struct Timers {
    private var due: [Timer: Int] = [:]

    mutating func start(_ timer: Timer, milliseconds: Int, now: Int) { due[timer] = now + milliseconds }

    /// Milliseconds until the next one; nil where none runs.
    func untilNext(now: Int) -> Int? { due.values.min().map { max(0, $0 - now) } }

    /// Takes out those that have run out.
    mutating func takeDue(now: Int) -> [Timer] {
        let ready = due.filter { $0.value <= now }.sorted { $0.value < $1.value }.map(\.key)
        for timer in ready { due[timer] = nil }
        return ready
    }
}
