import Core

/// The archive. Everything in it is synchronous and may be called from any thread; what has returned is durable.
///
/// Nothing is handed out or changed but by way of `Caller.require` and `Sight`.
package final class ReviewStore: Sendable {
    package let location: StoreLocation
    let driver: any Driver
    let zone: ZoneSource

    init(location: StoreLocation, driver: any Driver, zone: @escaping ZoneSource) {
        self.location = location
        self.driver = driver
        self.zone = zone
    }

    /// Makes a store with its first person in it, who is an admin whatever roles were named.
    /// - Throws: `Refusal.rule` where there is one already.
    package static func create(
        at location: StoreLocation, policy: Policy, maker: Person, programme: String, now: Instant,
        zone: @escaping ZoneSource
    ) throws -> ReviewStore {
        let path = try requirePath(location)
        var admin = maker
        admin.roles.insert(.admin)
        let rules = try zone(policy.deadline.timezone)
        try SQLiteFile.create(path) { database in
            try database.run("INSERT INTO setting(name, value) VALUES ('programme', ?1)", .text(programme))
            var log = try LogBook(database)
            try log.write(.create, by: maker.id, at: now) { $0.add("programme", programme) }
            try store(policy, rules, database, &log, by: maker.id, at: now)
            if case .refused(let why) = try People.take(admin, database, &log, by: maker.id, at: now) {
                throw Refusal.rule(why)
            }
            try log.close()
        }
        return try open(at: location, zone: zone)
    }

    /// - Throws: `Refusal.store` where there is none, or it is damaged, or newer than this program.
    package static func open(at location: StoreLocation, zone: @escaping ZoneSource) throws -> ReviewStore {
        ReviewStore(location: location, driver: try SQLiteDriver(path: try requirePath(location)), zone: zone)
    }

    private static func requirePath(_ location: StoreLocation) throws -> String {
        guard case .path(let path) = location.place else {
            throw Refusal.store(
                "This build of assay has no PostgreSQL driver, so \(location.name) can't be reached; name a file with --store."
            )
        }
        if let fault = location.fault { throw Refusal.rule(fault) }
        return path
    }

    /// Runs `body` in a transaction; with `dryRun` all that it did is taken back, and only its answer is kept.
    func change<T>(dryRun: Bool, _ body: (any Database) throws -> T) throws -> T {
        var answer: T?
        do {
            return try driver.write { database in
                let value = try body(database)
                if dryRun {
                    answer = value
                    throw DryRun()
                }
                return value
            }
        } catch let error as DryRun {
            guard let answer else { throw error }
            return answer
        }
    }

    private struct DryRun: Error {}
}
