import Core
import Text

/// The overview as one text: each question a heading, its answer beneath. Its lines, for citations, are those of the answers
/// one after the other; a question stands on the first line of its answer, which counts at least one.
package enum OverviewText {
    package static func document(answers: [Answer], prompts: [MicroCredential.Prompt]) -> Document {
        var document = Document.empty
        for answer in answers {
            add(answer.answer, prompt: prompts.first { $0.id == answer.prompt }, id: answer.prompt, to: &document)
        }
        for prompt in prompts where !answers.contains(where: { $0.prompt == prompt.id }) {
            add("", prompt: prompt, id: prompt.id, to: &document)
        }
        return document
    }

    private static func add(_ text: String, prompt: MicroCredential.Prompt?, id: String, to document: inout Document) {
        let first = document.sourceLines + 1
        var answer = Document.reading(markdown: text)
        answer.sourceLines = max(1, answer.sourceLines)
        let question = SafeText(untrusted: prompt?.prompt ?? id)
        document.blocks.append(Block(kind: .heading(2), spans: [Span(question, line: first)], lines: first...first))
        document.append(answer)
        let words = words(in: text)
        let asked = prompt?.words.map(asked) ?? .empty
        let note: SafeText =
            words == 0 ? "[No answer.]" : asked.isEmpty ? .empty : "[\(words) words; asked for: \(asked)]"
        if !note.isEmpty {
            let last = document.sourceLines
            document.blocks.append(
                Block(kind: .paragraph, spans: [Span(note, marks: .aside, line: last)], lines: last...last))
        }
    }

    static func asked(_ words: MicroCredential.Prompt.Words) -> SafeText {
        switch (words.min, words.max) {
        case (let min?, let max?): "\(min) to \(max)"
        case (let min?, nil): "at least \(min)"
        case (nil, let max?): "at most \(max)"
        case (nil, nil): .empty
        }
    }

    /// Runs of what is not blank.
    static func words(in text: String) -> Int {
        var count = 0
        var inWord = false
        for byte in text.utf8 {
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isBlank, !inWord { count += 1 }
            inWord = !isBlank
        }
        return count
    }
}

extension Document {
    /// Puts another text behind this one, its lines counted on.
    package mutating func append(_ other: Document) {
        let shift = sourceLines
        for var block in other.blocks {
            block.move(by: shift)
            blocks.append(block)
        }
        sourceLines += other.sourceLines
    }
}

extension Block {
    fileprivate mutating func move(by shift: Int) {
        lines = (lines.lowerBound + shift)...(lines.upperBound + shift)
        for at in spans.indices { spans[at].line += shift }
        guard case .table(var table) = kind else { return }
        table.header?.move(by: shift)
        for at in table.rows.indices { table.rows[at].move(by: shift) }
        kind = .table(table)
    }
}

extension Table.Row {
    fileprivate mutating func move(by shift: Int) {
        line += shift
        for cell in cells.indices {
            for at in cells[cell].indices { cells[cell][at].line += shift }
        }
    }
}
