/// What a plan remembers of a submission to tell whether it has changed since. Cards are never taken away and a card's version
/// only grows, so their number and the sum of their versions move with every change. An adjudication adds one to that sum.
package struct BatchFingerprint: Equatable, Sendable {
    package var state: SubmissionState
    package var cards: Int
    package var versions: Int

    package init(state: SubmissionState, cards: Int, versions: Int) {
        self.state = state
        self.cards = cards
        self.versions = versions
    }
}

/// All that decides whether an item may be signed.
package struct BatchFacts: Equatable, Sendable {
    package var planned: BatchFingerprint
    package var current: BatchFingerprint
    /// Submitted cards, now.
    package var reads: Int
    package var reading: BatchReading
    /// Who asks has a card of it, finished or not.
    package var isScoredByCaller: Bool
    package var isLeakReported: Bool
    package var attempt: Int
    package var dueAt: Instant
    package var held: String?
    package var isSigned: Bool
    /// Who asks must not judge it.
    package var isInConflict = false

    package init(
        planned: BatchFingerprint, current: BatchFingerprint, reads: Int, reading: BatchReading, isScoredByCaller: Bool,
        isLeakReported: Bool = false, attempt: Int, dueAt: Instant, held: String? = nil, isSigned: Bool = false
    ) {
        self.planned = planned
        self.current = current
        self.reads = reads
        self.reading = reading
        self.isScoredByCaller = isScoredByCaller
        self.isLeakReported = isLeakReported
        self.attempt = attempt
        self.dueAt = dueAt
        self.held = held
        self.isSigned = isSigned
    }
}

/// Why an item is not signed.
package enum BatchRefusal: Equatable, Sendable {
    case notReady(SubmissionState)
    case changed
    case missingSecondRead
    case notMet
    case scoredByYou
    case conflictOfInterest

    /// Goes on after the submission: `s-1: you scored it`.
    package var words: String {
        switch self {
        case .notReady(let state):
            state.isOpen ? "it is \(state.rawValue), not ready" : "it is \(state.rawValue) already"
        case .changed: "it has changed since it was planned"
        case .missingSecondRead: "its second read is missing"
        case .notMet: "its scorecard says not yet"
        case .scoredByYou: "you scored it"
        case .conflictOfInterest: "you have a conflict of interest with it"
        }
    }
}

/// What signing would do with an item.
package enum BatchVerdict: Equatable, Sendable {
    case toSign
    case signed
    case held(String)
    case refused(BatchRefusal)

    package var isHeld: Bool { if case .held = self { true } else { false } }
}

/// The rules of a sitting: the policy in force and who sits.
package struct BatchRules: Sendable {
    package var policy: Policy
    /// No rule that needs a second person binds.
    package var isAlone: Bool

    package init(policy: Policy, isAlone: Bool) {
        self.policy = policy
        self.isAlone = isAlone
    }

    /// What has gone on without the plan comes before what a reader can see on the line; what concerns only the one who
    /// asks comes last, for another can still sign that.
    package func verdict(_ facts: BatchFacts) -> BatchVerdict {
        if facts.isSigned { return .signed }
        if let reason = facts.held { return .held(reason) }
        if facts.current.state == .secondRead { return .refused(.missingSecondRead) }
        if facts.current.state != .ready { return .refused(.notReady(facts.current.state)) }
        if facts.current != facts.planned { return .refused(.changed) }
        if !isAlone, policy.lacksRead(facts.reads, isAdjudicated: facts.reading.isAdjudicated) {
            return .refused(.missingSecondRead)
        }
        if !facts.reading.meets { return .refused(.notMet) }
        if !isAlone, policy.approval.notByAssessor, facts.isScoredByCaller { return .refused(.scoredByYou) }
        if facts.isInConflict { return .refused(.conflictOfInterest) }
        return .toSign
    }

    package func flags(_ facts: BatchFacts, now: Instant) -> Set<BatchFlag> {
        var flags: Set<BatchFlag> = []
        if facts.isLeakReported { flags.insert(.leakReported) }
        if facts.reading.isAdjudicated { flags.insert(.adjudicated) }
        let opens = !policy.scoring.sealed || Sight.isUnsealed(facts.current.state, reads: facts.reads, policy)
        if opens, facts.reading.isNearPass { flags.insert(.nearPass) }
        if facts.attempt > policy.resubmission.maxAttempts { flags.insert(.overLimit) }
        if !facts.isSigned, facts.dueAt < now { flags.insert(.longWait) }
        return flags
    }
}
