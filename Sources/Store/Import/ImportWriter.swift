import Core

/// The writing half of an import: its connection and its open batch. Not for two threads at once.
final class ImportWriter {
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

    func add(_ draft: SubmissionDraft, contents: [String: ContentSource] = [:]) throws -> ImportOutcome {
        let outcome = try connection.withDatabase { database in
            // Moved out, so that its tables of counts are changed in place and never copied.
            var batch = try self.batch ?? begin(database)
            self.batch = nil
            do {
                let outcome = try SubmissionIntake(caller: caller, now: now).take(draft, contents, &batch)
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

    func commit() throws {
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

    func settle() { connection.settle() }

    /// Takes back what is not written.
    func abandon() {
        if batch != nil { try? connection.withDatabase { $0.rollback() } }
        batch = nil
    }

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
        batch.count >= ImportWriter.mostSubmissions || batch.bytes >= ImportWriter.mostBytes
            || (batch.count & 63 == 0 || batch.bytes > ContentStore.chunk)
                && ContinuousClock.now - began > ImportWriter.longest
    }
}

/// An error of whoever reads the files, told apart from one of the store.
struct SourceFault: Error {
    var cause: any Error
}
