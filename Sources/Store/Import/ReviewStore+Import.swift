import Core

extension ReviewStore {
    /// Starts an import of submissions, on a connection of its own.
    package func submissionImporter(as caller: Caller, now: Instant, dryRun: Bool = false) throws -> SubmissionImporter
    {
        try caller.require(.importSubmissions)
        return SubmissionImporter(
            try driver.bulkConnection(), caller: caller, now: now, dryRun: dryRun)
    }
}
