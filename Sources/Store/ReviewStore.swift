import Core

/// The archive. Everything in it is synchronous and may be called from any thread; what has returned is durable.
package final class ReviewStore: Sendable {
    package let location: StoreLocation
    private let zone: ZoneOffset

    private init(location: StoreLocation, zone: @escaping ZoneOffset) {
        self.location = location
        self.zone = zone
    }

    /// Makes a store with its first person in it.
    /// - Throws: `Refusal.rule` where there is one already.
    package static func create(
        at location: StoreLocation, policy: Policy, maker: Person, programme: String, now: Instant,
        zone: @escaping ZoneOffset
    ) throws -> ReviewStore { throw notBuilt }

    /// - Throws: `Refusal.store` where there is none, or it is damaged, or newer than this program.
    package static func open(at location: StoreLocation, zone: @escaping ZoneOffset) throws -> ReviewStore {
        throw notBuilt
    }

    // who

    package func caller(_ id: String) throws -> Caller { throw notBuilt }
    package func people(as caller: Caller) throws -> [Person] { throw notBuilt }
    package func policy() throws -> Policy { throw notBuilt }
    package func programme() throws -> String { throw notBuilt }
    package func microCredentials(as caller: Caller) throws -> [MicroCredential] { throw notBuilt }
    package func microCredential(_ id: String, version: Int?) throws -> MicroCredential? { throw notBuilt }

    // intake

    package func importPolicy(_ policy: Policy, as caller: Caller, now: Instant, dryRun: Bool = false) throws
        -> ImportOutcome
    { throw notBuilt }

    package func importPeople(_ people: [Person], as caller: Caller, now: Instant, dryRun: Bool = false) throws
        -> [ImportOutcome]
    { throw notBuilt }

    package func importMicroCredential(
        _ microCredential: MicroCredential, as caller: Caller, now: Instant, dryRun: Bool = false
    ) throws -> ImportOutcome { throw notBuilt }

    package func submissionImporter(as caller: Caller, now: Instant, dryRun: Bool = false) throws -> SubmissionImporter
    {
        throw notBuilt
    }

    // reading

    package func queue(_ request: QueueRequest, as caller: Caller, now: Instant) throws -> QueuePage { throw notBuilt }
    package func queueTotal(_ filter: QueueFilter, as caller: Caller, now: Instant) throws -> Int { throw notBuilt }
    package func summary(as caller: Caller, now: Instant) throws -> QueueSummary { throw notBuilt }
    package func detail(_ id: String, as caller: Caller, now: Instant) throws -> SubmissionDetail { throw notBuilt }
    package func content(of evidence: String, submission: String, as caller: Caller, limit: Int? = nil) throws
        -> [UInt8]
    {
        throw notBuilt
    }

    // judging

    package func claim(_ id: String, as caller: Caller, now: Instant) throws -> Claim { throw notBuilt }
    package func claimNext(as caller: Caller, now: Instant) throws -> Claim { throw notBuilt }
    package func renew(_ id: String, as caller: Caller, now: Instant) throws -> Claim { throw notBuilt }
    package func release(_ id: String, as caller: Caller, now: Instant) throws { throw notBuilt }
    package func save(
        _ changes: [ScoreChange], submission: String, base: Int?, as caller: Caller, now: Instant
    ) throws -> Scorecard { throw notBuilt }
    package func submit(_ id: String, base: Int?, as caller: Caller, now: Instant) throws -> (
        Scorecard, SubmissionState
    ) { throw notBuilt }
    package func decide(_ id: String, _ kind: Decision.Kind, reason: String, as caller: Caller, now: Instant) throws
        -> Decision
    { throw notBuilt }

    // places

    package func place(of person: String, submission: String) throws -> ReviewPlace? { throw notBuilt }
    package func savePlace(_ place: ReviewPlace, person: String) throws { throw notBuilt }

    // the record

    package func log(submission: String? = nil, after: Int64? = nil, limit: Int, as caller: Caller) throws -> [LogEvent]
    {
        throw notBuilt
    }
    package func verifyLog() throws -> LogVerification { throw notBuilt }
    package func backup(to path: String, as caller: Caller, now: Instant) throws { throw notBuilt }
    package func checkHealth() -> [Finding] { [] }
    package func changeMark() throws -> Int64 { throw notBuilt }
    package func storedSchemaVersion() throws -> Int { throw notBuilt }
}

/// Takes submissions in, in batches: one transaction a batch. Use from one thread; call `finish` at the end.
package final class SubmissionImporter {
    /// - Parameters:
    ///   - contents: by evidence id, the bytes of each item whose body is `.content`; hash and length in the item are
    ///     replaced by what was read.
    ///   - searchText: words of files and the like, made findable beside the submission's own texts.
    package func add(_ submission: Submission, contents: [String: ContentSource] = [:], searchText: String = "") throws
        -> ImportOutcome
    { throw notBuilt }

    /// Writes what is not written yet. Nothing is durable before the batch it was in, or this, has returned.
    package func finish() throws { throw notBuilt }
}

private var notBuilt: Refusal { .store("not built yet") }
