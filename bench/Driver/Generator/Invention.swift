import Core

/// A made-up submission for every row. Row 0 is the one with 2,000 lines of evidence, and is due first.
struct Invention {
    static let longID = "bench-long"
    static let longLines = 2000
    /// The first row's day: 2026-01-05. Later rows follow over `days`.
    static let firstDay = Instant(seconds: 1_767_600_000)
    static let days = 420

    /// Of how many rows the store is to be.
    let rows: Int

    static func id(_ row: Int) -> String {
        let digits = String(row)
        return row == 0 ? longID : "b-" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }

    func submission(_ row: Int) -> Submission {
        var seed = Seed(row: row)
        let given = seed.of(Vocabulary.givenNames)
        let family = seed.of(Vocabulary.familyNames)
        // Handed in as they arrive, but for a few days of disorder.
        let at = Int64(row) * Int64(Invention.days) * 86_400 / Int64(max(rows, 1)) + Int64(seed.below(3 * 86_400))
        let attempt = row < 2 || seed.chance(85) ? 1 : seed.chance(80) ? 2 : 3
        let inline = EvidenceItem(
            id: "e1", title: "Lesson plan", answers: "plan", kind: "text", fileName: nil,
            body: .text(prose(&seed, sentences: 2)))
        let link = EvidenceItem(
            id: "e2", title: "Class video", answers: nil, kind: "link", fileName: nil,
            body: .link("https://video.example.org/\(row)"))
        var evidence = seed.chance(50) ? [inline, link] : [inline]
        if row == 0 {
            evidence = [
                EvidenceItem(
                    id: "e1", title: "Class journal", answers: "plan", kind: "markdown", fileName: "journal.md",
                    body: .content(sha256: "", bytes: 0))
            ]
        }
        return Submission(
            id: Invention.id(row), microCredential: Catalogue.id(seed.below(Catalogue.count)), version: 1,
            earner: Earner(
                name: "\(given) \(family)", email: "\(given).\(family).\(row)@example.org".lowercased(),
                district: seed.of(Vocabulary.districts), state: "KY"),
            submittedAt: row == 0 ? Invention.firstDay : Invention.firstDay.advanced(bySeconds: 86_400 + at),
            attempt: attempt, previous: attempt > 1 ? Invention.id(max(1, row - 2000)) : nil,
            whatChanged: attempt > 1 ? prose(&seed, sentences: 1) : nil,
            overview: [Answer(prompt: "context", answer: prose(&seed, sentences: 1))], evidence: evidence,
            reflection: reflection(row, &seed),
            attestations: Attestations(readyForReview: true, release: true, ownWork: true))
    }

    /// The reflection holds the words that searches look for.
    private func reflection(_ row: Int, _ seed: inout Seed) -> String {
        var text = prose(&seed, sentences: 3)
        if seed.chance(15) { text += " We worked on \(Vocabulary.common) again." }
        let step = max(1, rows / 12)
        if row % step == step / 2, row / step < 12 { text += " One pupil drew a \(Vocabulary.rare)." }
        return text
    }

    private func prose(_ seed: inout Seed, sentences: Int) -> String {
        var text = ""
        for _ in 0..<sentences {
            for word in 0..<8 + seed.below(8) {
                let next = seed.of(Vocabulary.words)
                text +=
                    word == 0 ? (text.isEmpty ? "" : " ") + next.prefix(1).uppercased() + next.dropFirst() : " " + next
            }
            text += "."
        }
        return text
    }

    /// The 2,000 lines of row 0, as Markdown with a little of everything.
    func longEvidence() -> [UInt8] {
        var seed = Seed(row: -1)
        var text = ""
        for line in 0..<Invention.longLines {
            switch line % 20 {
            case 0: text += "## Day \(line / 20 + 1)\n"
            case 1, 7, 13, 19: text += "\n"
            case 8...12: text += "- **\(seed.of(Vocabulary.words))** \(seed.of(Vocabulary.words)) `\(line)`\n"
            case 14: text += "> " + prose(&seed, sentences: 1) + "\n"
            default: text += prose(&seed, sentences: 1) + "\n"
            }
        }
        return Array(text.utf8)
    }
}
