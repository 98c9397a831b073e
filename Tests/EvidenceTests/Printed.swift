import Core
import Text

extension Document {
    /// A document as a test writes it down: a block a line, `first-last kind |lead|text`; `~` for a tight block. In the text a
    /// source line after the first is `/n `, a hard break `//n `, marks stand in braces: `{b:word}` (e emphasis, b strong,
    /// c code, l link, s strike, a aside).
    var printed: [String] { blocks.map(\.printed) + ["\(sourceLines) lines"] }
}

extension Block {
    fileprivate var printed: String {
        let range =
            lines.lowerBound == lines.upperBound ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
        let head = "\(range)\(isTight ? "~" : "") \(word) |\(lead.first)|"
        switch kind {
        case .table(let table): return head + table.printed
        case .card(let fields): return head + fields.map { "\($0.label)=\($0.value)" }.joined(separator: "; ")
        default: return head + spans.printed
        }
    }

    private var word: String {
        switch kind {
        case .paragraph: "p"
        case .heading(let level): "h\(level)"
        case .code: "code"
        case .rule: "rule"
        case .table: "table"
        case .card: "card"
        }
    }
}

extension Table {
    fileprivate var printed: String {
        let letters = alignments.map { $0 == .left ? "l" : $0 == .right ? "r" : "c" }.joined()
        let all = ((header.map { [$0] }) ?? []) + rows
        return letters + " "
            + all.map { row in "\(row.line): " + row.cells.map(\.printed).joined(separator: " ; ") }
            .joined(separator: " // ")
    }
}

extension [Span] {
    fileprivate var printed: String {
        var out = ""
        var line = first?.line ?? 0
        for span in self {
            if span.line != line { out += span.breaks ? "//\(span.line) " : "/\(span.line) " }
            line = span.line
            out += span.marks.isEmpty ? span.text.string : "{\(span.marks.letters):\(span.text.string)}"
        }
        return out
    }
}

extension Span.Marks {
    fileprivate var letters: String {
        let all: [(Span.Marks, String)] = [
            (.emphasis, "e"), (.strong, "b"), (.code, "c"), (.link, "l"), (.strike, "s"), (.aside, "a"),
        ]
        return all.filter { contains($0.0) }.map(\.1).joined()
    }
}
