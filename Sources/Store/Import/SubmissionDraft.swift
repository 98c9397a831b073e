import Core

/// A submission with what can be worked out of it without the store: so much of an import needs no turn to write.
struct SubmissionDraft: Sendable {
    let submission: Submission
    let searchText: String
    /// Why it can't be stored, whatever is in the store.
    let fault: String?
    /// Digest, body and words of one without files; nil where files are to be read first.
    let packed: Packed?

    struct Packed: Sendable {
        var digest: [UInt8]
        var body: [UInt8]
        /// Without the micro-credential's name, which the store knows.
        var words: [UInt8]

        init(_ submission: Submission, searchText: String, contents: [String: ContentStore.Stored]) {
            digest = SubmissionDigest.digest(submission, contents: contents)
            body = SubmissionBody.utf8(submission, contents: contents)
            words = SearchText.text(submission, added: searchText)
        }
    }

    init(_ submission: Submission, searchText: String, hasContents: Bool) {
        self.submission = submission
        self.searchText = searchText
        fault = SubmissionDraft.fault(submission)
        packed = hasContents || fault != nil ? nil : Packed(submission, searchText: searchText, contents: [:])
    }

    /// What could not be stored or told apart. Whoever read the file has said it with a place in it.
    private static func fault(_ submission: Submission) -> String? {
        let id = submission.id.utf8
        guard (1...128).contains(id.count),
            id.allSatisfy({
                (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                    || $0 == 0x2E || $0 == 0x5F
            })
        else {
            return "\"\(submission.id)\" is no id of a submission: 1 to 128 of A-Z, a-z, 0-9, \".\", \"_\" and \"-\"."
        }
        if submission.previous == submission.id { return "\(submission.id) names itself as its previous attempt." }
        if submission.attempt < 1 { return "attempt is \(submission.attempt); expected 1 or more." }
        if submission.evidence.count > 1, Set(submission.evidence.map(\.id)).count < submission.evidence.count {
            return "Two pieces of evidence have the same id."
        }
        return nil
    }
}
