import Core
import Screen
import Text

/// Draws the review screen whole, its last line too.
func renderReview(_ state: ConsoleState, into frame: inout Frame) {
    guard let review = state.review else { return }
    let rects = arrange(frame.size, review)
    renderHeader(state, review, rects.header, into: &frame)
    for pane in [ReviewPane.evidence, .reflection] where !rects[pane].body.isEmpty || !rects[pane].title.isEmpty {
        renderText(review, pane, rects, into: &frame)
    }
    renderRules(rects, into: &frame)
    renderRubric(review, rects, into: &frame)
    renderOutcome(review, rects.outcome, into: &frame)
    if case .confirming(let confirmation) = review.mode, confirmation.question == .submit {
        renderConfirmation(review, confirmation, into: &frame)
    }
    if frame.size.rows >= 2 { renderReviewLastLine(state, review, into: &frame) }
}

private func renderRules(_ rects: PaneRects, into frame: inout Frame) {
    for rule in rects.rules { frame.fill(rule, with: Glyph(0x2502), style: Style(.rule)) }
    guard rects.kind == .stacked, let rule = rects.rules.first else { return }
    let line = rects.rubric.title
    frame.fill(line, with: Glyph(0x2500), style: Style(.rule))
    frame.put("\u{2534}", x: rule.x, y: line.y, style: Style(.rule))
}

private func renderRubric(_ review: ReviewState, _ rects: PaneRects, into frame: inout Frame) {
    let pane = rects.rubric
    if !pane.title.isEmpty {
        let style = review.focus == .rubric ? Style(.focus, .bold) : Style(.title)
        let readers = review.reads.map(review.readerName)
        let name: SafeText = readers.isEmpty ? "RUBRIC" : "RUBRIC, read by " + readers.joined(separator: " and ")
        let heading = paneHeading(name, hasFocus: review.focus == .rubric)
        let end = frame.put(heading, x: pane.title.x, y: pane.title.y, style: style, limit: pane.title.right)
        if rects.kind == .stacked { frame.put(" ", x: end, y: pane.title.y) }
    }
    guard !pane.body.isEmpty else { return }
    if case .phrases(let menu) = review.mode { return renderPhrases(menu, pane, into: &frame) }
    let text = review.rubricText(width: pane.body.width, height: pane.body.height)
    for (offset, line) in text.lines.dropFirst(review.rubricTop).prefix(pane.body.height).enumerated() {
        for (x, run) in line.runs {
            frame.put(run.text, x: pane.body.x + x, y: pane.body.y + offset, style: run.style, limit: pane.body.right)
        }
    }
    if let cursor = text.cursor, case .comment = review.mode {
        let y = cursor.line - review.rubricTop
        if y >= 0, y < pane.body.height, cursor.column < pane.body.width {
            frame.cursor = Frame.Point(x: pane.body.x + cursor.column, y: pane.body.y + y)
        }
    }
}

private func renderPhrases(_ menu: PhraseMenu, _ pane: PaneRects.Pane, into frame: inout Frame) {
    if !pane.title.isEmpty {
        frame.put(">PHRASES ", x: pane.title.x, y: pane.title.y, style: Style(.focus, .bold), limit: pane.title.right)
    }
    var lines: [(entry: Int, line: SafeText)] = []
    for (number, entry) in menu.entries.enumerated() {
        var filler = Filler(measure: max(1, pane.body.width - 4), firstLine: 1)
        filler.add(Span(entry.phrase, line: 1), style: .text)
        filler.add(Span("  (\(entry.level))", line: 1), style: .text)
        lines += filler.finish().map { (number, $0.text) }
    }
    let first = lines.firstIndex { $0.entry == menu.cursor } ?? 0
    let last = lines.lastIndex { $0.entry == menu.cursor } ?? 0
    let top = max(0, min(first, last - pane.body.height + 1))
    for (offset, item) in lines.dropFirst(top).prefix(pane.body.height).enumerated() {
        let y = pane.body.y + offset
        let isFirst = top + offset == 0 || lines[top + offset - 1].entry != item.entry
        let isCursor = item.entry == menu.cursor
        if isFirst {
            if isCursor { frame.put(">", x: pane.body.x, y: y, style: Style(.focus), limit: pane.body.right) }
            if item.entry < 9 {
                frame.put("\(item.entry + 1)", x: pane.body.x + 2, y: y, style: Style(.key), limit: pane.body.right)
            }
        }
        frame.put(item.line, x: pane.body.x + 4, y: y, style: isCursor ? Style(.focus) : .text, limit: pane.body.right)
    }
}

private func renderReviewLastLine(_ state: ConsoleState, _ review: ReviewState, into frame: inout Frame) {
    if case .leaking(let line) = review.mode, state.notice == nil {
        return line.render(label: "What gives the earner away: ", y: frame.size.rows - 1, into: &frame)
    }
    if state.notice != nil || review.mode == .reading {
        return renderLastLine(state, hints: state.reviewHints(), lead: state.levelHint, into: &frame)
    }
    let y = frame.size.rows - 1
    frame.fill(Rect(x: 0, y: y, width: frame.size.columns, height: 1))
    var x = 0
    for (key, words) in rawHints(review.mode, width: frame.size.columns) {
        let width = key.width + 1 + words.width
        if x + width > frame.size.columns { break }
        x = frame.put(key, x: x, y: y, style: Style(.key)) + 1
        x = frame.put(words, x: x, y: y, style: Style(.quiet)) + 3
    }
}

/// What the keys do where they are not commands.
private func rawHints(_ mode: ReviewState.Mode, width: Int) -> [(SafeText, SafeText)] {
    switch mode {
    case .reading, .leaking: []
    case .comment: [("Esc", "done"), ("Enter", "new line"), ("C-w", "word back"), ("C-z", "undo"), ("C-y", "redo")]
    case .phrases: [("Enter", "adds it"), ("j k", "choose"), ("1-9", "at once"), ("Esc", "back")]
    case .marking:
        [
            ("Enter", "cite"), ("j k", "extend"), ("v", "start here"), ("x", "uncite"), ("[ ]", "evidence"),
            ("Esc", "back"),
        ]
    case .confirming(let confirmation):
        switch confirmation.question {
        case .submit: [("y", "submit"), ("n", "back"), ("j k PgUp PgDn", "scroll")]
        case .release where width < 62: [("Enter", "release"), ("Esc", "keep")]
        case .release: [("Enter", "give the claim back; the draft is kept"), ("Esc", "keep it")]
        }
    }
}
