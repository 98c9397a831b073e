import Core
import Screen
import Text

/// A text pane: its title, its text, the marks of what is cited.
func renderText(_ review: ReviewState, _ pane: ReviewPane, _ rects: PaneRects, into frame: inout Frame) {
    let place = rects[pane]
    let isPrevious = pane == .reflection && review.comparison != nil
    let source = isPrevious ? review.comparison?.counterpart(of: review) : review.source(of: pane)
    let reading = source.flatMap { isPrevious ? review.comparison?.readings[$0] : review.readings[$0] }
    title(review, pane, source, reading, place.title, into: &frame)
    guard !place.body.isEmpty else { return }
    guard let reading else {
        let words = missing(review, source, isPrevious: isPrevious)
        var filler = Filler(measure: place.body.width, firstLine: 1)
        filler.add(Span(words, line: 1), style: Style(.quiet))
        put(filler.finish()[...], place.body, into: &frame)
        return
    }
    put(reading.visible, place.body, into: &frame)
    if !isPrevious, let source { marks(review, source, reading, place.body, into: &frame) }
}

private func put(_ lines: ArraySlice<LaidLine>, _ body: Rect, into frame: inout Frame) {
    for (offset, line) in lines.prefix(body.height).enumerated() {
        var x = body.x
        for run in line.runs { x = frame.put(run.text, x: x, y: body.y + offset, style: run.style, limit: body.right) }
    }
}

/// `"` before lines that the current criterion cites, `'` before those of others; marked lines stand out.
private func marks(
    _ review: ReviewState, _ source: DocumentSource, _ reading: Reading, _ body: Rect, into frame: inout Frame
) {
    var marking: ClosedRange<Int>?
    if case .marking(let mark) = review.mode, mark.source == source { marking = mark.lines }
    var own: [ClosedRange<Int>] = []
    var others: [ClosedRange<Int>] = []
    let reads = review.reads
    for score in reads.isEmpty ? review.card.scores : reads.flatMap(\.scores) {
        for citation in score.citations where citation.evidence == source.citedAs && citation.from <= citation.to {
            if score.criterion == review.current?.id {
                own.append(citation.from...citation.to)
            } else {
                others.append(citation.from...citation.to)
            }
        }
    }
    if marking == nil, own.isEmpty, others.isEmpty { return }
    for (offset, line) in reading.visible.prefix(body.height).enumerated() {
        let y = body.y + offset
        if let marking, line.shows(marking) {
            frame.restyle(Rect(x: body.x, y: y, width: body.width, height: 1)) { $0.role = .marked }
            if body.x > 0 { frame.put("|", x: body.x - 1, y: y, style: Style(.marked)) }
        } else if body.x > 0 {
            if own.contains(where: line.shows) {
                frame.put("\"", x: body.x - 1, y: y, style: Style(.focus))
            } else if others.contains(where: line.shows) {
                frame.put("'", x: body.x - 1, y: y, style: Style(.quiet))
            }
        }
    }
}

// MARK: - The title

/// Told by a sign too, since not every terminal has colours. The others keep its column free: nothing moves with the focus.
func paneHeading(_ words: SafeText, hasFocus: Bool) -> SafeText { (hasFocus ? ">" : " ") + words }

private func title(
    _ review: ReviewState, _ pane: ReviewPane, _ source: DocumentSource?, _ reading: Reading?, _ rect: Rect,
    into frame: inout Frame
) {
    guard !rect.isEmpty else { return }
    let (kind, name) = words(review, pane, source)
    let style = review.focus == pane ? Style(.focus, .bold) : Style(.title)
    let percent: SafeText = reading?.percent.map { "\($0)%" } ?? .empty
    let end = rect.right - 1
    let limit = percent.isEmpty ? end : end - percent.width - 1
    let heading = paneHeading(kind, hasFocus: review.focus == pane)
    let x = frame.put(heading.shortened(to: max(0, limit - rect.x)), x: rect.x, y: rect.y, style: style, limit: limit)
    let room = limit - x - 2
    if !name.isEmpty, room > 2 { frame.put(name.shortened(to: room), x: x + 2, y: rect.y, limit: limit) }
    if percent.width < rect.width { frame.put(percent, x: end - percent.width, y: rect.y, style: Style(.quiet)) }
}

private func words(_ review: ReviewState, _ pane: ReviewPane, _ source: DocumentSource?) -> (SafeText, SafeText) {
    let isPrevious = pane == .reflection && review.comparison != nil
    let before: SafeText = review.comparison == nil ? .empty : isPrevious ? "BEFORE " : "NOW "
    switch source {
    case .evidence:
        let item = isPrevious ? review.comparison?.item(for: review) : review.evidence
        let count = isPrevious ? (review.comparison?.previous.evidence.count ?? 0) : review.detail.evidence.count
        let number = (isPrevious ? nil : review.evidenceIndex + 1).map { "\($0)/\(count)" as SafeText } ?? .empty
        return ("\(before)EVIDENCE \(number)", SafeText(untrusted: item?.title ?? ""))
    case .reflection: return (before + "REFLECTION", .empty)
    case .overview: return (before + "OVERVIEW", .empty)
    case .whatChanged: return ("WHAT CHANGED", .empty)
    case .microCredential: return ("MICRO-CREDENTIAL", SafeText(untrusted: review.detail.microCredential.name))
    case nil: return (before + (pane == .evidence ? "EVIDENCE" : "REFLECTION"), .empty)
    }
}

/// Why there is no text.
private func missing(_ review: ReviewState, _ source: DocumentSource?, isPrevious: Bool) -> SafeText {
    guard let source else { return isPrevious ? "The attempt before has none." : "There is none." }
    if let why = review.unreadable[source] { return why }
    switch source {
    case .evidence: return isPrevious ? "Not to be shown here." : "Reading it ..."
    case .reflection: return "There is no reflection."
    case .overview: return "There is no overview."
    case .whatChanged, .microCredential: return "There is none."
    }
}
