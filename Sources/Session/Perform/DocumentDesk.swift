import Console
import Core
import Evidence
import Store

/// Gets the texts of a submission off the shelf and into documents.
struct DocumentDesk {
    let store: ReviewStore
    let caller: Caller
    let now: Instant

    /// What the review screen starts from.
    func opening(of id: String) throws -> Opening {
        let detail = try store.detail(id, as: caller, now: now)
        var documents: [DocumentSource: Document] = [:]
        for source in [DocumentSource.reflection, .overview, .whatChanged, .microCredential] {
            documents[source] = try document(source, of: detail)
        }
        // The first evidence item too where it is small: the first frame then shows all there is.
        let place = try store.place(of: caller.id, submission: id)
        if let first = detail.evidence.first(where: { $0.id == place?.evidence }) ?? detail.evidence.first,
            first.bytes <= 512 << 10
        {
            documents[.evidence(first.id)] = try document(.evidence(first.id), of: detail)
        }
        return Opening(
            detail: detail, documents: documents,
            scorecard: detail.scorecard(of: caller.id) ?? Scorecard(submission: id, assessor: caller.id),
            isMine: detail.claim.map { $0.assessor == caller.id && $0.isLive(at: now) } ?? false, place: place)
    }

    func document(_ source: DocumentSource, of id: String) throws -> Document {
        try document(source, of: try store.detail(id, as: caller, now: now))
    }

    /// Every text of a submission: for a comparison, where both attempts stand side by side.
    func allDocuments(of detail: SubmissionDetail) throws -> [DocumentSource: Document] {
        var documents: [DocumentSource: Document] = [:]
        for source in [DocumentSource.reflection, .overview, .whatChanged] {
            documents[source] = try document(source, of: detail)
        }
        for item in detail.evidence { documents[.evidence(item.id)] = try document(.evidence(item.id), of: detail) }
        return documents
    }

    private func document(_ source: DocumentSource, of detail: SubmissionDetail) throws -> Document {
        switch source {
        case .reflection: return Document.reading(markdown: detail.reflection)
        case .whatChanged: return Document.reading(markdown: detail.whatChanged ?? "")
        case .overview: return OverviewText.document(answers: detail.overview, prompts: detail.microCredential.overview)
        case .microCredential: return MicroCredentialText.document(detail.microCredential)
        case .evidence(let id):
            guard let item = detail.evidence.first(where: { $0.id == id }) else {
                throw Refusal.rule("\(detail.row.id) has no evidence \(id).")
            }
            guard case .content = item.body else { return EvidenceReader.document(for: item, bytes: nil) }
            let bytes = try store.content(
                of: id, submission: detail.row.id, as: caller, limit: EvidenceReader.bytesWanted(for: item))
            return EvidenceReader.document(for: item, bytes: bytes)
        }
    }
}

extension EvidenceItem {
    fileprivate var bytes: Int {
        switch body {
        case .content(_, let bytes): bytes
        case .text(let text): text.utf8.count
        case .link: 0
        }
    }
}
