import Core
import Screen
import Text

/// The rubric as lines: every criterion, the current one unfolded.
struct RubricText: Equatable {
    struct Line: Equatable {
        /// Runs, each with the column it begins at.
        var runs: [(x: Int, run: Run)] = []

        static func == (left: Line, right: Line) -> Bool {
            left.runs.map(\.x) == right.runs.map(\.x) && left.runs.map(\.run) == right.runs.map(\.run)
        }

        mutating func put(_ text: SafeText, _ style: Style = .text, x: Int) { runs.append((x, Run(text, style))) }
        mutating func put(_ strip: LevelStrip, x: Int) {
            put(strip.filled, Style(.filled), x: x)
            put(strip.hollow, Style(.hollow), x: x + strip.filled.width)
        }
        var end: Int { runs.map { $0.x + $0.run.text.width }.max() ?? 0 }
    }
    var lines: [Line] = []
    /// The lines of the current criterion.
    var block = 0..<0
    /// The lines of its required level.
    var required = 0..<0
    /// Where the comment's cursor stands.
    var cursor: (line: Int, column: Int)?

    /// What stands under a criterion is set in by this.
    static let indent = 6

    static func == (left: RubricText, right: RubricText) -> Bool {
        left.lines == right.lines && left.block == right.block && left.cursor?.line == right.cursor?.line
            && left.cursor?.column == right.cursor?.column
    }
}

extension ReviewState {
    /// Set full where the current criterion fits, or where it is being read; otherwise a line a level, so that all of them
    /// are in reach.
    func rubricText(width: Int, height: Int) -> RubricText {
        // The comment being written is wrapped once, however often the rest is tried.
        let written = written(width: width)
        func set(_ density: RubricSetter.Density) -> RubricText {
            RubricSetter(review: self, width: width, density: density, written: written).text()
        }
        let full = set(.full)
        // Room for a few lines of comment is kept free, so that typing them does not change everything above.
        let reserve = full.cursor == nil ? 0 : 4
        if full.block.count + reserve <= height {
            let isRoomy = full.lines.count + rubric.criteria.count + reserve <= height
            return width < RubricColumns.narrow && isRoomy ? set(.airy) : full
        }
        if focus == .rubric, !isEditing { return full }
        for density in reads.isEmpty ? [.levels] : [RubricSetter.Density.levels, .remarks] {
            let text = set(density)
            if text.block.count + reserve <= height { return text }
        }
        return set(.brief)
    }

    private func written(width: Int) -> RubricSetter.Written? {
        guard case .comment(let session) = mode else { return nil }
        let rows = session.editor.rows(width: max(2, width - RubricText.indent))
        return RubricSetter.Written(
            criterion: session.criterion, lines: rows.map(session.editor.text),
            cursor: session.editor.position(in: rows))
    }

    var isEditing: Bool {
        if case .comment = mode { return true }
        return false
    }
}

/// Sets one rubric to one width.
struct RubricSetter {
    let review: ReviewState
    let width: Int
    let density: Density
    let columns: RubricColumns
    /// Scorecards of others, in place of the one being written.
    let reads: [Scorecard]
    let written: Written?

    /// The comment that is being written, wrapped.
    struct Written {
        var criterion: String
        var lines: [SafeText]
        var cursor: (row: Int, column: Int)
    }

    enum Density: Comparable {
        /// A line a level, cut where it must be.
        case brief
        /// Likewise, but what readers say is whole.
        case remarks
        /// Levels whole, the criterion's own description left out.
        case levels
        /// Everything; with a blank line between criteria.
        case full, airy
    }

    init(review: ReviewState, width: Int, density: Density, written: Written?) {
        self.review = review
        self.written = written
        self.density = density
        self.width = max(1, width)
        columns = RubricColumns(review, width: width)
        reads = review.reads
    }

    func text() -> RubricText {
        var text = RubricText()
        for (number, criterion) in review.rubric.criteria.enumerated() {
            if density == .airy, number > 0 { text.lines.append(RubricText.Line()) }
            let first = text.lines.count
            let isCurrent = number == review.criterion
            text.lines += head(criterion, number: number, isCurrent: isCurrent)
            guard isCurrent else { continue }
            if density >= .full {
                text.lines += wrapped(criterion.description, style: Style(.quiet), x: RubricText.indent)
            }
            text.lines += readLines(of: criterion)
            for (rank, level) in criterion.levels.enumerated() {
                let lines = self.level(level, rank: rank, of: criterion)
                if level.id == criterion.required { text.required = text.lines.count..<text.lines.count + lines.count }
                text.lines += lines
            }
            if reads.isEmpty { comment(criterion, into: &text) }
            text.block = first..<text.lines.count
        }
        return text
    }

    /// Lines that the tallest criterion takes with its levels, whichever is current and whatever has been said of it.
    func tallest() -> Int {
        var most = 0
        for (number, criterion) in review.rubric.criteria.enumerated() {
            var lines = head(criterion, number: number, isCurrent: true).count
            if density >= .full {
                lines += wrapped(criterion.description, style: .text, x: RubricText.indent).count
            }
            for (rank, level) in criterion.levels.enumerated() {
                lines += self.level(level, rank: rank, of: criterion).count
            }
            most = max(most, lines + reads.count)
        }
        return most
    }

    private func score(_ criterion: Criterion) -> Score {
        review.card.score(criterion.id) ?? Score(criterion: criterion.id)
    }

    // MARK: - A criterion

    /// `> 3 Teaching is adjusted   ...                needs ***`, in one line or, where it is narrow, two.
    private func head(_ criterion: Criterion, number: Int, isCurrent: Bool) -> [RubricText.Line] {
        let score = score(criterion)
        var line = RubricText.Line()
        if isCurrent { line.put(">", Style(.focus), x: 0) }
        let label: SafeText = "\(number + 1)"
        line.put(label, isCurrent ? Style(.focus) : .text, x: columns.number + columns.numberWidth - label.width)
        let marks = columns.isNarrow ? self.marks(of: criterion, score, isShort: true) : .empty
        let room = marks.isEmpty ? columns.titleWidth : max(1, columns.titleWidth - marks.width - 1)
        let style = isCurrent ? Style(.focus, .bold) : .text
        let title = SafeText(untrusted: criterion.title)
        // The current criterion's title is shown whole, in its column; the others' are cut.
        var rest: [RubricText.Line] = []
        if isCurrent, density > .brief, title.width > room {
            let wrapped = wrapped(title, style: style, x: columns.title, room: room)
            line.runs += wrapped[0].runs
            rest = Array(wrapped.dropFirst())
        } else {
            line.put(title.shortened(to: room), style, x: columns.title)
        }
        if columns.isNarrow, !marks.isEmpty, marks.width < width {
            line.put(marks, Style(.quiet), x: width - marks.width)
        }
        var lines = [line] + rest
        if columns.isNarrow { lines.append(RubricText.Line()) }
        let last = columns.isNarrow ? lines.count - 1 : 0
        standing(of: criterion, score, into: &lines[last])
        return lines
    }

    private func standing(of criterion: Criterion, _ score: Score, into line: inout RubricText.Line) {
        if reads.isEmpty, review.hasOwnCard {
            line.put(LevelStrip(score.level, of: criterion), x: columns.strip)
            if score.level != nil {
                let name = review.levelName(score.level, of: criterion).shortened(to: columns.nameWidth)
                line.put(name, x: columns.name)
            }
        } else if !reads.isEmpty {
            readStanding(of: criterion, into: &line)
        }
        let levels = reads.isEmpty ? [score.level] : reads.map { $0.score(criterion.id)?.level }
        if !levels.allSatisfy({ criterion.isMet(by: $0 ?? "") }) {
            let needed = LevelStrip(rank: criterion.requiredRank, of: criterion.levels.count)
            if columns.needs + 6 + needed.text.width <= width {
                let isOpen = levels.allSatisfy { $0 == nil }
                line.put("needs \(needed.filled)", Style(isOpen ? .quiet : .warning), x: columns.needs)
            }
        }
        if columns.isNarrow { return }
        let marks = marks(of: criterion, score)
        let text = marks.width <= width - columns.marks ? marks : self.marks(of: criterion, score, isShort: true)
        if text.width <= width - columns.marks { line.put(text, Style(.quiet), x: columns.marks) }
    }

    /// `" 2 lines cited`: a quotation mark for a comment, then what is cited, then the level of the attempt before.
    private func marks(of criterion: Criterion, _ score: Score, isShort: Bool = false) -> SafeText {
        var marks: [SafeText] = []
        let scores = reads.isEmpty ? [score] : review.scores(of: criterion.id)
        if scores.contains(where: { !$0.comment.isEmpty }) || review.unsaved[criterion.id] != nil { marks.append("\"") }
        let count = scores.flatMap(\.citations).lineCount
        if count > 0 {
            marks.append(
                isShort ? Numbers.counted(count, "line", "lines") : Numbers.counted(count, "line", "lines") + " cited")
        }
        if let before = review.comparison?.level(of: criterion.id) {
            let strip = LevelStrip(rank: criterion.rank(of: before), of: criterion.levels.count)
            marks.append("was \(strip.text)")
        }
        return marks.joined(separator: " ")
    }

    // MARK: - Its levels

    private func level(_ level: Level, rank: Int, of criterion: Criterion) -> [RubricText.Line] {
        let isChosen =
            reads.isEmpty
            ? score(criterion).level == level.id : reads.contains { $0.score(criterion.id)?.level == level.id }
        let isRequired = criterion.required == level.id
        var line = RubricText.Line()
        if isChosen { line.put("*", Style(.filled), x: RubricText.indent - 2) }
        line.put("\(rank + 1)", Style(.key), x: RubricText.indent)
        let name = SafeText(untrusted: level.name)
        let nameX = RubricText.indent + 2
        line.put(name, isChosen ? Style(.filled) : .text, x: nameX)
        if isRequired { line.put(", required", Style(.quiet), x: nameX + name.width) }
        let description = SafeText(untrusted: level.description)
        if description.isEmpty { return [line] }
        let x = nameX + columns.levelWidth(criterion) + 2
        // Beside the names where there is room to read, else under them.
        if x + 24 <= width || density <= .remarks {
            let room = width - max(x, line.end + 1)
            guard density > .remarks else {
                if room >= 8 { line.put(description.shortened(to: room), x: max(x, line.end + 1)) }
                return [line]
            }
            var lines = wrapped(level.description, style: .text, x: x)
            lines[0].runs = line.runs + lines[0].runs
            return lines
        }
        return [line] + wrapped(level.description, style: .text, x: nameX)
    }

    // MARK: - Its comment

    private func comment(_ criterion: Criterion, into text: inout RubricText) {
        if let written, written.criterion == criterion.id { return write(written, into: &text) }
        let comment = review.unsaved[criterion.id] ?? score(criterion).comment
        guard !comment.isEmpty else { return }
        let lines = SafeText.lines(untrusted: comment)
        var block: [RubricText.Line] = []
        if density > .brief {
            for line in lines { block += wrapped(line, style: .text, x: RubricText.indent) }
        } else {
            let first = lines.joined(separator: " ")
            var line = RubricText.Line()
            line.put(first.shortened(to: max(0, width - RubricText.indent)), x: RubricText.indent)
            block = [line]
        }
        if !block.isEmpty { block[0].put("\"", Style(.quiet), x: RubricText.indent - 2) }
        text.lines += block
    }

    private func write(_ written: Written, into text: inout RubricText) {
        text.cursor = (text.lines.count + written.cursor.row, RubricText.indent + written.cursor.column)
        for (number, row) in written.lines.enumerated() {
            var line = RubricText.Line()
            if number == 0 { line.put("\"", Style(.focus), x: RubricText.indent - 2) }
            line.put(row, x: RubricText.indent)
            text.lines.append(line)
        }
    }

    // MARK: - Prose

    private func wrapped(_ raw: String, style: Style, x: Int) -> [RubricText.Line] {
        SafeText.lines(untrusted: raw).flatMap { wrapped($0, style: style, x: x) }
    }

    func wrapped(_ text: SafeText, style: Style, x: Int, room: Int? = nil) -> [RubricText.Line] {
        var filler = Filler(measure: max(1, min(Layout.widestMeasure, room ?? width - x)), firstLine: 1)
        filler.add(Span(text, line: 1), style: style)
        return filler.finish().map { laid in
            var line = RubricText.Line()
            line.put(laid.text, style, x: x)
            return line
        }
    }
}
