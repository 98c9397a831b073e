import Core

/// What tells whether two submissions say the same: a hash over all that was handed in, as it was handed in.
enum SubmissionDigest {
    /// - Parameter contents: hash of each piece of evidence that came as a file, by evidence id. What kind of content it is
    ///   was found out by us, and is left out: a better look at it makes no other submission.
    static func digest(_ submission: Submission, contents: [String: ContentStore.Stored]) -> [UInt8] {
        var packing = Packing("assay/submission@1", capacity: 2_048)
        packing.add(submission.id)
        packing.add(submission.microCredential)
        packing.add(submission.version.map { String($0) })
        packing.add(submission.earner.name)
        packing.add(submission.earner.email)
        packing.add(submission.earner.district)
        packing.add(submission.earner.state)
        packing.add(submission.submittedAt.seconds)
        packing.add(submission.attempt)
        packing.add(submission.previous)
        packing.add(submission.whatChanged)
        packing.add(submission.overview.count)
        for answer in submission.overview {
            packing.add(answer.prompt)
            packing.add(answer.answer)
        }
        packing.add(submission.evidence.count)
        for item in submission.evidence {
            packing.add(item.id)
            packing.add(item.title)
            packing.add(item.answers)
            packing.add(item.fileName)
            switch item.body {
            case .content(let sha256, _):
                packing.add("content")
                packing.add(contents[item.id].map { hex($0.sha256) } ?? sha256)
            case .link(let link):
                packing.add("link")
                packing.add(link)
            case .text(let text):
                packing.add("text")
                packing.add(text)
            }
        }
        packing.add(submission.reflection)
        packing.add(submission.attestations.readyForReview)
        packing.add(submission.attestations.release)
        packing.add(submission.attestations.ownWork)
        return packing.sha256
    }
}
