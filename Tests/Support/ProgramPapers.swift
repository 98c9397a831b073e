/// Files for the intake, made in a test: small submissions of the sample data's micro-credentials, and rubrics' levels.
package enum Papers {
    /// One that nothing is wrong with; due within two weeks of `submittedAt`.
    package static func submission(
        _ id: String, submittedAt: String = "2026-11-20T15:00:00Z", district: String = "Alder Fork"
    ) -> Tree {
        [
            "format": "assay/submission@1", "id": .string(id), "microCredential": "reading-data", "version": 1,
            "earner": [
                "name": "Dana Whitaker", "email": "dana@example.org", "district": .string(district), "state": "KY",
            ],
            "submittedAt": .string(submittedAt), "attempt": 1, "previous": nil, "whatChanged": nil,
            "overview": [["prompt": "context", "answer": "Fifth grade, twenty-two students."]],
            "evidence": [
                ["id": "e1", "title": "Lesson plan", "text": "# Plan\n\nOne.\nTwo.\nThree."],
                ["id": "e2", "title": "Video", "link": "https://video.example.org/42"],
            ],
            "reflection": "I stopped and drew it.\n\nThey saw it then.",
            "attestations": ["readyForReview": true, "release": true, "ownWork": true],
        ]
    }

    package static func lines(_ submissions: [Tree]) -> String {
        submissions.map { $0.line + "\n" }.joined()
    }
}

extension Tree {
    /// `criterion=level` for every criterion of a `show --json`: the required level, or with `lowest` the lowest one.
    package func assignments(lowest: Bool = false) -> [String] {
        self["rubric"]["criteria"].list.compactMap { criterion in
            guard let id = criterion["id"].text else { return nil }
            let level = lowest ? criterion["levels"][0]["id"].text : criterion["required"].text
            return level.map { "\(id)=\($0)" }
        }
    }
}
