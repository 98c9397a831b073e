import Core

/// Reads a policy out of its YAML; a key that is left out keeps its default (contract, section 2).
package enum PolicyFile {
    static let format = "assay/policy@1"

    private static let keys = [
        "format", "scoring", "secondRead", "claim", "deadline", "resubmission", "calibration", "approval",
    ]
    /// Minutes in a year: nobody holds a claim for longer.
    private static let longestLease = 525_600

    static func read(_ written: Written, limits: IntakeLimits, notes: Notes) -> Policy? {
        guard let record = Record(written, .top, keys: keys, notes: notes) else { return nil }
        record.format(format)
        var policy = Policy()
        if let part = record.record("scoring", keys: ["assessors", "blind", "sealed"]) {
            policy.scoring.assessors = part.whole("assessors", 1...2, default: policy.scoring.assessors)
            policy.scoring.blind = part.truth("blind", default: policy.scoring.blind)
            policy.scoring.sealed = part.truth("sealed", default: policy.scoring.sealed)
        }
        if let part = record.record("secondRead", keys: ["nearPass", "firstOfNew", "sampleRate", "newAssessor"]) {
            policy.secondRead.nearPass = part.truth("nearPass", default: policy.secondRead.nearPass)
            policy.secondRead.firstOfNew = part.whole("firstOfNew", 0...Record.large, default: 0)
            policy.secondRead.sampleRate = part.number("sampleRate", 0...1, default: 0)
            policy.secondRead.newAssessor = part.whole("newAssessor", 0...Record.large, default: 0)
        }
        if let part = record.record("claim", keys: ["leaseMinutes"]) {
            policy.claim.leaseMinutes = part.whole(
                "leaseMinutes", 1...longestLease, default: policy.claim.leaseMinutes)
        }
        if let part = record.record("deadline", keys: ["businessDays", "timezone", "holidays"]) {
            policy.deadline = deadline(part, limits: limits)
        }
        if let part = record.record("resubmission", keys: ["maxAttempts", "blindToPrior"]) {
            policy.resubmission.maxAttempts = part.whole(
                "maxAttempts", 1...Record.large, default: policy.resubmission.maxAttempts)
            policy.resubmission.blindToPrior = part.truth("blindToPrior", default: policy.resubmission.blindToPrior)
        }
        if let part = record.record("calibration", keys: ["agreement", "required"]) {
            policy.calibration.agreement = part.number("agreement", 0...1, default: policy.calibration.agreement)
            policy.calibration.required = part.truth("required", default: policy.calibration.required)
        }
        if let part = record.record("approval", keys: ["notByAssessor"]) {
            policy.approval.notByAssessor = part.truth("notByAssessor", default: policy.approval.notByAssessor)
        }
        return notes.problems.isEmpty ? policy : nil
    }

    private static func deadline(_ part: Record, limits: IntakeLimits) -> Policy.Deadline {
        var deadline = Policy.Deadline()
        deadline.businessDays = part.whole("businessDays", 1...3650, default: deadline.businessDays)
        if let zone = part.optionalText("timezone") {
            if isZoneName(zone), limits.isKnownTimeZone(zone) {
                deadline.timezone = zone
            } else {
                part.problem("timezone", expected: "the IANA name of a time zone, like America/New_York")
            }
        }
        deadline.holidays = part.list("holidays").compactMap { value, trail in
            if let date = value.string.flatMap(CivilDate.init(text:)) { return date }
            part.notes.problem(trail, line: value.line, "found \(value.found), expected a date like 2026-11-26")
            return nil
        }
        return deadline
    }

    /// The shape of an IANA name. Names become paths below the zone folder, so nothing that leads out of it.
    private static func isZoneName(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return (1...3).contains(parts.count)
            && parts.allSatisfy { part in
                (1...32).contains(part.count)
                    && part.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                            UInt8(ascii: "+"):
                            true
                        default: false
                        }
                    }
            }
    }
}
