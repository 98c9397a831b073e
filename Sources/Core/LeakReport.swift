/// Somebody who should judge blind says that evidence or reflection gives away who the earner is.
package struct LeakReport: Equatable, Sendable {
    /// Unicode scalars of a reason, wherever it was written.
    package static let longestReason = 1_000

    package var by: String
    package var at: Instant
    /// One line. May itself say what it is about: seen by those who may know the earner, and by who wrote it.
    package var reason: String

    package init(by: String, at: Instant, reason: String) {
        self.by = by
        self.at = at
        self.reason = reason
    }

    /// - Throws: one sentence that says why a text is no reason.
    package static func check(reason: String) throws(Refusal) {
        try Refusal.requireReason(reason, for: "Reporting a leak")
        guard !reason.contains(where: \.isNewline) else {
            throw Refusal.rule("The reason of a leak is one line; this one has several.")
        }
        let count = reason.unicodeScalars.count
        guard count <= longestReason else {
            throw Refusal.rule("The reason of a leak holds \(longestReason) characters; this one has \(count).")
        }
    }
}
