import Core
import Screen
import Text

/// Draws the list of sessions, or the plan that is open over it.
func renderBatch(_ state: ConsoleState, into frame: inout Frame) {
    guard let batch = state.batch else { return }
    if let plan = batch.plan {
        renderPlan(state, batch, plan, into: &frame)
    } else {
        renderSessions(state, batch, into: &frame)
    }
    let y = frame.size.rows - 1
    guard y >= 0 else { return }
    switch batch.mode {
    case .browsing: break
    case .naming(let line):
        // The queue under it may be narrowed without being seen.
        let filter = state.newBatchFilter
        let of: SafeText = filter == .allReady ? "what is ready" : SafeText(untrusted: filter.words)
        line.render(label: "New session of \(of), called: ", y: y, into: &frame)
    case .holding(let line, let marks):
        let one = batch.plan?.lines.first { $0.item.position == marks.bounds?.lowerBound }
        let isOne = marks.bounds.map { $0.count == 1 } ?? false
        let what = isOne ? one?.id ?? "it" : "what is marked"
        line.render(label: "Hold \(what), because: ", y: y, into: &frame)
    case .choosing(let cursor): renderViews(state, batch.plan, cursor, into: &frame)
    case .asking(let question): renderQuestion(state, batch.plan, question, into: &frame)
    case .signing(let signing): renderProgress(signing, y: y, into: &frame)
    }
}

/// What is signed is the session, whatever is listed and marked: where that is less, the question says so.
private func renderQuestion(
    _ state: ConsoleState, _ plan: PlanState?, _ question: BatchState.Question, into frame: inout Frame
) {
    let columns = frame.size.columns
    let count = Numbers.counted(question.toSign, "submission", "submissions")
    let narrower: SafeText =
        switch (plan?.view ?? .all, plan?.marksAndRange.isEmpty ?? true) {
        case (.all, true): .empty
        case (.all, false): "   All of the session, not only what is marked."
        default: "   All of the session, not only what is listed."
        }
    var lines = ("Award \(count), signed by \(untrusted: state.caller.id)?" + narrower).folded(to: columns)
    lines.append("y signs   n does not")
    let top = max(0, frame.size.rows - lines.count)
    frame.fill(Rect(x: 0, y: top, width: columns, height: frame.size.rows - top))
    for (offset, line) in lines.suffix(frame.size.rows).enumerated() {
        frame.put(line.shortened(to: columns), x: 0, y: top + offset, style: Style(.warning))
    }
}

/// `Signing   120 of 420   ######..............   Esc stops`
private func renderProgress(_ signing: BatchState.Signing, y: Int, into frame: inout Frame) {
    frame.fill(Rect(x: 0, y: y, width: frame.size.columns, height: 1))
    let words: SafeText = signing.isStopping ? "Stopping" : "Signing"
    let counts: SafeText =
        "\(words)   \(Numbers.grouped(signing.signed)) of \(Numbers.grouped(signing.asked.toSign))   "
    let end: SafeText = signing.isStopping ? .empty : "   Esc stops"
    let room = min(40, frame.size.columns - counts.width - end.width)
    var x = frame.put(counts.shortened(to: frame.size.columns), x: 0, y: y, style: Style(.message))
    if room >= 4 {
        let full = min(room, signing.asked.toSign > 0 ? signing.signed * room / signing.asked.toSign : room)
        x = frame.put(.repeated("#", full), x: x, y: y, style: Style(.filled))
        x = frame.put(.repeated(".", room - full), x: x, y: y, style: Style(.hollow))
    }
    frame.put(end, x: x, y: y, style: Style(.quiet))
}

private func renderViews(_ state: ConsoleState, _ plan: PlanState?, _ cursor: Int, into frame: inout Frame) {
    let choices = BatchView.choices
    let sheet = Sheet(rows: choices.count, size: frame.size)
    sheet.render("Show", into: &frame)
    let top = Sheet.top(cursor: cursor, count: choices.count, height: sheet.body.height)
    for (index, view) in choices.enumerated().dropFirst(top).prefix(sheet.body.height) {
        let y = sheet.body.y + index - top
        let count = plan?.counts.map { Numbers.grouped($0.count(view)).padded(to: 7, right: true) } ?? .empty
        let words = (index == cursor ? "> " : "  ") + view.words.padded(to: 44) + count
        frame.put(words.shortened(to: frame.size.columns), x: 0, y: y)
        if index == cursor { frame.select(row: y) }
    }
    renderLastLine(state, hints: [.choose, .back], into: &frame)
}

extension BatchView {
    var words: SafeText {
        switch self {
        case .all: "everything"
        case .toSign: "to sign"
        case .held: "= held"
        case .refused: "x refused"
        case .signed: "+ signed"
        case .flag(.leakReported): "leak: a reader knows who the earner is"
        case .flag(.adjudicated): "adj: its readers had disagreed"
        case .flag(.nearPass): "near: a card misses by one level"
        case .flag(.overLimit): "over: more tries than the policy allows"
        case .flag(.longWait): "wait: waited beyond its deadline"
        }
    }
}

extension BatchFlag {
    /// In a column.
    var word: SafeText {
        switch self {
        case .leakReported: "leak"
        case .adjudicated: "adj"
        case .nearPass: "near"
        case .overLimit: "over"
        case .longWait: "wait"
        }
    }
}
