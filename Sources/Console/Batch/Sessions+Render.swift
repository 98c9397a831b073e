import Core
import Screen
import Text

/// The list of sessions, newest first.
func renderSessions(_ state: ConsoleState, _ batch: BatchState, into frame: inout Frame) {
    let rects = arrangeBatch(frame.size)
    if !rects.header.isEmpty {
        let end = frame.put("Batch sessions", x: 0, y: 0, style: Style(.title))
        if batch.isLoaded { frame.put(Numbers.grouped(batch.sessions.count), x: end + 3, y: 0) }
    }
    let hints: [Command] = batch.sessions.isEmpty ? [.newBatch, .back] : [.openItem, .newBatch, .help, .back]
    if !rects.lastLine.isEmpty { renderLastLine(state, hints: hints, into: &frame) }
    if batch.sessions.isEmpty {
        if batch.isLoaded { renderNone(state, rects.list, into: &frame) }
        return
    }
    let today = Dates.day(of: state.now, zoneOffset: state.zoneOffset)
    let width = frame.size.columns
    // Name, then numbers, then who and when, then of what: what does not fit is left out from the right.
    let name = min(28, max(0, width - 2))
    let xs = (items: 2 + name + 2, held: 2 + name + 9, signed: 2 + name + 16, by: 2 + name + 24, of: 2 + name + 46)
    if !rects.heading.isEmpty {
        let y = rects.heading.y
        frame.put("session", x: 2, y: y, style: Style(.heading), limit: name)
        for (text, x) in [("items", xs.items), ("held", xs.held), ("signed", xs.signed)] as [(SafeText, Int)]
        where x + 6 <= width {
            frame.put(text.padded(to: 6, right: true), x: x - 1, y: y, style: Style(.heading))
        }
        if xs.by + 20 <= width { frame.put("made", x: xs.by, y: y, style: Style(.heading)) }
        if xs.of + 8 <= width { frame.put("of", x: xs.of, y: y, style: Style(.heading)) }
    }
    let top = Sheet.top(cursor: batch.cursor, count: batch.sessions.count, height: rects.list.height)
    for (index, session) in batch.sessions.enumerated().dropFirst(top).prefix(rects.list.height) {
        let y = rects.list.y + index - top
        frame.put(SafeText(untrusted: session.name).shortened(to: name), x: 2, y: y)
        for (count, x) in [(session.items, xs.items), (session.held, xs.held), (session.signed, xs.signed)]
        where x + 6 <= width {
            frame.put(Numbers.grouped(count).padded(to: 6, right: true), x: x - 1, y: y)
        }
        if xs.by + 20 <= width {
            let day = Dates.short(Dates.day(of: session.madeAt, zoneOffset: state.zoneOffset), today: today)
            let made: SafeText = "\(day) by \(untrusted: session.madeBy)"
            frame.put(made.shortened(to: 20), x: xs.by, y: y, style: Style(.quiet))
        }
        if xs.of + 8 <= width {
            let of = SafeText(untrusted: session.selection).shortened(to: width - xs.of)
            frame.put(of, x: xs.of, y: y, style: Style(.quiet))
        }
        if index == batch.cursor {
            frame.put(">", x: 0, y: y, style: Style(.focus))
            frame.select(row: y)
        }
    }
}

private func renderNone(_ state: ConsoleState, _ rect: Rect, into frame: inout Frame) {
    var lines: [(SafeText, Style)] = [("There are no batch sessions yet.", Style(.heading))]
    if let key = state.label(.newBatch) { lines.append(("\(key) makes one of what is ready for a decision.", .text)) }
    lines.append(("On the command line:", .text))
    lines.append(("assay batch new NAME", Style(.code)))
    let y = rect.y + max(0, (rect.height - lines.count) / 3)
    for (offset, line) in lines.enumerated() where y + offset < rect.bottom {
        let text = line.0.shortened(to: rect.width)
        frame.put(text, x: max(0, (rect.width - text.width) / 2), y: y + offset, style: line.1)
    }
}
