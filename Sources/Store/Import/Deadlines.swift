import Core

/// Deadlines by the policy in force. Those of a day are all the same, and a zone's clocks change at a quarter of an hour, so
/// that each is worked out once.
struct Deadlines {
    private let deadline: Policy.Deadline
    private let zone: ZoneOffset
    private var offsets: [Int64: Int] = [:]
    private var days: [Int64: Instant] = [:]

    init(_ policy: Policy, zone: @escaping ZoneOffset) {
        deadline = policy.deadline
        self.zone = zone
    }

    mutating func due(_ submitted: Instant) -> Instant {
        let quarter = floored(submitted.seconds, by: 900)
        let offset = offsets[quarter] ?? zone(submitted)
        offsets[quarter] = offset
        let day = floored(submitted.seconds + Int64(offset), by: 86_400)
        if let known = days[day] { return known }
        let due = deadline.due(submitted: submitted, offset: zone)
        days[day] = due
        return due
    }

    private func floored(_ number: Int64, by divisor: Int64) -> Int64 {
        number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
    }
}
