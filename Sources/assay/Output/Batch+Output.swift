import Core
import Text

extension BatchSession {
    var json: JSON {
        .object([
            ("name", .string(name)), ("madeBy", .string(madeBy)), ("madeAt", .string(madeAt.rfc3339)),
            ("plannedAt", .string(plannedAt.rfc3339)), ("selection", .string(selection)), ("items", .int(items)),
            ("held", .int(held)), ("signedCount", .int(signed)), ("version", .int(version)),
        ])
    }

    var fields: [SafeText] {
        [
            SafeText(untrusted: name), SafeText(untrusted: madeBy), SafeText(untrusted: madeAt.rfc3339),
            SafeText(untrusted: plannedAt.rfc3339), SafeText(untrusted: selection), "\(items)", "\(held)", "\(signed)",
        ]
    }
}

extension BatchPlan.Refused {
    var json: JSON { .object([("id", .string(id)), ("reason", .string(refusal.words))]) }
}

extension BatchPlan {
    var json: JSON {
        .object([
            ("name", .string(session.name)), ("signed", .bool(isSigned)),
            ("willSign", .array(willSign.map(JSON.string))),
            (
                "held",
                .array(held.map { .object([("id", .string($0.id)), ("reason", .string($0.reason))]) })
            ),
            ("refused", .array(refused.map(\.json))), ("signedIds", .array(signed.map(JSON.string))),
            ("plannedAt", .string(session.plannedAt.rfc3339)), ("version", .int(session.version)),
        ])
    }

    /// What is to be done first, what is done last.
    var lines: [[SafeText]] {
        willSign.map { [SafeText(untrusted: $0), "to sign", .empty] }
            + held.map { [SafeText(untrusted: $0.id), "held", SafeText(untrusted: $0.reason)] }
            + refused.map { [SafeText(untrusted: $0.id), "refused", SafeText(untrusted: $0.refusal.words)] }
            + signed.map { [SafeText(untrusted: $0), "signed", .empty] }
    }

    var words: SafeText {
        "\(willSign.count) to sign, \(held.count) held, \(refused.count) refused, \(signed.count) signed already"
    }
}
