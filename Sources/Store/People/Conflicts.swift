import Core

/// What a person has said they must not judge: districts, and earners by their address.
struct Conflicts {
    let database: any Database
    private let names: Set<String>

    init(of person: Person, _ database: any Database) {
        self.database = database
        names = Set(person.conflicts.map { $0.lowercased() })
    }

    enum Kind: Equatable { case district, earner }

    /// - Parameter submission: its number in the store.
    func with(_ submission: Int64, district: String) throws -> Kind? {
        if names.isEmpty { return nil }
        if names.contains(district.lowercased()) { return .district }
        return try names.contains(Details.body(submission, database).earner.email.lowercased()) ? .earner : nil
    }

    func with(_ submission: Int64) throws -> Kind? {
        if names.isEmpty { return nil }
        let district = try database.first(
            "SELECT d.name FROM submission s JOIN district d ON d.seq = s.district WHERE s.seq = ?1", .int(submission)
        ) { $0.text(0) }
        return try with(submission, district: district ?? "")
    }
}
