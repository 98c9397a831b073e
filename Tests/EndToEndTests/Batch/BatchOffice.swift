import Support
import Testing

extension Office {
    /// Scores submissions as `person`, each criterion at its required level, or one at its lowest.
    func score(_ ids: [String], as person: String, lowest: Bool = false) throws {
        guard let first = ids.first else { return }
        let levels = try data("show", first, as: "ruth").assignments(lowest: lowest)
        for id in ids {
            let answer = try assay(["score", id, "--submit"] + levels, as: person)
            if answer.status != 0 { throw Program.Failure(description: "\(answer)") }
        }
    }

    /// New submissions of one micro-credential, all ready; their ids by deadline.
    func ready(_ count: Int, by person: String = "ines") throws -> [String] {
        let ids = (0..<count).map { "b-\(1000 + $0)" }
        let file = try scratch.write("ready.jsonl", Papers.lines(ids.map { Papers.submission($0) }))
        _ = try data("import", file, as: "ruth")
        try score(ids, as: person)
        return ids
    }
}
