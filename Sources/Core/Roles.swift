/// The roles of a person, or those of which an action needs one. Bits and not a `Set`: the first use of each kind of `Set` looks through every conformance in the program, which
/// at the start costs more than drawing the screen.
package struct Roles: Hashable, Sendable {
    private var bits: UInt8 = 0

    package init() {}

    package init(_ members: [Role]) { for member in members { insert(member) } }

    package var isEmpty: Bool { bits == 0 }
    package func contains(_ member: Role) -> Bool { bits & Roles.bit(member) != 0 }
    package mutating func insert(_ member: Role) { bits |= Roles.bit(member) }
    package mutating func remove(_ member: Role) { bits &= ~Roles.bit(member) }
    package func isDisjoint(with other: Roles) -> Bool { bits & other.bits == 0 }

    /// In the contract's order.
    package var members: [Role] { Role.allCases.filter(contains) }

    private static func bit(_ member: Role) -> UInt8 {
        switch member {
        case .assessor: 1 << 0
        case .coordinator: 1 << 1
        case .approver: 1 << 2
        case .author: 1 << 3
        case .admin: 1 << 4
        }
    }
}

extension Roles: ExpressibleByArrayLiteral {
    package init(arrayLiteral members: Role...) { self.init(members) }
}
