/// Exactly what signing would do now, for the one who asks.
package struct BatchPlan: Equatable, Sendable {
    package struct Held: Equatable, Sendable {
        package var id: String
        package var reason: String
        package init(id: String, reason: String) {
            self.id = id
            self.reason = reason
        }
    }
    package struct Refused: Equatable, Sendable {
        package var id: String
        package var refusal: BatchRefusal
        package init(id: String, refusal: BatchRefusal) {
            self.id = id
            self.refusal = refusal
        }
    }
    package var session: BatchSession
    package var willSign: [String] = []
    package var held: [Held] = []
    package var refused: [Refused] = []
    package var signed: [String] = []

    package init(session: BatchSession) { self.session = session }

    /// Something was signed, and nothing is left: neither to sign, nor to be looked at again since it has changed.
    package var isSigned: Bool {
        !signed.isEmpty && willSign.isEmpty && !refused.contains { $0.refusal == .changed }
    }

    package mutating func add(_ id: String, _ verdict: BatchVerdict) {
        switch verdict {
        case .toSign: willSign.append(id)
        case .signed: signed.append(id)
        case .held(let reason): held.append(Held(id: id, reason: reason))
        case .refused(let refusal): refused.append(Refused(id: id, refusal: refusal))
        }
    }
}

/// The plan's bottom line: counts, and the first of what is refused.
package struct BatchCounts: Equatable, Sendable {
    package var toSign = 0
    package var held = 0
    package var signed = 0
    package var flags: [BatchFlag: Int] = [:]
    /// By reason, in the order met.
    package var refused: [(refusal: BatchRefusal, count: Int)] = []

    package init() {}

    package var allRefused: Int { refused.reduce(0) { $0 + $1.count } }
    package var all: Int { toSign + held + signed + allRefused }

    package func count(_ view: BatchView) -> Int {
        switch view {
        case .all: all
        case .toSign: toSign
        case .held: held
        case .refused: allRefused
        case .signed: signed
        case .flag(let flag): flags[flag] ?? 0
        }
    }

    package mutating func add(_ verdict: BatchVerdict, _ flags: Set<BatchFlag>) {
        for flag in flags { self.flags[flag, default: 0] += 1 }
        switch verdict {
        case .toSign: toSign += 1
        case .signed: signed += 1
        case .held: held += 1
        case .refused(let refusal):
            if let at = refused.firstIndex(where: { $0.refusal == refusal }) {
                refused[at].count += 1
            } else {
                refused.append((refusal, 1))
            }
        }
    }

    package static func == (left: BatchCounts, right: BatchCounts) -> Bool {
        left.toSign == right.toSign && left.held == right.held && left.signed == right.signed
            && left.flags == right.flags && left.refused.map(\.refusal) == right.refused.map(\.refusal)
            && left.refused.map(\.count) == right.refused.map(\.count)
    }
}

/// How far a signing has come.
package struct BatchProgress: Equatable, Sendable {
    /// The last position that was dealt with.
    package var position: Int
    package var signed: Int
    package var refused: [BatchPlan.Refused]
    /// Nothing is left beyond `position`.
    package var isDone: Bool

    package init(position: Int = 0, signed: Int = 0, refused: [BatchPlan.Refused] = [], isDone: Bool = false) {
        self.position = position
        self.signed = signed
        self.refused = refused
        self.isDone = isDone
    }
}
