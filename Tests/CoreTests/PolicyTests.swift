import Foundation
import Testing

@testable import Core

@Suite struct PolicyTests {
    private func decoded(_ json: String) throws -> Policy {
        try JSONDecoder().decode(Policy.self, from: Data(json.utf8))
    }

    @Test func everyKeyHasADefault() throws {
        #expect(try decoded("{}") == Policy())
        var expected = Policy()
        expected.scoring.assessors = 2
        expected.deadline.businessDays = 10
        expected.deadline.holidays = [CivilDate(text: "2026-11-26")].compactMap(\.self)
        let json = """
            {"scoring": {"assessors": 2}, "claim": {}, "deadline": {"businessDays": 10, "holidays": ["2026-11-26"]}}
            """
        #expect(try decoded(json) == expected)
    }

    @Test func theContractsDefaults() {
        let policy = Policy()
        #expect(policy.scoring.assessors == 1 && policy.scoring.blind && policy.scoring.sealed)
        #expect(!policy.secondRead.nearPass && policy.secondRead.firstOfNew == 0 && policy.secondRead.sampleRate == 0)
        #expect(policy.secondRead.newAssessor == 0 && policy.claim.leaseMinutes == 30)
        #expect(policy.deadline.businessDays == 14 && policy.deadline.timezone == "America/New_York")
        #expect(policy.deadline.holidays.isEmpty && policy.resubmission.maxAttempts == 3)
        #expect(!policy.resubmission.blindToPrior && policy.calibration.agreement == 0.8)
        #expect(!policy.calibration.required && policy.approval.notByAssessor)
    }

    @Test func whatIsStoredIsReadBack() throws {
        var policy = Policy()
        policy.secondRead.sampleRate = 0.25
        policy.approval.notByAssessor = false
        #expect(try JSONDecoder().decode(Policy.self, from: JSONEncoder().encode(policy)) == policy)
    }

    @Test func aDayThatIsNoneIsRefused() {
        #expect(throws: DecodingError.self) { try decoded(#"{"deadline": {"holidays": ["2026-02-30"]}}"#) }
    }
}
