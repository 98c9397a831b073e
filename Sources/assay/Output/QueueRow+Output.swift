import Core
import Text

extension QueueRow {
    /// Keys of `queue --json` rows, and of `show --json` before its own.
    func jsonPairs(now: Instant) -> [(String, JSON)] {
        [
            ("id", .string(id)), ("microCredential", .string(microCredential)), ("version", .int(version)),
            ("title", .string(title)), ("attempt", .int(attempt)), ("state", .string(state.rawValue)),
            ("district", .string(district)), ("submittedAt", .string(submittedAt.rfc3339)),
            ("dueAt", .string(dueAt.rfc3339)), ("overdue", .bool(isOverdue(at: now))),
            ("claimedBy", .optional(claimedBy)), ("evidenceCount", .int(evidenceCount)),
            ("assignedTo", .optional(assignedTo)),
        ]
    }

    func json(now: Instant) -> JSON { .object(jsonPairs(now: now)) }

    static let fieldNames: [SafeText] = [
        "id", "microCredential", "version", "title", "attempt", "state", "district", "submittedAt", "dueAt", "overdue",
        "claimedBy", "evidenceCount",
    ]

    func fields(now: Instant) -> [SafeText] {
        [
            SafeText(untrusted: id), SafeText(untrusted: microCredential), "\(version)", SafeText(untrusted: title),
            "\(attempt)", SafeText(untrusted: state.rawValue), SafeText(untrusted: district),
            SafeText(untrusted: submittedAt.rfc3339), SafeText(untrusted: dueAt.rfc3339),
            isOverdue(at: now) ? "true" : "false", SafeText(untrusted: claimedBy ?? ""), "\(evidenceCount)",
        ]
    }
}
