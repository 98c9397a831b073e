import Core
import Screen
import Text

extension QueueColumns.Kind {
    var heading: SafeText {
        switch self {
        case .due, .dueShort: "due"
        case .title: "micro-credential"
        case .district: "district"
        case .attempt: "try"
        case .stateAndWho, .state: "state"
        case .who: "who"
        case .submitted: "handed in"
        case .evidence: "evidence"
        case .dueDate: "due on"
        case .id: "id"
        }
    }

    /// Numbers and times that are compared down the column.
    var isRightAligned: Bool {
        switch self {
        case .due, .dueShort, .attempt, .submitted, .evidence: true
        default: false
        }
    }
}

/// Draws one row's part in one column.
func put(
    _ line: QueueLine, _ column: QueueColumns.Column, y: Int, state: ConsoleState, today: CivilDate,
    into frame: inout Frame
) {
    let row = line.row
    let zone = state.zoneOffset
    func place(_ text: SafeText, _ style: Style = .text) {
        let shown = text.shortened(to: column.width)
        let x = column.kind.isRightAligned ? column.right - shown.width : column.x
        frame.put(shown, x: x, y: y, style: style)
    }
    let isMine = row.claimedBy == state.caller.id
    let who = isMine ? "you" : row.assignedTo == state.caller.id ? "for you" : line.who
    let dueStyle = state.dueStyle(row, today: today)
    let stateStyle = row.state.style
    switch column.kind {
    // What is decided has no deadline any more.
    case .due: place(row.state.isOpen ? Dates.due(row.dueAt, now: state.now, zoneOffset: zone) : "-", dueStyle)
    case .dueShort:
        place(row.state.isOpen ? Dates.shortDue(row.dueAt, now: state.now, zoneOffset: zone) : "-", dueStyle)
    case .dueDate: place(Dates.long(Dates.dueDay(of: row.dueAt, zoneOffset: zone), today: today), Style(.quiet))
    case .title: place(line.title)
    case .district: place(line.district)
    case .attempt: place("\(row.attempt)")
    case .state: place(line.state, stateStyle)
    case .who: place(who)
    case .stateAndWho:
        let end = frame.put(line.state.shortened(to: column.width), x: column.x, y: y, style: stateStyle)
        frame.put(who.shortened(to: column.right - end - 1), x: end + 1, y: y)
    case .submitted:
        place(Dates.short(Dates.day(of: row.submittedAt, zoneOffset: zone), today: today), Style(.quiet))
    case .evidence: place("\(row.evidenceCount)")
    case .id: place(line.id, Style(.quiet))
    }
}

extension ConsoleState {
    fileprivate func dueStyle(_ row: QueueRow, today: CivilDate) -> Style {
        guard row.state.isOpen else { return Style(.quiet) }
        if row.dueAt < now { return Style(.danger) }
        let day = Dates.dueDay(of: row.dueAt, zoneOffset: zoneOffset)
        return day.daysSince1970 - today.daysSince1970 <= 1 ? Style(.warning) : .text
    }
}

extension SubmissionState {
    /// Beside the word, never in its place.
    var style: Style {
        switch self {
        case .ready, .awarded: Style(.good)
        case .adjudication: Style(.warning)
        case .denied, .returned, .incomplete: Style(.quiet)
        case .pending, .claimed, .secondRead: .text
        }
    }
}
