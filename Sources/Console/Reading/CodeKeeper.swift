import Core
import Screen
import Text

/// Keeps lines of code as they are.
struct CodeKeeper {
    let measure: Int
    private var lines: [LaidLine] = []
    private var current: LaidLine
    private var isEmpty = true

    /// Begins the rest of a line that was too long.
    private static let continued = Run("\u{21AA} ", Style(.quiet))

    init(measure: Int, firstLine: Int) {
        self.measure = measure
        current = LaidLine(runs: [], sourceLine: firstLine, lastSourceLine: firstLine, width: 0)
    }

    mutating func add(_ span: Span) {
        // Lines without text between two spans are lines too.
        while !isEmpty, span.line > current.lastSourceLine { end(next: current.lastSourceLine + 1) }
        if isEmpty { current.sourceLine = span.line; current.lastSourceLine = span.line }
        isEmpty = false
        let style = span.style(on: Style(.code))
        var rest = span.text
        while !rest.isEmpty {
            let room = measure - current.width
            var (head, tail) = rest.split(atColumn: room)
            // A glyph wider than the whole measure would never fit: it is dropped rather than looped on.
            if head.isEmpty, current.width == 0 || current.runs == [CodeKeeper.continued] {
                (head, tail) = (.empty, rest.split(atColumn: 2).1)
            }
            if !head.isEmpty {
                current.runs.append(Run(head, style))
                current.width += head.width
            }
            rest = tail
            if !rest.isEmpty {
                end(next: span.line)
                if measure > 3 {
                    current.runs = [CodeKeeper.continued]
                    current.width = 2
                }
            }
        }
    }

    private mutating func end(next line: Int) {
        lines.append(current)
        current = LaidLine(runs: [], sourceLine: line, lastSourceLine: line, width: 0)
    }

    mutating func finish() -> [LaidLine] {
        if !isEmpty { end(next: current.lastSourceLine) }
        return lines
    }
}
