import Glibc

/// Nanoseconds. Everything is measured on the clock that no one sets.
typealias Nanoseconds = Int64

func now() -> Nanoseconds { reading(of: CLOCK_MONOTONIC) ?? 0 }

/// Nil where the clock is gone: the process behind it has ended.
func reading(of clock: clockid_t) -> Nanoseconds? {
    var time = timespec()
    return clock_gettime(clock, &time) == 0 ? Nanoseconds(time.tv_sec) * 1_000_000_000 + Nanoseconds(time.tv_nsec) : nil
}

extension Nanoseconds {
    static func milliseconds(_ count: Int) -> Nanoseconds { Nanoseconds(count) * 1_000_000 }
    var milliseconds: Double { Double(self) / 1_000_000 }
}
