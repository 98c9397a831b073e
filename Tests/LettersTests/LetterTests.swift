import Core
import Evidence
import Foundation
import FoundationXML
import Support
import Testing

@testable import Letters

@Suite struct LetterTests {
    static let form = Result {
        try LetterForm { name in
            try String(contentsOfFile: Program.root + "/templates/\(name).mustache", encoding: .utf8)
        }
    }

    @Test func aReturnSaysWhatToChange() throws {
        let letter = try #require(Papers.letter(.return))
        let text = try LetterTests.form.get().markdown(letter)
        for part in [
            "# Checking for Understanding", "Example Highlands", "To Dana Whitaker, Floyd County",
            "**Not yet: returned for another try**, 2026-10-20", "> Show the second check.", "Attempt: 1",
            "Attempts left: 2", "### Checks are planned", "Level: **Demonstrated**", "Both checks name the goal.",
            "From Lesson plan, lines 2 to 3:", "> Check one\\", "> Check two",
            "Level: **Developing** (needed: Demonstrated)",
            "## What to change for another try", "- Say when you checked.", "From Reflection, line 1:",
        ] { #expect(text.contains(part), "\(part) in:\n\(text)") }
        for name in ["reader-one", "reader-two", "decider", "Not for you"] {
            #expect(!text.contains(name), "\(name) in:\n\(text)")
        }
    }

    @Test func anAwardNamesItsCreditAndNothingToChange() throws {
        let text = try LetterTests.form.get().markdown(try #require(Papers.letter(.award)))
        #expect(text.contains("**Awarded**"))
        #expect(text.contains("- Credit: 15 hours (KY EPSB)"))
        #expect(!text.contains("another try"))
        #expect(!text.contains("Attempts left"))
    }

    @Test(arguments: [Decision.Kind.incomplete, .deny]) func whatWasNotReadToItsEndHasNoLevels(kind: Decision.Kind)
        throws
    {
        var detail = Papers.detail(kind)
        if kind == .deny {
            // Two readers disagree, and nobody settles it any more.
            detail.scorecards[1].scores[0].level = "not-met"
        }
        let letter = try #require(Papers.letter(detail))
        #expect(letter.judgements.isEmpty)
        let text = try LetterTests.form.get().markdown(letter)
        #expect(text.contains("Attempts left") == (kind == .incomplete), "a denial is for good")
        #expect(try !LetterTests.form.get().html(letter).contains("Demonstrated"))
    }

    @Test func aDenialBetweenTheReadsKeepsTheSeal() throws {
        var detail = Papers.detail(.deny)
        detail.scorecards[1].state = .draft
        var policy = Policy()
        policy.scoring.assessors = 2
        #expect(try #require(Papers.letter(detail, policy: policy)).judgements.isEmpty)
        detail.scorecards[1].state = .submitted
        #expect(try #require(Papers.letter(detail, policy: policy)).judgements.count == 2)
    }

    @Test(arguments: Decision.Kind.allCases) func htmlIsWellFormedAndAsksForNothing(kind: Decision.Kind) throws {
        var detail = Papers.detail(kind)
        let attack = "\u{600}<script>alert(1)</script>\"'&<\u{301}img src=x onerror=y> \u{202E}\u{1B}[2J"
        detail.earner?.name = attack
        detail.earner?.district = attack
        detail.evidence[0].title = attack
        detail.reflection = attack
        detail.decision?.reason = attack + "\n" + attack
        detail.microCredential.name = attack
        for card in detail.scorecards.indices { detail.scorecards[card].scores[0].comment = attack }
        let letter = try #require(Papers.letter(detail))
        let html = try LetterTests.form.get().html(letter)
        #expect(!html.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        let reader = TagReader(html)
        #expect(reader.fault == nil, "\(html)")
        #expect(!reader.tags.contains("script") && !reader.tags.contains("img"))
        #expect(reader.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "src" && $0 != "href" })
        let markdown = try LetterTests.form.get().markdown(letter)
        #expect(!markdown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        #expect(!markdown.replacingOccurrences(of: "\\<", with: "").contains("<"), "each is escaped")
    }

    @Test func theMarkdownReadsBackAsItsOwnHeadings() throws {
        var detail = Papers.detail(.return)
        detail.scorecards[0].scores[1].comment = "# Awarded\n\n## What to change"
        detail.reflection = "# Big\n```\ncode"
        detail.scorecards[0].scores[1].citations = [Citation(evidence: "reflection", from: 1, to: 3)]
        let text = try LetterTests.form.get().markdown(try #require(Papers.letter(detail)))
        let headings = Document.reading(markdown: text).blocks.compactMap { block -> String? in
            guard case .heading = block.kind else { return nil }
            return block.spans.map(\.text.string).joined()
        }
        #expect(
            headings == [
                "Checking for Understanding", "How it was read", "Checks are planned", "The lesson was adjusted",
                "What to change for another try", "The lesson was adjusted",
            ])
    }

    @Test func aTemplateThatCannotBeReadSaysWhere() {
        #expect(throws: LetterForm.Fault.self) { try LetterForm { _ in "{{#open}}never closed" } }
    }
}

/// Reads XML and remembers what it saw.
final class TagReader: NSObject, XMLParserDelegate {
    private(set) var tags: Set<String> = []
    private(set) var attributes: Set<String> = []
    private(set) var fault: String?

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        if !parser.parse() { fault = "\(parser.parserError.map { "\($0)" } ?? "?") line \(parser.lineNumber)" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        tags.insert(name)
        for key in attributes.keys { self.attributes.insert(key) }
    }
}

@Suite struct SettledLetterTests {
    private func settled(_ level: String) throws -> Letter.Judgement {
        var detail = Papers.detail(.return)
        detail.scorecards[1].scores[1].level = "demonstrated"
        detail.scorecards[0].scores[1].comment = "No check is there."
        detail.scorecards[1].scores[1].comment = "Seen on page two."
        detail.adjudication = Adjudication(
            by: "the-judge", at: Instant(seconds: 0), reason: "Between us.",
            scores: [.init(criterion: "c2", level: level)])
        let letter = try #require(Papers.letter(detail))
        let text = try LetterTests.form.get().markdown(letter)
        for name in ["the-judge", "Between us", "reader-one"] { #expect(!text.contains(name)) }
        return letter.judgements[1]
    }

    @Test func theEarnerReadsTheSettledLevelAndTheSideThatWasUpheld() throws {
        let up = try settled("demonstrated")
        #expect(up.level == "Demonstrated" && up.isMet && up.comments == ["Seen on page two."])
        let down = try settled("developing")
        #expect(down.level == "Developing" && !down.isMet && down.comments == ["No check is there."])
        let neither = try settled("not-met")
        #expect(neither.level == "Not Met" && neither.comments.count == 2)
    }

    @Test func aDenialAfterASettledDisputeSaysWhatWasFound() throws {
        var detail = Papers.detail(.deny)
        detail.scorecards[1].scores[0].level = "not-met"
        detail.adjudication = Adjudication(
            by: "the-judge", at: Instant(seconds: 0), reason: "r",
            scores: [.init(criterion: "c1", level: "not-met")])
        #expect(try #require(Papers.letter(detail)).judgements.map(\.level) == ["Not Met", "Developing"])
    }
}
