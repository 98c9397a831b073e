import Core
import Text

/// A micro-credential's own text, to be read beside a submission: what is asked, and by which rubric it is judged.
package enum MicroCredentialText {
    package static func document(_ microCredential: MicroCredential) -> Document {
        var text = Composition()
        text.heading(1, microCredential.name)
        text.aside(
            "\(untrusted: microCredential.id), version \(microCredential.version), \(untrusted: microCredential.status.rawValue)"
        )
        text.section("Competency", microCredential.competency)
        text.section("Key method", microCredential.keyMethod)
        text.list("Components", microCredential.components.map { SafeText(untrusted: $0) })
        text.list("Research", microCredential.research.map(research))
        text.list("Credit", microCredential.credit.map(credit))
        text.list("Overview", microCredential.overview.map(prompt))
        text.list("Evidence asked for", microCredential.evidenceRequired.map { SafeText(untrusted: $0.title) })
        text.section("Reflection", microCredential.reflectionPrompt ?? "")
        for criterion in microCredential.rubric.criteria { add(criterion, to: &text) }
        text.list("Issued by", [issuer(microCredential.issuer)])
        text.list("Written by", microCredential.authors.map { SafeText(untrusted: $0) })
        return text.document
    }

    private static func add(_ criterion: Criterion, to text: inout Composition) {
        text.heading(2, criterion.title)
        text.paragraph(criterion.description)
        text.aside("Looks at the \(untrusted: criterion.part.rawValue).")
        for (rank, level) in criterion.levels.enumerated().reversed() {
            var name: SafeText = "\(untrusted: level.name) (\(points(level.points)))"
            if rank == criterion.requiredRank { name += ", required" }
            text.item(name, level.description)
        }
    }

    private static func research(_ source: MicroCredential.Research) -> SafeText {
        source.url.map { "\(untrusted: source.title) (\(untrusted: $0))" } ?? SafeText(untrusted: source.title)
    }

    private static func credit(_ credit: MicroCredential.Credit) -> SafeText {
        "\(number(credit.amount)) \(untrusted: credit.unit), \(untrusted: credit.authority)"
    }

    private static func prompt(_ prompt: MicroCredential.Prompt) -> SafeText {
        let asked = prompt.words.map(OverviewText.asked) ?? .empty
        return asked.isEmpty ? SafeText(untrusted: prompt.prompt) : "\(untrusted: prompt.prompt) (\(asked) words)"
    }

    private static func issuer(_ issuer: MicroCredential.Issuer) -> SafeText {
        issuer.url.isEmpty ? SafeText(untrusted: issuer.name) : "\(untrusted: issuer.name) (\(untrusted: issuer.url))"
    }

    private static func points(_ points: Double) -> SafeText { points == 1 ? "1 point" : "\(number(points)) points" }

    /// `2`, `1.5`.
    private static func number(_ value: Double) -> SafeText {
        if let whole = Int(exactly: value) { return "\(whole)" }
        return SafeText(untrusted: value.description)
    }
}

/// A document of our own, one block a line. Fields may hold several lines; they are prose, not Markdown.
private struct Composition {
    private(set) var document = Document.empty

    mutating func heading(_ level: Int, _ text: String) {
        add(.heading(level), [Span(SafeText(untrusted: text), line: next)])
    }

    mutating func aside(_ text: SafeText) { add(.paragraph, [Span(text, marks: .aside, line: next)]) }

    mutating func section(_ title: SafeText, _ text: String) {
        let lines = SafeText.lines(untrusted: text)
        if lines.allSatisfy(\.isEmpty) { return }
        add(.heading(2), [Span(title, line: next)])
        paragraph(text)
    }

    /// A blank line parts paragraphs, as it does everywhere.
    mutating func paragraph(_ text: String) {
        var spans: [Span] = []
        for line in SafeText.lines(untrusted: text) + [SafeText.empty] {
            if line.isEmpty {
                if !spans.isEmpty { add(.paragraph, spans) }
                spans = []
            } else {
                spans.append(Span(line, line: next + spans.count))
            }
        }
    }

    mutating func list(_ title: SafeText, _ items: [SafeText]) {
        if items.isEmpty { return }
        add(.heading(2), [Span(title, line: next)])
        for (offset, item) in items.enumerated() {
            add(.paragraph, [Span(item, line: next)], lead: bullet, isTight: offset > 0)
        }
    }

    mutating func item(_ name: SafeText, _ text: String) {
        var spans = [Span(name, marks: .strong, line: next)]
        for line in SafeText.lines(untrusted: text) where !line.isEmpty {
            spans.append(
                Span(spans.count == 1 ? ": " + line : line, line: spans.count == 1 ? next : next + spans.count - 1))
        }
        add(.paragraph, spans, lead: bullet, isTight: true)
    }

    private var next: Int { document.sourceLines + 1 }
    private var bullet: Block.Lead { Block.Lead(first: "\u{2022} ", rest: "  ") }

    private mutating func add(
        _ kind: Block.Kind, _ spans: [Span], lead: Block.Lead = Block.Lead(), isTight: Bool = false
    ) {
        let last = max(next, spans.last?.line ?? next)
        document.blocks.append(Block(kind: kind, lead: lead, spans: spans, lines: next...last, isTight: isTight))
        document.sourceLines = last
    }
}
