/// Where a store is: a path, or a PostgreSQL address.
package struct StoreLocation: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        case path(String)
        case postgres(String)
    }
    package var place: Place

    /// A path to an SQLite file.
    package static func path(_ path: String) -> StoreLocation { StoreLocation(place: .path(path)) }

    package init(place: Place) { self.place = place }

    /// What a person gives as STORE: `postgres://...` (or `postgresql://...`), anything else is a path.
    package init(parsing text: String) {
        let isAddress = text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
        place = isAddress ? .postgres(text) : .path(text)
    }

    /// Why no store can be there, whatever is done; nil where one may be.
    package var fault: String? {
        guard case .path(let path) = place else { return nil }
        if path.isEmpty { return "The store has no name; name a file with --store." }
        // What SQLite calls a store that is gone with the process that made it.
        if path == ":memory:" {
            return ":memory: is no file, and a store must outlive its program; name a file with --store."
        }
        return nil
    }

    /// For sentences to people. An address may hold a password: only its scheme is told.
    package var name: String {
        switch place {
        case .path(let path): path
        case .postgres: "the PostgreSQL store"
        }
    }
}
