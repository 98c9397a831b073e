import Core

extension ReviewStore {
    /// The policy in force.
    package func policy() throws -> Policy { try driver.read { try ReviewStore.policy($0) } }

    /// The programme's name, as it was given when the store was made.
    package func programme() throws -> String { try driver.read { try ReviewStore.setting("programme", $0) ?? "" } }

    /// Puts a policy in force from now on. What is still open gets the deadlines of the new one.
    package func importPolicy(_ policy: Policy, as caller: Caller, now: Instant, dryRun: Bool = false) throws
        -> ImportOutcome
    {
        try caller.require(.importPolicy)
        if let fault = ReviewStore.fault(policy) { return .refused(fault) }
        let rules = try zone(policy.deadline.timezone)
        return try change(dryRun: dryRun) { database in
            let before = try ReviewStore.policy(database)
            let clocks = try ReviewStore.zoneRules(database)
            if before == policy { return .unchanged }
            var log = try LogBook(database)
            try ReviewStore.store(policy, rules, database, &log, by: caller.id, at: now)
            if policy.scoring.assessors != before.scoring.assessors, try !People.isAlone(database) {
                try ReadChange(database, policy).run(&log, by: caller.id, at: now)
            }
            try log.close()
            if policy.deadline != before.deadline || rules != clocks {
                try DeadlineChange(database: database).run(Deadlines(policy) { rules.offset(at: $0) })
            }
            if rules != clocks {
                try DayTally.refill(database)
                try AgeTally.refill(database)
            }
            return .imported
        }
    }

    static func policy(_ database: any Database) throws -> Policy {
        let body = try database.first("SELECT body FROM policy ORDER BY n DESC LIMIT 1") { $0.text(0) }
        guard let body else { return Policy() }
        let policy = try JSONBody.value(body, over: Policy(), "the policy in force")
        // No import lets such a one in.
        if let fault = fault(policy) {
            throw DatabaseFault(kind: .damaged, message: "the policy in force can't be: \(fault)")
        }
        return policy
    }

    static func store(
        _ policy: Policy, _ rules: ZoneRules, _ database: any Database, _ log: inout LogBook, by who: String,
        at: Instant
    ) throws {
        // Kept as numbers beside the policy, so that nobody who reads a date needs a calendar.
        try put("zone", rules.text, database)
        try store(Promise(policy.deadline), database)
        let body = try JSONBody.text(policy)
        try database.run(
            "INSERT INTO policy(at, who, body, blind) VALUES (?1, ?2, ?3, ?4)", .int(at.seconds), .text(who),
            .text(body), .int(policy.scoring.blind ? 1 : 0))
        try Batches(database: database).widenAll()
        var packing = Packing("assay/policy@1")
        packing.add(body)
        let digest = hex(packing.sha256)
        try log.write(.importPolicy, by: who, at: at) { $0.add("sha256", digest) }
    }

    /// Seconds east of UTC on the clocks of the policy's zone.
    package func zoneOffset(at instant: Instant) throws -> Int {
        try driver.read { try ReviewStore.zoneRules($0) }.offset(at: instant)
    }

    static func zoneRules(_ database: any Database) throws -> ZoneRules {
        try setting("zone", database).flatMap(ZoneRules.init(text:)) ?? .utc
    }

    static func promise(_ database: any Database) throws -> Promise {
        try setting("promise", database).flatMap(Promise.init(text:)) ?? Promise(Policy().deadline)
    }

    static func store(_ promise: Promise, _ database: any Database) throws {
        try put("promise", promise.text, database)
    }

    private static func put(_ name: String, _ value: String, _ database: any Database) throws {
        try database.run(
            """
            INSERT INTO setting(name, value) VALUES (?1, ?2)
            ON CONFLICT(name) DO UPDATE SET value = excluded.value
            """, .text(name), .text(value))
    }

    static func setting(_ name: String, _ database: any Database) throws -> String? {
        try database.first("SELECT value FROM setting WHERE name = ?1", .text(name)) { $0.text(0) }
    }

    /// What could not be worked with.
    private static func fault(_ policy: Policy) -> String? {
        if policy.scoring.assessors < 1 {
            return "scoring.assessors is \(policy.scoring.assessors); expected 1 or more."
        }
        if policy.claim.leaseMinutes < 1 {
            return "claim.leaseMinutes is \(policy.claim.leaseMinutes); expected 1 or more."
        }
        if policy.claim.leaseMinutes > 525_600 {
            return "claim.leaseMinutes is \(policy.claim.leaseMinutes); expected a year, 525600, at most."
        }
        if !(0...3650).contains(policy.deadline.businessDays) {
            return "deadline.businessDays is \(policy.deadline.businessDays); expected 0 to 3650."
        }
        return nil
    }
}
