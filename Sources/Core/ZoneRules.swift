/// A zone's clock changes as plain numbers, worked out once (by Session, from Foundation's calendar) and kept with the
/// policy, so that no reader of a date needs a calendar.
package struct ZoneRules: Codable, Equatable, Sendable {
    /// Seconds since 1970 at which the offset of the same index begins, ascending.
    package var starts: [Int64]
    /// Seconds east of UTC.
    package var offsets: [Int]
    /// In force before the first start.
    package var before: Int

    package init(before: Int, starts: [Int64] = [], offsets: [Int] = []) {
        self.before = before
        self.starts = starts
        self.offsets = offsets
    }

    package static let utc = ZoneRules(before: 0)

    /// Seconds east of UTC that the zone's clocks show at `instant`.
    package func offset(at instant: Instant) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= instant.seconds { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? before : offsets[low - 1]
    }
}
