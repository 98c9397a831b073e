import Core
import Testing

@testable import Intake

struct PolicyFileTests {
    private func read(_ text: String, limits: IntakeLimits = IntakeLimits()) throws -> [IntakeItem] {
        let scratch = try Scratch()
        try scratch.write("p.yaml", "format: assay/policy@1\n" + text)
        return scratch.read("p.yaml", limits: limits)
    }

    private func policy(_ text: String) throws -> Policy {
        let items = try read(text)
        #expect(items.warnings.isEmpty)
        return try #require(items.compactMap { if case .policy(let value) = $0.content { value } else { nil } }.first)
    }

    @Test func aByteOrderMarkIsNoPartOfIt() throws {
        let scratch = try Scratch()
        try scratch.write("p.yaml", "\u{FEFF}format: assay/policy@1\nscoring: {assessors: 2}\n")
        let items = scratch.read("p.yaml", limits: IntakeLimits())
        guard case .policy(let policy)? = items.first?.content else {
            Issue.record("\(items)")
            return
        }
        #expect(items.warnings.isEmpty && policy.scoring.assessors == 2)
    }

    @Test func whatIsLeftOutKeepsItsDefault() throws {
        #expect(try policy("") == Policy())
        #expect(try policy("scoring: {}\nclaim:\n") == Policy())
        var two = Policy()
        two.scoring.assessors = 2
        two.scoring.blind = false
        two.calibration.required = true
        #expect(try policy("scoring: {assessors: 2, blind: false}\ncalibration: {required: true}") == two)
    }

    @Test(arguments: [
        ("scoring: {assessors: 3}", "scoring.assessors: found \"3\", expected a whole number from 1 to 2"),
        ("scoring: {assessors: 0}", "scoring.assessors: found \"0\", expected a whole number from 1 to 2"),
        ("scoring: {blind: maybe}", "scoring.blind: found \"maybe\", expected true or false"),
        ("scoring: {blind: 'true'}", "scoring.blind: found \"true\", expected true or false"),
        ("secondRead: {sampleRate: 1.1}", "secondRead.sampleRate: found \"1.1\", expected a number from 0 to 1"),
        ("secondRead: {firstOfNew: -1}", "secondRead.firstOfNew: found \"-1\", expected a whole number from 0"),
        ("calibration: {agreement: nan}", "calibration.agreement: found \"nan\", expected a number from 0 to 1"),
        ("claim: {leaseMinutes: 0}", "claim.leaseMinutes: found \"0\", expected a whole number from 1 to 525600"),
        ("deadline: {businessDays: 0}", "deadline.businessDays: found \"0\", expected a whole number from 1 to 3650"),
        (
            "deadline: {timezone: ../etc/x}",
            "deadline.timezone: found \"../etc/x\", expected the IANA name of a time zone, like America/New_York"
        ),
        (
            "deadline: {timezone: Eastern Time}",
            "deadline.timezone: found \"Eastern Time\", expected the IANA name of a time zone, like America/New_York"
        ),
        (
            "deadline: {holidays: [2026-11-31]}",
            "deadline.holidays[0]: found \"2026-11-31\", expected a date like 2026-11-26"
        ),
        ("resubmission: {maxAttempts: 0}", "resubmission.maxAttempts: found \"0\", expected a whole number from 1"),
        ("approval: true", "approval: found \"true\", expected an object"),
    ])
    func refuses(_ text: String, _ reason: String) throws { #expect(try read(text).reasons == [reason]) }

    @Test func asksWhetherTheZoneIsKnown() throws {
        var limits = IntakeLimits()
        limits.isKnownTimeZone = { $0 == "Europe/Lisbon" }
        #expect(try read("deadline: {timezone: Europe/Lisbon}", limits: limits).faults.isEmpty)
        #expect(try read("deadline: {timezone: Europe/Lisboa}", limits: limits).faults.count == 1)
    }

    @Test func namesUnknownKeys() throws {
        let items = try read("scoring: {assesors: 2}\ncolour: red\n")
        #expect(items.warnings == [#"unknown key "colour""#, #"unknown key "scoring.assesors""#])
        #expect(items.first?.warnings.map(\.line) == [3, 2])
    }

    @Test func whatIsPrintedCanBeImported() throws {
        var policy = Policy()
        #expect(try self.policy(body(PolicyFile.render(policy))) == policy)
        policy.scoring.assessors = 2
        policy.scoring.sealed = false
        policy.secondRead.nearPass = true
        policy.secondRead.firstOfNew = 5
        policy.secondRead.sampleRate = 0.125
        policy.secondRead.newAssessor = 3
        policy.claim.leaseMinutes = 45
        policy.deadline.businessDays = 10
        policy.deadline.timezone = "UTC"
        policy.deadline.holidays = ["2026-11-26", "2026-12-25"].compactMap(CivilDate.init(text:))
        policy.resubmission.maxAttempts = 1
        policy.resubmission.blindToPrior = true
        policy.calibration.agreement = 1
        policy.approval.notByAssessor = false
        #expect(try self.policy(body(PolicyFile.render(policy))) == policy)
    }

    /// Without its format line, which `read` writes itself.
    private func body(_ text: String) -> String {
        #expect(text.hasPrefix("format: assay/policy@1\n"))
        return String(text.drop { $0 != "\n" })
    }
}
