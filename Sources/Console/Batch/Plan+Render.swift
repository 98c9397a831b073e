import Core
import Screen
import Text

/// The plan of a session: one line a submission.
func renderPlan(_ state: ConsoleState, _ batch: BatchState, _ plan: PlanState, into frame: inout Frame) {
    let rects = arrangeBatch(frame.size, isDryRun: plan.isDryRun)
    renderHeader(state, plan, rects.header, into: &frame)
    if plan.isDryRun { renderSummary(state, plan, rects.summary, into: &frame) }
    let columns = BatchColumns(width: frame.size.columns, isDryRun: plan.isDryRun)
    if !rects.heading.isEmpty {
        for column in columns.columns {
            let name = column.kind.heading.shortened(to: column.width)
            let x = column.kind.isRightAligned ? column.right - name.width : column.x
            frame.put(name, x: x, y: rects.heading.y, style: Style(.heading))
        }
    }
    let marks = plan.marksAndRange
    for (offset, line) in plan.lines.dropFirst(plan.top).prefix(rects.list.height).enumerated() {
        let y = rects.list.y + offset
        renderLine(line, columns, y: y, state, isMarked: marks.contains(line.item), into: &frame)
        if plan.top + offset == plan.selected {
            frame.put(">", x: 0, y: y, style: Style(.focus))
            frame.select(row: y)
        }
    }
    if plan.isLoaded, plan.lines.isEmpty, !rects.list.isEmpty {
        frame.put("Nothing here is like that.", x: 2, y: rects.list.y, style: Style(.quiet), limit: rects.list.width)
    }
    renderStatus(plan, rects, into: &frame)
    renderFoot(state, plan, rects.lastLine, into: &frame)
}

/// `October sitting   46 of ready, Floyd County                 made by ruth on 1 Oct`
private func renderHeader(_ state: ConsoleState, _ plan: PlanState, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let session = plan.session
    let today = Dates.day(of: state.now, zoneOffset: state.zoneOffset)
    let name = SafeText(untrusted: session.name)
    var x = frame.put(name.shortened(to: rect.width), x: 0, y: rect.y, style: Style(.title))
    if plan.isDryRun, x + 12 <= rect.width {
        x = frame.put("dry run", x: x + 3, y: rect.y, style: Style(.marked))
    }
    let day = Dates.short(Dates.day(of: session.plannedAt, zoneOffset: state.zoneOffset), today: today)
    let made: SafeText = "by \(untrusted: session.madeBy), planned \(day)"
    let of: SafeText = "\(Numbers.grouped(session.items)) of \(untrusted: session.selection)"
    let room = rect.width - x - 3
    if room < 12 { return }
    let hasMade = made.width + 15 <= room
    frame.put(of.shortened(to: hasMade ? room - made.width - 3 : room), x: x + 3, y: rect.y)
    if hasMade { frame.put(made, x: rect.width - made.width, y: rect.y, style: Style(.quiet)) }
}

/// What signing would do, and why not with the rest.
private func renderSummary(_ state: ConsoleState, _ plan: PlanState, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    guard let counts = plan.counts else {
        frame.put("Counting...", x: 2, y: rect.y, style: Style(.quiet))
        return
    }
    let reasons = counts.refused.map { "\(untrusted: $0.refusal.words) (\(Numbers.grouped($0.count)))" as SafeText }
    var lines: [SafeText] = [
        "Signing now would award \(Numbers.counted(counts.toSign, "submission", "submissions")). Nothing has been changed.",
        "\(Numbers.grouped(counts.held)) held, \(Numbers.grouped(counts.signed)) signed already.",
    ]
    if reasons.isEmpty {
        lines.append("Nothing is refused.")
    } else {
        var line: SafeText = "Refused: " + reasons.joined(separator: "; ") + "."
        if counts.refused.contains(where: { $0.refusal == .changed }), let key = state.label(.planAgain) {
            line += " \(key) plans again."
        }
        lines.append(line)
    }
    for (offset, line) in lines.prefix(rect.height).enumerated() {
        frame.put(line.shortened(to: rect.width - 2), x: 2, y: rect.y + offset)
    }
}

/// The counts, each with the sign its lines bear; where the list stands on the right.
private func renderStatus(_ plan: PlanState, _ rects: BatchRects, into frame: inout Frame) {
    let rect = rects.status
    guard !rect.isEmpty else { return }
    var right = rect.width
    if !plan.lines.isEmpty {
        let shown = plan.lines.dropFirst(plan.top).prefix(rects.list.height)
        let first = shown.first?.item.position ?? 0
        let last = shown.last?.item.position ?? 0
        // Positions are of the whole session; among the lines of a narrower view they would say nothing.
        let place: SafeText =
            plan.view == .all
            ? "\(Numbers.grouped(first))-\(Numbers.grouped(last))/\(Numbers.grouped(plan.session.items))"
            : plan.counts.map { "\(Numbers.grouped($0.count(plan.view)))/\(Numbers.grouped(plan.session.items))" }
                ?? .empty
        right = rect.width - place.width
        if right > 0 { frame.put(place, x: right, y: rect.y, style: Style(.quiet)) }
    }
    guard let counts = plan.counts else { return }
    var parts: [(SafeText, Style)] = [("\(Numbers.grouped(counts.toSign)) to sign", Style(.good))]
    if counts.held > 0 { parts.append(("= \(Numbers.grouped(counts.held)) held", Style(.warning))) }
    if counts.allRefused > 0 {
        let why = counts.refused.map { SafeText(untrusted: $0.refusal.words) }.joined(separator: "; ")
        parts.append(("x \(Numbers.grouped(counts.allRefused)) refused (\(why))", Style(.danger)))
    }
    if counts.signed > 0 { parts.append(("+ \(Numbers.grouped(counts.signed)) signed", .text)) }
    if plan.view != .all { parts.insert(("showing " + plan.view.words, Style(.marked)), at: 0) }
    var x = 0
    for (text, style) in parts {
        let room = right - 2 - x
        if room < 8 { break }
        x = frame.put(text.shortened(to: room), x: x, y: rect.y, style: style) + 3
    }
}

/// Why the selected line is not signed; else what can be done.
private func renderFoot(_ state: ConsoleState, _ plan: PlanState, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let hints: [Command] =
        plan.rangeFrom != nil
        ? [.markRange, .hold, .back]
        : (state.caller.may(.signBatch) ? [.sign] : []) + [
            .openItem, .hold, .toggle, .markRange, .dryRun, .filter, .help,
        ]
    renderLastLine(state, hints: hints, into: &frame)
    guard state.notice == nil, plan.rangeFrom == nil, !plan.isDryRun, plan.lines.indices.contains(plan.selected) else {
        return
    }
    let reason = plan.lines[plan.selected].reason + plan.lines[plan.selected].wayOut
    if reason.isEmpty { return }
    frame.fill(rect)
    frame.put(reason.shortened(to: rect.width), x: 0, y: rect.y, style: Style(.message))
}
