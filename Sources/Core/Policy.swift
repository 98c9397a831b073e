/// How a programme wants its submissions judged. Every key has a default (contract, section 2).
package struct Policy: Codable, Equatable, Sendable {
    package struct Scoring: Codable, Equatable, Sendable {
        package var assessors = 1
        package var blind = true
        package var sealed = true
        package init() {}
    }
    package struct SecondRead: Codable, Equatable, Sendable {
        package var nearPass = false
        package var firstOfNew = 0
        package var sampleRate = 0.0
        package var newAssessor = 0
        package init() {}
    }
    package struct ClaimRule: Codable, Equatable, Sendable {
        package var leaseMinutes = 30
        package init() {}
    }
    package struct Deadline: Codable, Equatable, Sendable {
        package var businessDays = 14
        /// An IANA zone name.
        package var timezone = "America/New_York"
        package var holidays: [CivilDate] = []
        package init() {}
    }
    package struct Resubmission: Codable, Equatable, Sendable {
        package var maxAttempts = 3
        package var blindToPrior = false
        package init() {}
    }
    package struct Calibration: Codable, Equatable, Sendable {
        package var agreement = 0.8
        package var required = false
        package init() {}
    }
    package struct Approval: Codable, Equatable, Sendable {
        package var notByAssessor = true
        package init() {}
    }

    package var scoring = Scoring()
    package var secondRead = SecondRead()
    package var claim = ClaimRule()
    package var deadline = Deadline()
    package var resubmission = Resubmission()
    package var calibration = Calibration()
    package var approval = Approval()

    package init() {}
}

extension CivilDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(text: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a date YYYY-MM-DD, found \(text)")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
