import Core

extension ReviewStore {
    /// Newest first.
    package func batches(as caller: Caller) throws -> [BatchSession] {
        try caller.require(.prepareBatch)
        return try driver.read { try Batches(database: $0).all() }
    }

    /// Makes a session of what the filter holds; what is ready, where the filter names no states.
    package func makeBatch(_ name: String, _ filter: QueueFilter, as caller: Caller, now: Instant) throws
        -> BatchSession
    {
        var filter = filter
        if filter.states.isEmpty { filter.states = [.ready] }
        return try judge(caller, now) { bench in
            try bench.makeBatch(name, filter, try searchQuery(filter, bench.caller, bench.database))
        }
    }

    /// Takes what has changed since into the plan.
    /// - Returns: how many items that were.
    package func planBatchAgain(_ name: String, as caller: Caller, now: Instant) throws -> Int {
        try judge(caller, now) { try $0.planAgain(name) }
    }

    /// Exactly what signing would do now.
    package func batchPlan(_ name: String, as caller: Caller, now: Instant) throws -> BatchPlan {
        try caller.require(.prepareBatch)
        return try driver.read { database in
            let reader = try BatchReader(database, name, caller, now)
            var plan = BatchPlan(session: reader.kept.session)
            try reader.walk(from: 1) { entry, verdict, _ in
                plan.add(entry.id, verdict)
                return true
            }
            return plan
        }
    }

    /// The plan's bottom line. Reads the whole session.
    package func batchCounts(_ name: String, as caller: Caller, now: Instant) throws -> (BatchSession, BatchCounts) {
        try caller.require(.prepareBatch)
        return try driver.read { database in
            let reader = try BatchReader(database, name, caller, now)
            var counts = BatchCounts()
            try reader.walk(from: 1) { _, verdict, flags in
                counts.add(verdict, flags)
                return true
            }
            return (reader.kept.session, counts)
        }
    }

    /// A window of the plan.
    package func batchPage(_ request: BatchRequest, as caller: Caller, now: Instant) throws -> BatchPage {
        try caller.require(.prepareBatch)
        return try driver.read { try BatchReader($0, request.name, caller, now).page(request) }
    }

    package func hold(_ id: String, in name: String, reason: String, as caller: Caller, now: Instant) throws {
        try judge(caller, now) { bench in
            try bench.caller.require(.prepareBatch)
            _ = try bench.hold(BatchMarks(try bench.position(of: id, in: name)), in: name, reason: reason)
        }
    }

    package func unhold(_ id: String, in name: String, as caller: Caller, now: Instant) throws {
        try judge(caller, now) { bench in
            try bench.caller.require(.prepareBatch)
            let changed = try bench.hold(BatchMarks(try bench.position(of: id, in: name)), in: name, reason: nil)
            if changed == 0 { throw Refusal.rule("\(id) is not held.") }
        }
    }

    /// Holds what is marked, all of it or nothing; without a reason lets it go again.
    /// - Returns: how many items that changed.
    package func hold(_ marks: BatchMarks, in name: String, reason: String?, as caller: Caller, now: Instant) throws
        -> Int
    {
        try judge(caller, now) { try $0.hold(marks, in: name, reason: reason) }
    }

    /// Signs item by item from beyond a position, each in a transaction of its own, for as long as `goesOn` says so: it may
    /// stop, or be stopped, after any item and be taken up again, by anyone, without signing twice or leaving one out.
    /// - Parameters:
    ///   - base: the version of the session that was looked at: of another one nothing is signed. Nil for whatever it is.
    ///   - now: asked for each item; a signing may take minutes.
    package func signBatch(
        _ name: String, after position: Int = 0, base: Int? = nil, as caller: Caller, now: () -> Instant,
        goesOn: (BatchProgress) -> Bool = { _ in true }
    ) throws -> BatchProgress {
        var progress = BatchProgress(position: position)
        repeat {
            switch try judge(caller, now(), { try $0.signNext(in: name, after: progress.position, base: base) }) {
            case .done: progress.isDone = true
            case .signed(let position):
                progress.position = position
                progress.signed += 1
            case .refused(let position, let refused):
                progress.position = position
                progress.refused.append(refused)
            }
        } while !progress.isDone && goesOn(progress)
        return progress
    }
}
