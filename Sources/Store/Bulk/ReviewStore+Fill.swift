import Core

extension ReviewStore {
    /// Takes in made-up submissions through the importer that takes in real ones.
    /// - Parameter progress: called now and then with how many are in.
    /// - Throws: `Refusal.rule` with the first refusal.
    package func fill(
        _ plausible: PlausibleSubmissions, as caller: Caller, now: Instant, progress: (Int) -> Void = { _ in }
    ) throws {
        let importer = try submissionImporter(as: caller, now: now)
        for number in 0..<plausible.count {
            let submission = plausible.submission(number)
            if case .refused(let why) = try importer.add(submission) { throw Refusal.rule("\(submission.id): \(why)") }
            if number % 10_000 == 9_999 { progress(number + 1) }
        }
        try importer.finish()
    }
}
