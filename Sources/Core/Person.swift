/// What a person may be asked to do. The contract's words, exactly.
package enum Role: String, CaseIterable, Codable, Sendable {
    case assessor, coordinator, approver, author, admin
}

/// Somebody of the cooperative. A person without a role sees nothing.
package struct Person: Equatable, Sendable {
    /// `[a-z0-9._-]{1,64}`, by default the Unix user's name.
    package var id: String
    package var name: String
    package var roles: Roles
    /// Districts this person serves; empty means all.
    package var districts: [String]
    /// Districts and earners' e-mail addresses that this person must not judge.
    package var conflicts: [String]
    /// SSH public keys, as `authorized_keys` spells them.
    package var keys: [String]

    package init(
        id: String, name: String, roles: Roles, districts: [String] = [], conflicts: [String] = [],
        keys: [String] = []
    ) {
        self.id = id
        self.name = name
        self.roles = roles
        self.districts = districts
        self.conflicts = conflicts
        self.keys = keys
    }

    /// Whether a text may be an id: `[a-z0-9._-]{1,64}`.
    package static func isIdentifier(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D
            }
    }
}

/// Who is asking, with the roles in force. Made by the store, which knows whether anybody else is in it.
package struct Caller: Equatable, Sendable {
    package var person: Person
    /// The store's maker while nobody else is in it: holds every role, and no rule that needs a second person binds.
    package var isAlone: Bool

    package init(person: Person, isAlone: Bool = false) {
        self.person = person
        self.isAlone = isAlone
    }

    package var id: String { person.id }
    package var roles: Roles { isAlone ? Roles(Role.allCases) : person.roles }
}
