import Core

/// Where a person is, kept so that the next opening lands there.
extension ReviewState {
    /// Milliseconds from the first move to its save: a burst is one write.
    static let placeIdle = 500

    var place: ReviewPlace {
        var cursor: Int?
        if case .comment(let session) = mode { cursor = session.editor.cursor }
        var marks = bookmarks
        for (source, reading) in readings { marks[source] = reading.bookmark }
        var scrolls = marks.filter { $0.value.line > 1 || $0.value.rows > 0 }.map { $0.value.scroll(of: $0.key) }
        if rubricTop > 0 { scrolls.append(ReviewPlace.Scroll(source: "rubric", line: rubricTop)) }
        scrolls.sort { $0.source < $1.source }
        return ReviewPlace(
            submission: id, evidence: evidence?.id, criterion: current?.id, focus: focus.rawValue, scrolls: scrolls,
            commentCursor: cursor)
    }

    /// Asks to save the place soon, where it has changed.
    mutating func noticeMove(_ turn: inout Turn) {
        if !running.contains(.placeIdle), place != lastPlace {
            start(.placeIdle, milliseconds: ReviewState.placeIdle, &turn)
        }
    }

    mutating func savePlace(_ turn: inout Turn) {
        let place = place
        guard place != lastPlace else { return }
        lastPlace = place
        turn.effects.append(.savePlace(place))
    }

    /// The terminal is going away: everything goes out now, in order, without waiting for answers.
    mutating func hangUp(_ turn: inout Turn) {
        sentAtLast = [:]
        var isTaken = whyReadOnly(turn) == nil
        if case .comment(let session) = mode, session.isOvertaken { isTaken = false }
        if !isTaken { return keepWriting(&turn) }
        keepUnsaved(&turn)
        if case .comment(let session) = mode, session.editor.text != session.sent {
            ledger.want(.comment(criterion: session.criterion, session.editor.text, since: nil))
        }
        for next in ledger.drain() {
            if case .save(.comment(let criterion, let text), _) = next { sentAtLast?[criterion] = text }
            perform(next, &turn)
        }
        savePlace(&turn)
    }
}
