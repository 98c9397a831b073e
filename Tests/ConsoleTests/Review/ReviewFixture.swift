import Core
import Screen
import Support
import Text

@testable import Console

/// A review to try things on: four criteria, two evidence items, a reflection.
enum ReviewFixture {
    static let now = Instant(seconds: 1_790_000_000)

    static func levels(_ names: [String]) -> [Level] {
        names.enumerated().map { rank, name in
            Level(
                id: name.lowercased().split(separator: " ").joined(separator: "-"), name: name, points: Double(rank),
                description: [
                    "goes on as planned whatever the check shows", "notices, adjusts in a later lesson",
                    "adjusts in the lesson and says why",
                ][rank % 3],
                feedback: ["A phrase for \(name).", "Another for \(name), a little longer than the first."])
        }
    }

    static let rubric = Rubric(criteria: [
        criterion("c1", "Checks are planned", ["Not Met", "Developing", "Demonstrated"], required: "demonstrated"),
        criterion("c2", "Checks are run", ["Not Met", "Developing", "Demonstrated"], required: "demonstrated"),
        criterion("c3", "Teaching is adjusted", ["Not Met", "Developing", "Demonstrated"], required: "demonstrated"),
        criterion("c4", "Change is recorded", ["Not Passing", "Passing"], required: "passing"),
    ])

    static func criterion(_ id: String, _ title: String, _ names: [String], required: String) -> Criterion {
        Criterion(
            id: id, part: .evidence, title: title, description: "Both checks target the lesson's goal.",
            required: required,
            levels: levels(names))
    }

    static func document(_ paragraphs: [String]) -> Document {
        var blocks: [Block] = []
        var line = 1
        for paragraph in paragraphs {
            blocks.append(
                Block(kind: .paragraph, spans: [Span(SafeText(untrusted: paragraph), line: line)], lines: line...line))
            line += 2
        }
        return Document(blocks: blocks, sourceLines: max(0, line - 2))
    }

    static let plan = document([
        "Goal. Students can tell a linear from an exponential pattern in a table.",
        "Check 1, minute 8. Each table sorts eight cards into two piles and writes one sentence on the back.",
        "Six or more right: go on. Three to five: pair them up. Fewer: back to first differences.",
        "Check 2, minute 31. Each student draws the next two points of a pattern that was not in the lesson.",
        "What I do with it is written on the seating chart, so that the next day begins from there.",
    ])
    static let reflection = document([
        "I used to ask \"any questions?\" and take silence for yes. The two checks changed what I heard.",
        "In the first lesson nine of twenty-two sorted the doubling tables under \"goes up by the same\", which I would "
            + "never have known. So I stopped and drew the first differences with them, and asked each pair to say aloud "
            + "what stays the same and what grows.",
        "The second lesson began with their own cards.",
    ])

    static func opening(
        rubric: Rubric = rubric, card: Scorecard? = nil, isMine: Bool = true, place: ReviewPlace? = nil,
        attempt: Int = 2,
        previous: String? = "eec-2026-000101"
    ) -> Opening {
        let micro = MicroCredential(
            id: "formative-checks", version: 2, status: .published, name: "Checking for Understanding",
            issuer: .init(name: "Example", url: ""), reflectionPrompt: "What changed?", rubric: rubric)
        let row = QueueRow(
            sequence: 1, id: "eec-2026-000123", microCredential: micro.id, version: 2, title: micro.name,
            attempt: attempt,
            state: .claimed, district: "Floyd County", submittedAt: now, dueAt: now.advanced(bySeconds: 2 * 86_400),
            claimedBy: isMine ? "alice" : "ben", evidenceCount: 2)
        let detail = SubmissionDetail(
            row: row, microCredential: micro, earner: nil, overview: [Answer(prompt: "context", answer: "A class.")],
            evidence: [
                EvidenceItem(
                    id: "e1", title: "Lesson plan", answers: "plan", kind: "markdown", fileName: nil, body: .text("")),
                EvidenceItem(
                    id: "e2", title: "Exit tickets", answers: "work", kind: "csv", fileName: nil, body: .text("")),
            ], reflection: "text", whatChanged: nil, previous: previous, attestations: Attestations(), scorecards: [],
            decision: nil,
            claim: Claim(
                submission: row.id, assessor: isMine ? "alice" : "ben", expiresAt: now.advanced(bySeconds: 29 * 60)))
        return Opening(
            detail: detail,
            documents: [.reflection: reflection, .overview: document(["A class of twenty-two."])],
            scorecard: card ?? Scorecard(submission: row.id, assessor: "alice"), isMine: isMine, place: place)
    }

    static func state(size: Size, isRestricted: Bool = false) -> ConsoleState {
        useUnicodeWidths()
        return ConsoleState(
            size: size, now: now, zoneOffset: 0,
            caller: Caller(person: Person(id: "alice", name: "Alice", roles: [.assessor])), isRestricted: isRestricted,
            keymap: Keymap())
    }

    /// As text, spaces at the ends of lines taken off.
    static func picture(_ state: ConsoleState) -> String {
        var frame = Frame(size: state.size)
        render(state, into: &frame)
        return FrameText(frame).lines.joined(separator: "\n")
    }
}
