import Core

/// Takes submissions in, in batches: one transaction a batch. Use from one thread; call `finish` at the end.
///
/// While a batch is open nobody else can write, so a batch is closed when it is large or old, and others get a turn between
/// two. Memory holds one batch's counts and one chunk of one file, whatever is imported.
package final class SubmissionImporter {
    private static let mostSubmissions = 10_000
    private static let mostBytes = 32 << 20
    private static let longest = Duration.milliseconds(250)

    private let connection: any BulkConnection
    private let caller: Caller
    private let now: Instant
    private let dryRun: Bool
    private let announced: [MicroCredential]
    private var batch: ImportBatch?
    private var began = ContinuousClock.now

    init(_ connection: any BulkConnection, caller: Caller, now: Instant, dryRun: Bool, announced: [MicroCredential]) {
        self.connection = connection
        self.caller = caller
        self.now = now
        self.dryRun = dryRun
        self.announced = announced
    }

    deinit { abandon() }

    /// - Parameters:
    ///   - contents: by evidence id, the bytes of each item whose body is `.content`; hash and length in the item are
    ///     replaced by what was read.
    ///   - searchText: words of files and the like, made findable beside the submission's own texts.
    /// - Throws: when the store fails; then all since the last batch is taken back. An error of a source is thrown on, and
    ///   only its submission is lost.
    package func add(_ submission: Submission, contents: [String: ContentSource] = [:], searchText: String = "") throws
        -> ImportOutcome
    {
        let outcome = try connection.withDatabase { database in
            var batch = try self.batch ?? begin(database)
            self.batch = nil
            do {
                let outcome = try SubmissionIntake(caller: caller, now: now, searchText: searchText)
                    .take(submission, contents, &batch)
                self.batch = batch
                return outcome
            } catch let error as SourceFault {
                self.batch = batch
                if let refusal = error.cause as? Refusal { return ImportOutcome.refused(refusal.sentence) }
                throw error.cause
            } catch {
                database.rollback()
                throw error
            }
        }
        if let batch, isFull(batch) { try commit() }
        return outcome
    }

    /// Writes what is not written yet. Nothing is durable before the batch it was in, or this, has returned.
    package func finish() throws {
        try flush()
        connection.settle()
    }

    /// Ends the open batch. To be called before anything else is written from the same thread: that would wait for its turn
    /// until it gives up.
    package func flush() throws { try commit() }

    private func begin(_ database: any Database) throws -> ImportBatch {
        try database.beginWrite()
        began = .now
        do {
            return try ImportBatch(database, announced: announced)
        } catch {
            database.rollback()
            throw error
        }
    }

    private func isFull(_ batch: ImportBatch) -> Bool {
        batch.count >= SubmissionImporter.mostSubmissions || batch.bytes >= SubmissionImporter.mostBytes
            || (batch.count & 63 == 0 || batch.bytes > ContentStore.chunk)
                && ContinuousClock.now - began > SubmissionImporter.longest
    }

    private func commit() throws {
        guard var batch else { return }
        self.batch = nil
        if dryRun { return try connection.withDatabase { $0.rollback() } }
        try connection.withDatabase { database in
            do {
                try batch.finish()
                try database.commit()
            } catch {
                database.rollback()
                throw error
            }
        }
        connection.letOthersWrite()
    }

    private func abandon() {
        if batch != nil { try? connection.withDatabase { $0.rollback() } }
    }
}

/// An error of whoever reads the files, told apart from one of the store.
struct SourceFault: Error {
    var cause: any Error
}
