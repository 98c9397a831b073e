import Console
import Core
import Screen

/// People, submissions and a clock that tests share. The moment is Thursday 1 October 2026, 10:03 in New York.
package enum Fixtures {
    package static let now = Instant(seconds: 1_790_863_380)
    /// New York in summer: seconds east of UTC.
    package static let zoneOffset = -4 * 3600

    package static let alice = Caller(person: Person(id: "alice", name: "Alice Moore", roles: [.assessor]))
    package static let carol = Caller(person: Person(id: "carol", name: "Carol Reyes", roles: [.coordinator]))
    package static let author = Caller(person: Person(id: "rosa", name: "Rosa Ortiz", roles: [.author]))
    package static let stranger = Caller(person: Person(id: "sam", name: "Sam Hill", roles: []))

    /// The last second of a local day, so many days from `now`.
    package static func due(inDays days: Int) -> Instant {
        // 1 October 23:59:59 in New York is 03:59:59 the next day in UTC.
        Instant(seconds: 1_790_913_599 + Int64(days) * 86_400)
    }

    /// A row; number `n` is due in `n / 3 - 2` days unless said otherwise.
    package static func row(
        _ n: Int, state: SubmissionState = .pending, dueInDays days: Int? = nil, claimedBy: String? = nil,
        district: String? = nil, title: String? = nil
    ) -> QueueRow {
        let kind = kinds[n % kinds.count]
        return QueueRow(
            sequence: Int64(n), id: "eec-2026-" + padded(n), microCredential: kind.id, version: 1 + n % 2,
            title: title ?? kind.name, attempt: n % 5 == 1 ? 2 : 1, state: state,
            district: district ?? districts[n * 7 % districts.count],
            submittedAt: now.advanced(bySeconds: Int64(n - 400) * 7200), dueAt: due(inDays: days ?? n / 3 - 2),
            claimedBy: claimedBy, evidenceCount: 1 + n % 4)
    }

    /// Rows 0 to `count`, here and there claimed.
    package static func rows(_ count: Int) -> [QueueRow] {
        (0..<count).map { n in
            switch n % 11 {
            case 4: row(n, state: .claimed, claimedBy: "ben")
            case 7: row(n, state: .claimed, claimedBy: "alice")
            case 9: row(n, state: .secondRead)
            default: row(n)
            }
        }
    }

    /// A console before its first answer.
    package static func console(
        columns: Int = 80, rows: Int = 24, caller: Caller = alice, keymap: Keymap = Keymap()
    ) -> ConsoleState {
        ConsoleState(
            size: Size(columns: columns, rows: rows), now: now, zoneOffset: zoneOffset, caller: caller,
            isRestricted: false, keymap: keymap)
    }

    package static let kinds: [QueueFacets.Choice] = [
        .init(id: "formative-checks", name: "Checking for Understanding"),
        .init(id: "data-set", name: "Reading a Data Set"),
        .init(id: "growth-mindset", name: "Growth Mindset Feedback"),
        .init(id: "conferences", name: "Student-led Conferences"),
    ]
    package static let districts = [
        "Floyd County", "Knott County", "Letcher County", "Perry County", "Breathitt County",
    ]

    private static func padded(_ n: Int) -> String {
        let digits = String(n)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
