/// What was wrong and what was odd while one item was read. All of it: whoever mends a file wants the whole list.
final class Notes {
    struct Note {
        var line: Int
        var text: String
    }
    private(set) var problems: [Note] = []
    private(set) var warnings: [Note] = []

    /// Problems named in one reason; the rest are counted.
    static let most = 6

    func problem(_ trail: Trail, line: Int, _ text: String) {
        problems.append(Note(line: line, text: Notes.joined(trail, text)))
    }

    func warn(_ trail: Trail, line: Int, _ text: String) {
        warnings.append(Note(line: line, text: Notes.joined(trail, text)))
    }

    /// Takes over the warnings of a part that was read with notes of its own.
    func adopt(_ part: Notes) { warnings += part.warnings }

    private static func joined(_ trail: Trail, _ text: String) -> String {
        let place = trail.text
        return place.isEmpty ? text : place + ": " + text
    }

    /// The problems as one refusal of one item; nil where there was none.
    /// - Parameter named: lines are told apart in the reason (a file of many lines, not a line of a stream).
    func fault(path: String, item: String?, named: Bool = true) -> Fault? {
        // In the order of the file, not of the reading; what shares a line stays as it was found.
        let problems = problems.enumerated()
            .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
        guard let first = problems.first else { return nil }
        var parts = [first.text]
        for problem in problems.dropFirst().prefix(Notes.most - 1) {
            let place = named && problem.line != first.line ? "line \(problem.line): " : ""
            parts.append(place + problem.text)
        }
        if problems.count > Notes.most { parts.append("and \(problems.count - Notes.most) more") }
        return Fault(path: path, line: first.line, item: item, reason: parts.joined(separator: "; "))
    }

    func warnings(path: String, item: String?) -> [Warning] {
        warnings.map { Warning(path: path, line: $0.line, item: item, text: $0.text) }
    }
}
