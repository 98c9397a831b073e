import Core
import Screen
import Text

extension ReviewState {
    func confirmationHeight(_ size: Size) -> Int { max(1, size.rows - 2) }

    /// The whole scorecard, as it will be submitted.
    func confirmationLines(width: Int) -> [[Run]] {
        var lines: [[Run]] = [
            [Run("Submit this scorecard? It can't be changed afterwards.", Style(.heading, .bold))], [],
        ]
        let titles = rubric.criteria.map { SafeText(untrusted: $0.title).width }.max() ?? 0
        let names = rubric.criteria.flatMap(\.levels).map { SafeText(untrusted: $0.name).width }.max() ?? 0
        let levels = rubric.criteria.map(\.levels.count).max() ?? 0
        let title = min(titles, max(8, width - names - 2 * levels - 22))
        for (number, criterion) in rubric.criteria.enumerated() {
            let score = card.score(criterion.id) ?? Score(criterion: criterion.id)
            let strip = LevelStrip(rank: score.level.flatMap(criterion.rank), of: criterion.levels.count)
            let isMet = criterion.isMet(by: score.level ?? "")
            let needed = criterion.levels.first { $0.id == criterion.required }?.name ?? criterion.required
            var line = [
                Run(SafeText("\(number + 1)").padded(to: 2, right: true) + " ", Style(.quiet)),
                Run(SafeText(untrusted: criterion.title).padded(to: title) + "  "),
                Run(strip.filled, Style(.filled)), Run(strip.hollow, Style(.hollow)),
                Run(.repeated(" ", levels - criterion.levels.count + 1)),
                Run(levelName(score.level, of: criterion).padded(to: names) + "  "),
            ]
            line.append(
                isMet ? Run("met", Style(.good)) : Run("below \(untrusted: needed)", Style(.warning)))
            lines.append(line)
            lines += remarks(score, width: width)
        }
        let (word, counts) = outcomeWords(rubric, card)
        return lines + [[], [word, Run("   " + counts)]]
    }

    /// The first line of the comment, and what is cited.
    private func remarks(_ score: Score, width: Int) -> [[Run]] {
        var lines: [[Run]] = []
        if let first = SafeText.lines(untrusted: score.comment).first {
            lines.append([Run("   \" ", Style(.quiet)), Run(first.shortened(to: max(1, width - 6)))])
        }
        let count = score.citations.lineCount
        if count > 0 { lines.append([Run("     \(Numbers.counted(count, "line", "lines")) cited", Style(.quiet))]) }
        return lines
    }
}

func renderConfirmation(_ review: ReviewState, _ confirmation: Confirmation, into frame: inout Frame) {
    let area = Rect(x: 0, y: 0, width: frame.size.columns, height: max(0, frame.size.rows - 1))
    frame.fill(area)
    let lines = review.confirmationLines(width: area.width)
    for (offset, line) in lines.dropFirst(confirmation.top).prefix(area.height).enumerated() {
        var x = 0
        for run in line { x = frame.put(run.text, x: x, y: offset, style: run.style) }
    }
}
