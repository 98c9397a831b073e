import Core

/// The part of a submission that no list shows, as one JSON text. Written key by key (see JSONText), read through `Codable`.
struct SubmissionBody: Codable {
    struct Item: Codable {
        var id: String
        var title: String
        var answers: String?
        var kind: String
        var fileName: String?
        var sha256: String?
        var bytes: Int?
        var link: String?
        var text: String?
    }
    var earner: Earner
    var previous: String?
    var whatChanged: String?
    var overview: [Answer]
    var evidence: [Item]
    var reflection: String
    var attestations: Attestations

    static func utf8(_ submission: Submission, contents: [String: ContentStore.Stored]) -> [UInt8] {
        var json = JSONText(capacity: 2_048)
        json.object { json in
            json.object("earner") { json in
                json.add("name", submission.earner.name)
                json.add("email", submission.earner.email)
                json.add("district", submission.earner.district)
                json.add("state", submission.earner.state)
            }
            json.add("previous", maybe: submission.previous)
            json.add("whatChanged", maybe: submission.whatChanged)
            json.array("overview") { json in
                for answer in submission.overview {
                    json.object { json in
                        json.add("prompt", answer.prompt)
                        json.add("answer", answer.answer)
                    }
                }
            }
            json.array("evidence") { json in
                for item in submission.evidence { json.object { add(item, contents[item.id], to: &$0) } }
            }
            json.add("reflection", submission.reflection)
            json.object("attestations") { json in
                json.add("readyForReview", submission.attestations.readyForReview)
                json.add("release", submission.attestations.release)
                json.add("ownWork", submission.attestations.ownWork)
            }
        }
        return json.bytes
    }

    private static func add(_ item: EvidenceItem, _ stored: ContentStore.Stored?, to json: inout JSONText) {
        json.add("id", item.id)
        json.add("title", item.title)
        json.add("answers", maybe: item.answers)
        json.add("kind", item.kind)
        json.add("fileName", maybe: item.fileName)
        switch item.body {
        case .content(let sha256, let bytes):
            json.add("sha256", stored.map { hex($0.sha256) } ?? sha256)
            json.add("bytes", stored?.bytes ?? bytes)
        case .link(let link): json.add("link", link)
        case .text(let text): json.add("text", text)
        }
    }

    var items: [EvidenceItem] {
        evidence.map { item in
            let body: EvidenceItem.Body =
                if let sha256 = item.sha256 {
                    .content(sha256: sha256, bytes: item.bytes ?? 0)
                } else if let link = item.link {
                    .link(link)
                } else {
                    .text(item.text ?? "")
                }
            return EvidenceItem(
                id: item.id, title: item.title, answers: item.answers, kind: item.kind, fileName: item.fileName,
                body: body)
        }
    }
}
