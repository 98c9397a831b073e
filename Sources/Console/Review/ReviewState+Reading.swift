import Core
import Screen
import Text

/// Scrolling, and which text stands where.
extension ReviewState {
    mutating func scroll(lines: Int, _ turn: Turn) {
        change(turn) {
            $0.scroll(by: lines)
        } rubric: { top, _, _ in
            top += lines
        }
    }

    mutating func scroll(pages: Int, _ turn: Turn) {
        change(turn) {
            $0.scroll(pages: pages)
        } rubric: { top, _, height in
            top += pages * max(1, height - 1)
        }
    }

    mutating func scrollToEnd(_ isEnd: Bool, _ turn: Turn) {
        change(turn) {
            isEnd ? $0.scrollToEnd() : $0.scrollToTop()
        } rubric: { top, count, _ in
            top = isEnd ? count : 0
        }
    }

    /// The focused pane; `settle` clamps.
    private mutating func change(
        _ turn: Turn, _ body: (inout Reading) -> Void, rubric: (inout Int, Int, Int) -> Void
    ) {
        if focus == .rubric {
            let pane = arrange(turn.size, self).rubric
            let count = rubricText(width: pane.body.width, height: pane.body.height).lines.count
            rubric(&rubricTop, count, pane.body.height)
            rubricTop = max(0, min(rubricTop, count - pane.body.height))
        } else if focus == .reflection, let source = comparison?.counterpart(of: self) {
            if var reading = comparison?.readings[source] {
                body(&reading)
                comparison?.readings[source] = reading
            }
        } else if let source = source(of: focus), var reading = readings[source] {
            readings[source] = nil  // no second owner: a change must not copy the layout
            body(&reading)
            readings[source] = reading
        }
    }

    mutating func turnEvidence(_ delta: Int, _ turn: inout Turn) {
        if detail.evidence.isEmpty { return turn.say("There is no evidence.") }
        if let comparison, comparison.showsReflection {
            self.comparison?.showsReflection = false
            return load(&turn)
        }
        let next = evidenceIndex + delta
        guard detail.evidence.indices.contains(next) else {
            return turn.say(delta > 0 ? "This is the last evidence item." : "This is the first evidence item.")
        }
        evidenceIndex = next
        load(&turn)
    }

    /// Asks for the evidence on the screen where it is not here yet.
    mutating func load(_ turn: inout Turn) {
        guard let evidence else { return }
        let source = DocumentSource.evidence(evidence.id)
        guard documents[source] == nil, requested.insert(source).inserted else { return }
        unreadable[source] = nil
        turn.effects.append(.loadDocument(source, submission: id))
    }

    mutating func loaded(_ document: Document, _ source: DocumentSource) {
        requested.remove(source)
        documents[source] = document
        readings[source] = nil
        // Texts far from the one on the screen can be asked for again.
        for (index, item) in detail.evidence.enumerated() where abs(index - evidenceIndex) > 3 {
            documents[.evidence(item.id)] = nil
        }
    }

    mutating func couldNotLoad(_ refusal: Refusal, _ turn: inout Turn) {
        for source in requested { unreadable[source] = SafeText(untrusted: refusal.sentence) }
        requested = []
        turn.fail(SafeText(untrusted: refusal.sentence))
    }

    /// Puts a text in the right pane; the same again puts its own text back.
    mutating func showSide(_ source: DocumentSource, _ turn: inout Turn) {
        if comparison != nil {
            comparison?.showsReflection = true
            return
        }
        if sideText == source || rightSource == source {
            sideText = nil
            return
        }
        guard let document = documents[source], !document.blocks.isEmpty else {
            switch source {
            case .overview: return turn.say("There are no answers to an overview.")
            case .whatChanged:
                return turn.say(
                    detail.row.attempt > 1
                        ? "The earner does not say what has changed."
                        : "This is the first attempt: nothing has changed.")
            default: return turn.say("There is no such text.")
            }
        }
        sideText = source
        focus = .reflection
    }

    /// Sets what is on the screen to its place there, and clamps everything. After every turn; cheap where nothing changed.
    mutating func settle(_ size: Size) {
        measureRubric(size)
        let panes = arrange(size, self)
        let left = leftSource
        let right = comparison == nil ? rightSource : nil
        for (source, pane) in [(left, panes.evidence), (right, panes.reflection)] where !pane.body.isEmpty {
            if let source { settle(source, pane.body) }
        }
        for (source, reading) in readings where source != left && source != right {
            bookmarks[source] = reading.bookmark
            readings[source] = nil
        }
        if let source = comparison?.counterpart(of: self), !panes.reflection.body.isEmpty {
            let body = panes.reflection.body
            if comparison?.readings[source] == nil, let document = comparison?.documents[source] {
                comparison?.readings[source] = Reading(document, width: body.width)
            }
            comparison?.readings[source]?.settle(width: body.width, height: body.height)
        }
        settleRubric(panes.rubric.body)
    }

    private mutating func settle(_ source: DocumentSource, _ body: Rect) {
        if var reading = readings[source] {
            readings[source] = nil
            reading.settle(width: body.width, height: body.height)
            readings[source] = reading
        } else if let document = documents[source] {
            var reading = Reading(document, width: body.width, at: bookmarks[source])
            reading.settle(width: body.width, height: body.height)
            readings[source] = reading
        }
    }

    /// The current criterion is brought into view when it changes or grows; otherwise the pane stays where it was put.
    private mutating func settleRubric(_ body: Rect) {
        guard !body.isEmpty else { return }
        let text = rubricText(width: body.width, height: body.height)
        if wantsCriterion || focus != .rubric || text.cursor != nil {
            var top = rubricTop
            if text.block.upperBound > top + body.height { top = text.block.upperBound - body.height }
            if text.block.lowerBound < top { top = text.block.lowerBound }
            // Too tall to be shown whole: what it takes to meet it is worth more than how it begins.
            if reads.isEmpty, text.block.count > body.height, text.required.upperBound > top + body.height {
                top = min(text.required.upperBound - body.height, text.required.lowerBound)
            }
            if let cursor = text.cursor {
                if cursor.line >= top + body.height { top = cursor.line - body.height + 1 }
                if cursor.line < top { top = cursor.line }
            }
            rubricTop = top
            wantsCriterion = false
        }
        rubricTop = max(0, min(rubricTop, text.lines.count - body.height))
    }
}
