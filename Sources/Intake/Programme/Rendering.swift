import Core

extension PolicyFile {
    /// The policy as YAML that can be imported again.
    package static func render(_ policy: Policy) -> String {
        let deadline = policy.deadline
        let holidays = deadline.holidays.map(\.text).joined(separator: ", ")
        return """
            format: \(format)
            scoring:
              assessors: \(policy.scoring.assessors)
              blind: \(policy.scoring.blind)
              sealed: \(policy.scoring.sealed)
            secondRead:
              nearPass: \(policy.secondRead.nearPass)
              firstOfNew: \(policy.secondRead.firstOfNew)
              sampleRate: \(policy.secondRead.sampleRate.formatted)
              newAssessor: \(policy.secondRead.newAssessor)
            claim:
              leaseMinutes: \(policy.claim.leaseMinutes)
            deadline:
              businessDays: \(deadline.businessDays)
              timezone: \(yaml(deadline.timezone))
              holidays: [\(holidays)]
            resubmission:
              maxAttempts: \(policy.resubmission.maxAttempts)
              blindToPrior: \(policy.resubmission.blindToPrior)
            calibration:
              agreement: \(policy.calibration.agreement.formatted)
              required: \(policy.calibration.required)
            approval:
              notByAssessor: \(policy.approval.notByAssessor)

            """
    }
}

extension PeopleFile {
    /// The people as YAML that can be imported again.
    package static func render(_ people: [Person]) -> String {
        var text = "format: \(format)\npeople:" + (people.isEmpty ? " []\n" : "\n")
        for person in people {
            let roles = person.roles.members.map(\.rawValue)
            text += "  - id: \(yaml(person.id))\n"
            text += "    name: \(yaml(person.name))\n"
            text += "    roles: \(yaml(roles))\n"
            text += "    districts: \(yaml(person.districts))\n"
            text += "    conflicts: \(yaml(person.conflicts))\n"
            text += "    keys: \(yaml(person.keys))\n"
        }
        return text
    }
}

private func yaml(_ texts: [String]) -> String { "[" + texts.map(yaml).joined(separator: ", ") + "]" }

/// A text as a YAML scalar on one line: plain where nothing could be mistaken, else in double quotes, where everything that
/// is not printed or that would turn what follows around is escaped.
private func yaml(_ text: String) -> String {
    let first = text.utf8.first ?? 0
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
    let isPlain = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
    // Words that some reader of YAML takes for a truth or for nothing.
    let words: Set = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]
    if isLetter, isPlain, !words.contains(text.lowercased()) { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "\n": out += "\\n"
        case "\t": out += "\\t"
        default:
            if mustEscape(scalar) {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                out += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
    }
    return out + "\""
}

private func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: false
    }
}
