import Core

/// One change, as it was recorded. Never altered: see docs/STORE.md for how events are chained.
package struct LogEvent: Equatable, Sendable {
    /// From 1, without gaps.
    package var n: Int64
    package var at: Instant
    package var who: String
    /// `import-submission`, `claim`, `save`, ...: see `LogKind`.
    package var what: String
    package var submission: String?
    /// A JSON object. Holds nothing that is sealed.
    package var detail: String
    /// Hash of the event before, 64 hex digits; all zeros for the first.
    package var previous: String
    /// 64 hex digits.
    package var hash: String

    package init(
        n: Int64, at: Instant, who: String, what: String, submission: String?, detail: String, previous: String,
        hash: String
    ) {
        self.n = n
        self.at = at
        self.who = who
        self.what = what
        self.submission = submission
        self.detail = detail
        self.previous = previous
        self.hash = hash
    }
}

/// What walking the log, and comparing it with the tables, found.
package struct LogVerification: Equatable, Sendable {
    package var events: Int64
    /// Hash of the last event, 64 hex digits; all zeros while there is none.
    package var head: String
    package var ok: Bool
    /// Number of the first event that is wrong or missing, or says otherwise than the tables.
    package var brokenAt: Int64?
    /// What is wrong, a sentence each. They name submissions and people: not yet through the text door.
    package var problems: [String]

    package init(events: Int64, head: String, ok: Bool, brokenAt: Int64?, problems: [String] = []) {
        self.events = events
        self.head = head
        self.ok = ok
        self.brokenAt = brokenAt
        self.problems = problems
    }
}
