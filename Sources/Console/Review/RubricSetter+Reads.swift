import Core
import Screen
import Text

/// What readers have handed in, under the criterion it is of.
extension RubricSetter {
    /// `*** **.  differ`: a strip a reader, in the order of the names; then the level where they agree.
    func readStanding(of criterion: Criterion, into line: inout RubricText.Line) {
        var x = columns.strip
        let width = review.rubric.criteria.map(\.levels.count).max() ?? 0
        for read in reads {
            line.put(LevelStrip(read.score(criterion.id)?.level, of: criterion), x: x)
            x += width + 1
        }
        if review.differ(on: criterion.id) {
            line.put(SafeText("differ").shortened(to: columns.nameWidth), Style(.warning, .bold), x: columns.name)
        } else {
            let name = review.levelName(reads[0].score(criterion.id)?.level, of: criterion)
            line.put(name.shortened(to: columns.nameWidth), x: columns.name)
        }
    }

    /// A line a reader with their level, then their comment and what they cite.
    func readLines(of criterion: Criterion) -> [RubricText.Line] {
        let nameWidth = min(16, reads.map { review.readerName($0).width }.max() ?? 0)
        return reads.flatMap { read -> [RubricText.Line] in
            let score = read.score(criterion.id) ?? Score(criterion: criterion.id)
            var line = RubricText.Line()
            line.put(review.readerName(read).shortened(to: nameWidth), Style(.key), x: RubricText.indent)
            let x = RubricText.indent + nameWidth + 2
            line.put(LevelStrip(score.level, of: criterion), x: x)
            line.put(review.levelName(score.level, of: criterion), x: x + criterion.levels.count + 1)
            let isMet = criterion.isMet(by: score.level ?? "")
            line.put(isMet ? "met" : "below", Style(isMet ? .good : .warning), x: line.end + 2)
            return [line] + remarks(score)
        }
    }

    /// Cut to one line where there is little room: the whole is a `Tab` away.
    private func remarks(_ score: Score) -> [RubricText.Line] {
        var lines: [RubricText.Line] = []
        let x = RubricText.indent + 2
        if !score.comment.isEmpty {
            let paragraphs = SafeText.lines(untrusted: score.comment)
            if density > .brief {
                for paragraph in paragraphs { lines += wrapped(paragraph, style: .text, x: x) }
            } else {
                var line = RubricText.Line()
                line.put(paragraphs.joined(separator: " ").shortened(to: max(0, width - x)), x: x)
                lines.append(line)
            }
            lines[0].put("\"", Style(.quiet), x: RubricText.indent)
        }
        if density > .brief, !score.citations.isEmpty {
            lines += wrapped("cites " + review.places(of: score.citations), style: Style(.quiet), x: x)
        }
        return lines
    }
}
