import Core
import Testing

@testable import Intake

struct MicroCredentialFileTests {
    private func read(_ text: String) throws -> [IntakeItem] {
        let scratch = try Scratch()
        try scratch.write("m.yaml", text)
        return scratch.read("m.yaml")
    }

    private func value(_ items: [IntakeItem]) throws -> MicroCredential {
        try #require(items.compactMap { if case .microCredential(let value) = $0.content { value } else { nil } }.first)
    }

    @Test func readsAllOfIt() throws {
        let items = try read(Sample.microCredential)
        #expect(items.warnings.isEmpty)
        #expect(
            try value(items)
                == MicroCredential(
                    id: "formative-checks", version: 2, status: .published, name: "Checking for Understanding",
                    issuer: .init(name: "Example", url: "https://badges.example.org/i"), authors: ["R. Ortiz"],
                    competency: "Checks understanding.", keyMethod: "Plan, check.", components: ["Plan", "Run"],
                    research: [.init(title: "Inside the Black Box", url: "https://example.org/b")],
                    credit: [.init(amount: 15, unit: "hours", authority: "KY EPSB")],
                    overview: [
                        .init(id: "context", prompt: "Describe your class.", words: .init(min: 150, max: 300))
                    ],
                    evidenceRequired: [.init(id: "plan", title: "Lesson plan")], reflectionPrompt: "What changed?",
                    rubric: Rubric(criteria: [
                        Criterion(
                            id: "c1", part: .evidence, title: "Checks are planned", description: "Both checks.",
                            required: "met",
                            levels: [
                                Level(
                                    id: "not-met", name: "None", points: 0, description: "No.", feedback: ["Name it."]),
                                Level(id: "met", name: "Met", points: 1.5, description: "Yes."),
                            ])
                    ])))
    }

    @Test func readsTheLeastThereCanBe() throws {
        let text = """
            format: "assay/micro-credential@1"
            id: m
            version: 1
            status: draft
            name: 2026
            issuer: {name: X, url: "http://x.org"}
            rubric:
              criteria:
                - {id: c, part: evidence, title: T, required: b, levels: [{id: a, name: A, points: 0}, {id: b, name: B, points: 1}]}
            """
        let items = try read(text)
        #expect(items.warnings.isEmpty)
        let value = try value(items)
        #expect(value.name == "2026")
        #expect(value.reflectionPrompt == nil)
        #expect(value.rubric.criteria.first?.levels.first?.feedback == [])
    }

    @Test(arguments: [
        ("id: formative-checks", "id: Formative", 2, #"id: found "Formative", expected an id of 1 to 64 of a-z 0-9 -"#),
        ("version: 2", "version: two", 3, #"version: found "two", expected a whole number from 1"#),
        ("version: 2", "version: '2'", 3, #"version: found "2", expected a whole number from 1"#),
        (
            "status: published", "status: live", 4,
            #"status: found "live", expected one of draft, in-vetting, published, retired"#
        ),
        ("name: Checking for Understanding\n", "", 1, "name: found nothing, expected text"),
        (
            "url: \"https://badges.example.org/i\"", "url: badges.org", 6,
            #"issuer.url: found "badges.org", expected an address that begins with http:// or https://"#
        ),
        ("authors: [R. Ortiz]", "authors: R. Ortiz", 7, #"authors: found "R. Ortiz", expected a list"#),
        ("[Plan, Run]", "[Plan, {a: 1}]", 10, "components[1]: found an object, expected text"),
        ("amount: 15", "amount: many", 12, #"credit[0].amount: found "many", expected a number from 0"#),
        ("max: 300", "max: 100", 13, #"overview[0].words.max: found "100", expected at least min, 150"#),
        (
            "part: evidence", "part: video", 19,
            #"rubric.criteria[0].part: found "video", expected one of overview, evidence, reflection"#
        ),
        (
            "required: met", "required: superb", 22,
            #"rubric.criteria[0].required: found "superb", expected one of not-met, met"#
        ),
        ("points: 1.5", "points: high", 25, #"rubric.criteria[0].levels[1].points: found "high", expected a number"#),
        ("points: 1.5", "points: 0x10", 25, #"rubric.criteria[0].levels[1].points: found "0x10", expected a number"#),
        (
            "{id: met,", "{id: not-met,", 22,
            #"rubric.criteria[0].required: found "met", expected one of not-met, not-met; line 25: "#
                + #"rubric.criteria[0].levels[1].id: found "not-met", expected one that levels has only once"#
        ),
        (
            "        - {id: met, name: Met, points: 1.5, description: Yes., feedback: []}\n", "", 22,
            #"rubric.criteria[0].required: found "met", expected one of not-met; line 24: "#
                + "rubric.criteria[0].levels: found one level, expected at least two"
        ),
    ])
    func refuses(_ old: String, _ new: String, _ line: Int, _ reason: String) throws {
        let items = try read(Sample.microCredential(old, new))
        #expect(items.reasons == [reason])
        #expect(items.faults.first?.line == line)
    }

    @Test func aRubricHasCriteria() throws {
        let start = try #require(Sample.microCredential.firstRange(of: "rubric:")?.lowerBound)
        let head = String(Sample.microCredential[..<start])
        #expect(try read(head).reasons == ["rubric: found nothing, expected an object"])
        #expect(
            try read(head + "rubric: {criteria: []}").reasons
                == ["rubric.criteria: found a list, expected at least one criterion"])
        #expect(try read(head + "rubric: {criteria: x}").reasons == [#"rubric.criteria: found "x", expected a list"#])
    }

    @Test func warnsOfWhatHardlyWasMeant() throws {
        let upside = try read(Sample.microCredential("points: 0,", "points: 9,"))
        #expect(
            upside.warnings == [
                "rubric.criteria[0].levels: met has fewer points than not-met before it; the lowest level comes first"
            ])
        #expect(upside.first?.warnings.first?.line == 24)
        let unseen = Sample.microCredential("part: evidence", "part: reflection").replacing(
            "reflectionPrompt: What changed?\n", with: "")
        #expect(
            try read(unseen).warnings
                == ["rubric.criteria[0].part: judges a reflection, but there is no reflectionPrompt"])
        let more = (2...9).map { "        - {id: l\($0), name: L, points: \($0)}\n" }.joined()
        #expect(
            try read(Sample.microCredential + more).warnings
                == ["rubric.criteria[0].levels: 10 levels, but the keys 1 to 9 reach only nine"])
    }

    @Test func namesUnknownKeysWithTheirLines() throws {
        let items = try read(
            Sample.microCredential("keyMethod", "keyMethods").replacing(
                "id: not-met,", with: "id: not-met, colour: red,"))
        #expect(
            items.warnings == [
                #"unknown key "keyMethods""#, #"unknown key "rubric.criteria[0].levels[0].colour""#,
            ])
        #expect(items.first?.warnings.map(\.line) == [9, 24])
    }

    @Test func aFaultInTheYAMLNamesItsLine() throws {
        let items = try read(Sample.microCredential("authors: [R. Ortiz]", "authors: [R. Ortiz"))
        #expect(items.faults.first?.line == 8)
        #expect(items.reasons.first?.hasPrefix("not YAML: ") == true)
    }
}
