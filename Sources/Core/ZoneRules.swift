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

    /// As one line, for the store: the offset before the first change, then `start:offset` of each.
    package var text: String {
        String(before) + zip(starts, offsets).reduce(into: "") { $0 += ";\($1.0):\($1.1)" }
    }

    /// Reads what `text` wrote; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: ";")
        guard let first = parts.first, let before = Int(first) else { return nil }
        self.init(before: before)
        for part in parts.dropFirst() {
            let pair = part.split(separator: ":")
            guard pair.count == 2, let start = Int64(pair[0]), let offset = Int(pair[1]) else { return nil }
            starts.append(start)
            offsets.append(offset)
        }
    }

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

/// Works out the rules of an IANA zone. Slow (a calendar is loaded), so only a new policy asks.
package typealias ZoneSource = @Sendable (String) throws -> ZoneRules
