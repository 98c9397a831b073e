import Core

/// Small submissions that read like some, for measuring: the same for the same seed, as many as are wanted, in the order of
/// their arrival over the last `days` days.
package struct PlausibleSubmissions {
    package var count: Int
    package var seed: UInt64
    /// The micro-credentials that are submitted to; each is expected to be in the store, published.
    package var microCredentials: [String]
    package var districts: Int
    package var until: Instant
    package var days: Int
    /// Stands before the number in each id.
    package var prefix: String

    package init(
        count: Int, seed: UInt64 = 1, microCredentials: [String], districts: Int = 60, until: Instant, days: Int = 30,
        prefix: String = "gen-"
    ) {
        self.count = count
        self.seed = seed
        self.microCredentials = microCredentials
        self.districts = districts
        self.until = until
        self.days = days
        self.prefix = prefix
    }

    /// The `number`-th, counted from 0. Made from its number alone, so that any part can be made by itself.
    package func submission(_ number: Int) -> Submission {
        var dice = Dice(state: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
        let span = Int64(days) * 86_400
        let at = until.advanced(bySeconds: -span + span * Int64(number) / Int64(max(1, count)))
        let name = "\(dice.pick(Words.first)) \(dice.pick(Words.last))"
        let digits = String(number)
        let id = prefix + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
        return Submission(
            id: id, microCredential: dice.pick(microCredentials), version: nil,
            earner: Earner(
                name: name, email: "teacher\(number)@example.org", district: "District \(1 + dice.below(districts))",
                state: "KY"), submittedAt: at,
            overview: [Answer(prompt: "context", answer: dice.sentences(2))],
            evidence: [
                EvidenceItem(
                    id: "e1", title: "Lesson plan for \(dice.pick(Words.subjects))", answers: nil, kind: "text",
                    fileName: nil, body: .text(dice.sentences(3) + rare(number))),
                EvidenceItem(
                    id: "e2", title: "Class video", answers: nil, kind: "link", fileName: nil,
                    body: .link("https://video.example.org/\(number)")),
            ], reflection: dice.sentences(2) + (dice.below(100) < 15 ? " Fractions came up again." : ""),
            attestations: Attestations(readyForReview: true, release: true, ownWork: true))
    }

    /// A word that only one in ten thousand has: `quokka`, to be searched for.
    private func rare(_ number: Int) -> String { number % 10_000 == 4_321 ? " A quokka helped." : "" }
}

/// SplitMix64, with what a sentence needs.
private struct Dice {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 33) % max(1, limit)
    }

    mutating func pick(_ words: [String]) -> String { words[below(words.count)] }

    mutating func sentences(_ count: Int) -> String {
        var text = ""
        for number in 0..<count {
            if number > 0 { text += " " }
            text += pick(Words.starts)
            for _ in 0..<6 + below(6) {
                text += " "
                // One word in four is from the long tail that names and places make.
                if below(4) == 0 { text += "\(pick(Words.subjects))\(below(5_000))" } else { text += pick(Words.common) }
            }
            text += "."
        }
        return text
    }
}

private enum Words {
    static let first = ["Dana", "Ruth", "Omar", "Lena", "Jesse", "Mai", "Tomas", "Ada", "Ines", "Cole", "Priya", "Noor"]
    static let last = ["Whitaker", "Ortiz", "Combs", "Nguyen", "Slone", "Abadi", "Hall", "Kovac", "Mullins", "Reyes"]
    static let subjects = ["reading", "algebra", "biology", "history", "writing", "civics", "music", "geometry"]
    static let starts = ["My students", "The class", "Our group", "Each pupil", "The lesson", "This unit", "The check"]
    static let common = [
        "showed", "worked", "in", "pairs", "with", "a", "short", "exit", "ticket", "and", "then", "the", "goal", "was",
        "clear", "before", "we", "changed", "next", "step", "evidence", "growth", "feedback", "questions", "practice",
        "small", "groups", "asked", "why", "it", "mattered", "data", "from", "last", "week", "plan", "helped", "them",
        "see", "own", "progress", "again", "after", "break", "more", "time", "needed", "shared", "notes", "peers",
    ]
}
