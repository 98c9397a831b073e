import Core
import Text

extension StatusReport {
    /// `status --json` (contract, section 3).
    var json: JSON {
        .object([
            ("states", .object(SubmissionState.allCases.map { ($0.rawValue, .int(count($0))) })),
            ("overdue", .int(overdue)), ("dueSoon", .int(dueSoon)), ("oldestDueAt", .optional(oldestDueAt?.rfc3339)),
            ("by", .array(groups.map(\.json))),
            (
                "throughput",
                .array(
                    throughput.map { day in
                        .object([
                            ("date", .string(day.date.text)), ("submitted", .int(day.submitted)),
                            ("scored", .int(day.scored)), ("decided", .int(day.decided)),
                        ])
                    })
            ),
            ("forecast", forecast.json), ("grouping", .string(grouping.rawValue)), ("open", .int(open)),
            ("deadlines", .array(deadlines.map { .counted(day: $0.day, "daysLeft", $0.daysLeft, open: $0.n) })),
            ("ages", .array(ages.map { .counted(day: $0.handedIn, "days", $0.days, open: $0.n) })),
            (
                "claims",
                .array(
                    claims.map { held in
                        .object([
                            ("id", .string(held.claim.submission)), ("claimedBy", .string(held.claim.assessor)),
                            ("since", .string(held.since.rfc3339)),
                            ("expiresAt", .string(held.claim.expiresAt.rfc3339)),
                        ])
                    })
            ),
        ])
    }
}

extension JSON {
    fileprivate static func counted(day: CivilDate, _ name: String, _ days: Int, open: Int) -> JSON {
        .object([("date", .string(day.text)), (name, .int(days)), ("open", .int(open))])
    }
}

extension StatusReport.Group {
    fileprivate var json: JSON {
        .object([
            ("key", .string(key)), ("pending", .int(count(.pending))), ("claimed", .int(count(.claimed))),
            ("ready", .int(count(.ready))), ("overdue", .int(overdue)), ("awarded", .int(count(.awarded))),
            ("returned", .int(count(.returned))), ("name", .string(name)), ("secondRead", .int(count(.secondRead))),
            ("adjudication", .int(count(.adjudication))), ("incomplete", .int(count(.incomplete))),
            ("denied", .int(count(.denied))),
        ])
    }

    static let fieldNames: [SafeText] = [
        "key", "pending", "claimed", "ready", "overdue", "awarded", "returned", "name", "secondRead", "adjudication",
        "incomplete", "denied",
    ]

    var fields: [SafeText] {
        [SafeText(untrusted: key)]
            + [count(.pending), count(.claimed), count(.ready), overdue, count(.awarded), count(.returned)]
            .map { "\($0)" } + [SafeText(untrusted: name)]
            + [count(.secondRead), count(.adjudication), count(.incomplete), count(.denied)].map { "\($0)" }
    }
}

extension Forecast {
    fileprivate var json: JSON {
        .object([
            ("clearedOn", .optional(clearedOn?.text)), ("willBreach", .int(willBreach)), ("perDay", .double(rate)),
            ("decided", .int(decided)), ("from", .string(from.text)), ("through", .string(through.text)),
        ])
    }
}
