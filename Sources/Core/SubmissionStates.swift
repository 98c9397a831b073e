/// Some of the nine states. Bits and not a `Set`: the first use of each kind of `Set` looks through every conformance in the program, which
/// at the start costs more than drawing the screen.
package struct SubmissionStates: Hashable, Sendable {
    private var bits: UInt16 = 0

    package init() {}

    package init(_ members: [SubmissionState]) { for member in members { insert(member) } }

    package var isEmpty: Bool { bits == 0 }
    package func contains(_ member: SubmissionState) -> Bool { bits & SubmissionStates.bit(member) != 0 }
    package mutating func insert(_ member: SubmissionState) { bits |= SubmissionStates.bit(member) }
    package mutating func remove(_ member: SubmissionState) { bits &= ~SubmissionStates.bit(member) }
    package func isDisjoint(with other: SubmissionStates) -> Bool { bits & other.bits == 0 }

    /// In the contract's order.
    package var members: [SubmissionState] { SubmissionState.allCases.filter(contains) }

    private static func bit(_ member: SubmissionState) -> UInt16 {
        switch member {
        case .pending: 1 << 0
        case .claimed: 1 << 1
        case .secondRead: 1 << 2
        case .adjudication: 1 << 3
        case .ready: 1 << 4
        case .awarded: 1 << 5
        case .returned: 1 << 6
        case .incomplete: 1 << 7
        case .denied: 1 << 8
        }
    }
}

extension SubmissionStates: ExpressibleByArrayLiteral {
    package init(arrayLiteral members: SubmissionState...) { self.init(members) }
}
