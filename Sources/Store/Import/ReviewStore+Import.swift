import Core

extension ReviewStore {
    /// Starts an import of submissions, on a connection of its own.
    /// - Parameter announced: for a dry run, micro-credentials that would have been stored before the submissions.
    package func submissionImporter(
        as caller: Caller, now: Instant, dryRun: Bool = false, announced: [MicroCredential] = []
    ) throws -> SubmissionImporter {
        try caller.require(.importSubmissions)
        let writer = ImportWriter(
            try driver.bulkConnection(), caller: caller, now: now, dryRun: dryRun, announced: dryRun ? announced : [])
        return SubmissionImporter(ImportLane(writer))
    }
}
