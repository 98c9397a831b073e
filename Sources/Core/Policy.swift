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

// MARK: - Reading with defaults

// Every key has a default, in files and in what an older version of this program stored: a key that is missing is read as
// its default. The compiler's own decoders would refuse it.

extension KeyedDecodingContainer {
    fileprivate func read<Value: Decodable>(_ key: Key, into value: inout Value) throws {
        value = try decodeIfPresent(Value.self, forKey: key) ?? value
    }
}

extension Policy {
    package init(from decoder: any Decoder) throws {
        self.init()
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        try keys.read(.scoring, into: &scoring)
        try keys.read(.secondRead, into: &secondRead)
        try keys.read(.claim, into: &claim)
        try keys.read(.deadline, into: &deadline)
        try keys.read(.resubmission, into: &resubmission)
        try keys.read(.calibration, into: &calibration)
        try keys.read(.approval, into: &approval)
    }
}

extension Policy.Scoring {
    package init(from decoder: any Decoder) throws {
        self.init()
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        try keys.read(.assessors, into: &assessors)
        try keys.read(.blind, into: &blind)
        try keys.read(.sealed, into: &sealed)
    }
}

extension Policy.SecondRead {
    package init(from decoder: any Decoder) throws {
        self.init()
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        try keys.read(.nearPass, into: &nearPass)
        try keys.read(.firstOfNew, into: &firstOfNew)
        try keys.read(.sampleRate, into: &sampleRate)
        try keys.read(.newAssessor, into: &newAssessor)
    }
}

extension Policy.ClaimRule {
    package init(from decoder: any Decoder) throws {
        self.init()
        try decoder.container(keyedBy: CodingKeys.self).read(.leaseMinutes, into: &leaseMinutes)
    }
}

extension Policy.Deadline {
    package init(from decoder: any Decoder) throws {
        self.init()
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        try keys.read(.businessDays, into: &businessDays)
        try keys.read(.timezone, into: &timezone)
        try keys.read(.holidays, into: &holidays)
    }
}

extension Policy.Resubmission {
    package init(from decoder: any Decoder) throws {
        self.init()
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        try keys.read(.maxAttempts, into: &maxAttempts)
        try keys.read(.blindToPrior, into: &blindToPrior)
    }
}

extension Policy.Calibration {
    package init(from decoder: any Decoder) throws {
        self.init()
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        try keys.read(.agreement, into: &agreement)
        try keys.read(.required, into: &required)
    }
}

extension Policy.Approval {
    package init(from decoder: any Decoder) throws {
        self.init()
        try decoder.container(keyedBy: CodingKeys.self).read(.notByAssessor, into: &notByAssessor)
    }
}

extension CivilDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(text: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a date YYYY-MM-DD, found \(text)")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
