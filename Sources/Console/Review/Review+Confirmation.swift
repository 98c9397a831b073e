import Core
import Screen
import Text

extension ReviewState {
    /// Lines of the scorecard on the screen: the row above the last line says whether there are more.
    func confirmationHeight(_ size: Size) -> Int { max(1, size.rows - 2) }

    func confirmationLastTop(_ size: Size) -> Int {
        max(0, confirmationLines(width: size.columns).count - confirmationHeight(size))
    }

    /// The whole scorecard, as it will be submitted: first what follows from it.
    func confirmationLines(width: Int) -> [[Run]] {
        let (word, counts) = outcomeWords(rubric, card)
        var lines: [[Run]] = [
            [Run("Submit this scorecard? It can't be changed afterwards.", Style(.heading, .bold))],
            [word, Run("   " + counts)],
        ]
        let below = rubric.criteria.enumerated().filter {
            !$0.element.isMet(by: card.score($0.element.id)?.level ?? "")
        }
        if !below.isEmpty {
            let numbers = below.map { "\($0.offset + 1)" as SafeText }.joined(separator: ", ")
            lines[1].append(Run("   below what is required: \(numbers)", Style(.warning)))
        }
        let names = rubric.criteria.flatMap(\.levels).map { SafeText(untrusted: $0.name).width }.max() ?? 0
        let levels = rubric.criteria.map(\.levels.count).max() ?? 0
        for (number, criterion) in rubric.criteria.enumerated() {
            let score = card.score(criterion.id) ?? Score(criterion: criterion.id)
            let strip = LevelStrip(score.level, of: criterion)
            let isMet = criterion.isMet(by: score.level ?? "")
            let title = SafeText(untrusted: criterion.title).shortened(to: max(1, width - 3))
            lines.append([Run(SafeText("\(number + 1)").padded(to: 2, right: true) + " ", Style(.quiet)), Run(title)])
            lines.append([
                Run("   "), Run(strip.filled, Style(.filled)), Run(strip.hollow, Style(.hollow)),
                Run(.repeated(" ", levels - criterion.levels.count + 1)),
                Run(levelName(score.level, of: criterion).padded(to: names) + "  "),
                isMet ? Run("met    ", Style(.good)) : Run("BELOW  ", Style(.warning, .bold)),
                Run("required: " + levelName(criterion.required, of: criterion), Style(.quiet)),
            ])
            lines += remarks(score, width: width)
        }
        return lines
    }

    /// How the comment begins, and what is cited.
    private func remarks(_ score: Score, width: Int) -> [[Run]] {
        var lines: [[Run]] = []
        if !score.comment.isEmpty {
            let comment = SafeText.lines(untrusted: score.comment).joined(separator: " ")
            let folded = comment.folded(to: max(1, width - 6))
            for (number, line) in folded.prefix(2).enumerated() {
                let isCut = number == 1 && folded.count > 2
                let text = isCut ? line.shortened(to: max(1, width - 7)) + "\u{2026}" : line
                lines.append([Run(number == 0 ? "   \" " : "     ", Style(.quiet)), Run(text)])
            }
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
    let height = review.confirmationHeight(frame.size)
    for (offset, line) in lines.dropFirst(confirmation.top).prefix(height).enumerated() {
        var x = 0
        for run in line { x = frame.put(run.text, x: x, y: offset, style: run.style) }
    }
    guard area.height >= 2, lines.count > height else { return }
    let above = confirmation.top
    let under = lines.count - confirmation.top - height
    let words: [SafeText] = [
        under > 0 ? "\(Numbers.counted(under, "more line", "more lines")) below" : .empty,
        above > 0 ? "\(above) above" : .empty,
    ]
    let text = words.filter { !$0.isEmpty }.joined(separator: ", ")
    frame.put("-- \(text) --", x: 0, y: area.height - 1, style: Style(.warning))
}
