import Core
import Screen
import Text

/// Draws the queue screen.
func renderQueue(_ state: ConsoleState, into frame: inout Frame) {
    let rects = arrangeQueue(frame.size)
    renderHeader(state, rects.header, into: &frame)
    if let message = QueueMessage(state) {
        message.render(rects, into: &frame)
    } else {
        let columns = QueueColumns(width: frame.size.columns, filter: state.queue.filter)
        renderHeading(columns, rects.heading, into: &frame)
        renderRows(state, columns, rects.list, into: &frame)
    }
    renderStatus(state, rects.status, into: &frame)
    if !rects.lastLine.isEmpty { renderLastLine(state, hints: state.queueHints(), into: &frame) }
}

/// `assay   214 pending   9 late   3 yours                       Example Cooperative`
private func renderHeader(_ state: ConsoleState, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    var x = frame.put("assay", x: 0, y: rect.y, style: Style(.title))
    let summary = state.summary
    if state.isCounted {
        for (count, word, style) in [
            (summary.pending, "pending", Style.text),
            (summary.overdue, "late", summary.overdue > 0 ? Style(.danger) : .text),
            (summary.mine, "yours", .text),
        ] as [(Int, SafeText, Style)] {
            let text = Numbers.grouped(count) + " " + word
            if x + 3 + text.width > rect.right { break }
            x = frame.put(text, x: x + 3, y: rect.y, style: style)
        }
    }
    let programme = SafeText(untrusted: summary.programme)
    let room = rect.right - x - 3
    if room >= min(12, programme.width) {
        let shown = programme.shortened(to: room)
        frame.put(shown, x: rect.right - shown.width, y: rect.y, style: Style(.quiet))
    }
}

private func renderHeading(_ columns: QueueColumns, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    for column in columns.columns {
        let name = column.kind.heading.shortened(to: column.width)
        let x = column.kind.isRightAligned ? column.right - name.width : column.x
        frame.put(name, x: x, y: rect.y, style: Style(.heading))
    }
}

private func renderRows(_ state: ConsoleState, _ columns: QueueColumns, _ rect: Rect, into frame: inout Frame) {
    let queue = state.queue
    let today = Dates.day(of: state.now, zoneOffset: state.zoneOffset)
    for (offset, line) in queue.rows.dropFirst(queue.top).prefix(rect.height).enumerated() {
        let y = rect.y + offset
        for column in columns.columns {
            put(line, column, y: y, state: state, today: today, into: &frame)
        }
        if queue.top + offset == queue.selected {
            frame.put(">", x: 0, y: y, style: Style(.focus))
            frame.select(row: y)
        }
    }
}

/// What the list is narrowed to on the left, where it stands on the right.
private func renderStatus(_ state: ConsoleState, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty, state.caller.may(.seeQueue) else { return }
    let place = state.queue.place(rows: arrangeQueue(frame.size).list.height)
    frame.put(place, x: rect.right - place.width, y: rect.y, style: Style(.quiet))
    let chips = state.chips.joined(separator: "   ")
    frame.put(chips.shortened(to: rect.width - place.width - 2), x: 0, y: rect.y, style: Style(.marked))
}

extension QueueState {
    /// `1-20/214`.
    func place(rows height: Int) -> SafeText {
        guard !rows.isEmpty else { return .empty }
        let shown = min(height, rows.count - top)
        guard let firstIndex else { return "last \(shown)" }
        let range: SafeText = "\(Numbers.grouped(firstIndex + top + 1))-\(Numbers.grouped(firstIndex + top + shown))"
        return range + "/" + (total.map(Numbers.grouped) ?? "many")
    }
}

extension ConsoleState {
    /// What makes the list another one than the usual.
    var chips: [SafeText] {
        var chips: [SafeText] = []
        let filter = queue.filter
        if filter.states != QueueFilter.standard(for: caller).states {
            let isAll = filter.effectiveStates.count == SubmissionState.allCases.count
            chips.append(
                isAll
                    ? "any state"
                    : filter.effectiveStates.map { SafeText(untrusted: $0.rawValue) }.joined(separator: ", "))
        }
        if filter.assessor == caller.id {
            chips.append("yours")
        } else if let other = filter.assessor {
            chips.append("of \(untrusted: other)")
        }
        if filter.overdue { chips.append("late") }
        if let id = filter.microCredential {
            let name = queue.choices.microCredentials.first { $0.id == id }?.name ?? id
            chips.append("\(untrusted: name)")
        }
        if let district = filter.district { chips.append("\(untrusted: district)") }
        if let search = filter.search { chips.append("/\(untrusted: search)") }
        if queue.sort != .due { chips.append("by \(untrusted: queue.sort.rawValue)") }
        return chips
    }
}
