import Core

extension ReviewStore {
    /// Where a person was in a submission.
    package func place(of person: String, submission: String) throws -> ReviewPlace? {
        try driver.read { database in
            let body = try database.first(
                """
                SELECT l.body FROM place l JOIN person p ON p.seq = l.person JOIN submission s ON s.seq = l.submission
                WHERE p.id = ?1 AND s.id = ?2
                """, .text(person), .text(submission)
            ) { $0.text(0) }
            return try body.map { try JSONBody.value(ReviewPlace.self, $0) }
        }
    }

    /// Not logged: it says nothing of a judgement.
    package func savePlace(_ place: ReviewPlace, person: String) throws {
        let body = try JSONBody.text(place)
        _ = try driver.write { database in
            try database.run(
                """
                INSERT INTO place(person, submission, body)
                SELECT p.seq, s.seq, ?3 FROM person p, submission s WHERE p.id = ?1 AND s.id = ?2
                ON CONFLICT(person, submission) DO UPDATE SET body = excluded.body
                """, .text(person), .text(place.submission), .text(body))
        }
    }
}
