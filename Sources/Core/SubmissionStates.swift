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

    private static func bit(_ member: SubmissionState) -> UInt16 { 1 << UInt16(member.place) }
}

extension SubmissionStates: ExpressibleByArrayLiteral {
    package init(arrayLiteral members: SubmissionState...) { self.init(members) }
}

extension SubmissionState {
    /// From 0, in the contract's order.
    var place: Int {
        switch self {
        case .pending: 0
        case .claimed: 1
        case .secondRead: 2
        case .adjudication: 3
        case .ready: 4
        case .awarded: 5
        case .returned: 6
        case .incomplete: 7
        case .denied: 8
        }
    }
}
