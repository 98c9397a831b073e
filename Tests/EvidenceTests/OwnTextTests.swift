import Core
import Testing

@testable import Evidence

@Suite struct OwnTextTests {
    private typealias Prompt = MicroCredential.Prompt

    @Test func theOverviewIsQuestionsAndAnswers() {
        let prompts = [
            Prompt(id: "context", prompt: "Describe your class.", words: .init(min: 150, max: 300)),
            Prompt(id: "goal", prompt: "What was the goal?", words: nil),
            Prompt(id: "left", prompt: "What is left?", words: .init(min: nil, max: 50)),
        ]
        let answers = [
            Answer(prompt: "context", answer: "Grade *4*.\n\n| a |\n|---|\n| b |"),
            Answer(prompt: "goal", answer: "To check."),
            Answer(prompt: "odd\u{7}", answer: ""),
        ]
        let document = OverviewText.document(answers: answers, prompts: prompts)
        #expect(
            document.printed == [
                "1 h2 ||Describe your class.",
                "1 p ||Grade {e:4}.",
                "3-5 table ||l 3: a // 5: b",
                "5 p ||{a:[9 words; asked for: 150 to 300]}",
                "6 h2 ||What was the goal?",
                "6 p ||To check.",
                "7 h2 ||odd\u{2407}",
                "7 p ||{a:[No answer.]}",
                "8 h2 ||What is left?",
                "8 p ||{a:[No answer.]}",
                "8 lines",
            ])
    }

    @Test func aMicroCredentialIsReadWhole() {
        let levels = [
            Level(id: "n", name: "Not Met", points: 0, description: "Absent."),
            Level(id: "m", name: "Met", points: 1.5, description: "Both lines.\nSecond."),
        ]
        let criterion = Criterion(
            id: "c1", part: .reflection, title: "Checks", description: "Look.", required: "m", levels: levels)
        var credential = MicroCredential(
            id: "checks", version: 2, status: .published, name: "Checking",
            issuer: .init(name: "EEC", url: "https://e.org"),
            rubric: Rubric(criteria: [criterion]))
        credential.competency = "One.\n\nTwo\u{1B}."
        credential.components = ["Plan", "Run"]
        credential.credit = [.init(amount: 15, unit: "hours", authority: "KY")]
        credential.research = [.init(title: "Box", url: "https://r.org")]
        credential.overview = [.init(id: "x", prompt: "Why?", words: .init(min: 10, max: nil))]
        credential.authors = ["R. Ortiz"]
        #expect(
            MicroCredentialText.document(credential).printed == [
                "1 h1 ||Checking",
                "2 p ||{a:checks, version 2, published}",
                "3 h2 ||Competency", "4 p ||One.", "5 p ||Two\u{241B}.",
                "6 h2 ||Components", "7 p |\u{2022} |Plan", "8~ p |\u{2022} |Run",
                "9 h2 ||Research", "10 p |\u{2022} |Box (https://r.org)",
                "11 h2 ||Credit", "12 p |\u{2022} |15 hours, KY",
                "13 h2 ||Overview", "14 p |\u{2022} |Why? (at least 10 words)",
                "15 h2 ||Checks", "16 p ||Look.", "17 p ||{a:Looks at the reflection.}",
                "18-19~ p |\u{2022} |{b:Met (1.5 points), required}: Both lines./19 Second.",
                "20~ p |\u{2022} |{b:Not Met (0 points)}: Absent.",
                "21 h2 ||Issued by", "22 p |\u{2022} |EEC (https://e.org)",
                "23 h2 ||Written by", "24 p |\u{2022} |R. Ortiz",
                "24 lines",
            ])
    }
}
