import Core

/// The forty micro-credentials that made-up submissions answer.
enum Catalogue {
    static let count = Vocabulary.practices.count * Vocabulary.fields.count

    static func id(_ number: Int) -> String { "practice-\(number / 10)\(number % 10)" }

    static func microCredential(_ number: Int) -> MicroCredential {
        let practice = Vocabulary.practices[number % Vocabulary.practices.count]
        let field = Vocabulary.fields[number / Vocabulary.practices.count]
        let name = "\(practice) in \(field)"
        return MicroCredential(
            id: id(number), version: 1, status: .published, name: name,
            issuer: MicroCredential.Issuer(name: "Bench Cooperative", url: "https://badges.example.org/bench"),
            authors: ["B. Ench"], competency: "Educator puts \(name.lowercased()) to work.",
            keyMethod: "Plan, do, look, adjust.", components: ["Plan", "Do", "Look", "Adjust"],
            overview: [MicroCredential.Prompt(id: "context", prompt: "Describe your class.", words: nil)],
            evidenceRequired: [MicroCredential.EvidenceRequirement(id: "plan", title: "Lesson plan")],
            reflectionPrompt: "What changed in your practice?", rubric: rubric)
    }

    static let criteria = ["planned", "done", "looked-at", "told"]
    static let best = "demonstrated"

    private static let rubric = Rubric(
        criteria: zip(criteria, ["The plan", "The doing", "The looking", "The telling"]).enumerated().map {
            index, criterion in
            Criterion(
                id: criterion.0, part: index == 3 ? .reflection : .evidence, title: criterion.1,
                description: "\(criterion.1) serves the goal of the lesson.", required: best,
                levels: [
                    Level(id: "not-met", name: "Not Met", points: 0, description: "Not there, or beside the goal."),
                    Level(id: "developing", name: "Developing", points: 1, description: "There in part."),
                    Level(id: best, name: "Demonstrated", points: 2, description: "There, and serves the goal."),
                ])
        })
}
