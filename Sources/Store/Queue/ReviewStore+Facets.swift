import Core

extension ReviewStore {
    /// What a list can be narrowed to. Grows with the districts and micro-credentials, not with the submissions.
    package func facets(as caller: Caller) throws -> QueueFacets {
        try caller.require(.seeQueue)
        return try driver.read { database in
            let districts = try database.all("SELECT name FROM district ORDER BY name") { $0.text(0) }
            let microCredentials = try database.all(
                """
                SELECT c.id, v.name FROM credential c JOIN credential_version v ON v.credential = c.seq
                WHERE v.version = (SELECT max(w.version) FROM credential_version w WHERE w.credential = c.seq)
                ORDER BY v.name
                """
            ) { QueueFacets.Choice(id: $0.text(0), name: $0.text(1)) }
            return QueueFacets(districts: districts, microCredentials: microCredentials)
        }
    }
}
