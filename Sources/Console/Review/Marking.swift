import Core
import Screen
import Text

/// Lines of a text being marked, to be cited. In source lines: what will be cited is what is shown as marked.
struct Marking: Equatable, Sendable {
    let pane: ReviewPane
    let source: DocumentSource
    /// Where marking began, and where the cursor is.
    var start: Int
    var cursor: Int

    var lines: ClosedRange<Int> { min(start, cursor)...max(start, cursor) }
}

extension ReviewState {
    mutating func openMarking(_ turn: inout Turn) {
        guard mayChange(&turn) else { return }
        let pane = focus == .rubric ? .evidence : focus
        guard comparison == nil else {
            return turn.fail("Marking works on this attempt alone: \(turn.key(.compare)) ends the comparison.")
        }
        guard let source = source(of: pane), source.citedAs != nil else {
            return turn.fail("This text is not the earner's work: it can't be cited.")
        }
        guard let reading = readings[source], let first = reading.visible.first(where: { !$0.isFiller }) else {
            return turn.say("There is nothing here to mark.")
        }
        focus = pane
        mode = .marking(Marking(pane: pane, source: source, start: first.sourceLine, cursor: first.sourceLine))
    }

    mutating func mark(_ key: Key, _ marking: Marking, _ turn: inout Turn) {
        var marking = marking
        guard var reading = readings[marking.source] else {
            mode = .reading
            return
        }
        let layout = reading.layout
        func stepped(_ count: Int) -> Int {
            var line = marking.cursor
            for _ in 0..<abs(count) {
                guard let next = count > 0 ? layout.sourceLine(after: line) : layout.sourceLine(before: line) else {
                    break
                }
                line = next
            }
            return line
        }
        switch key {
        case .character("j"), .down: marking.cursor = stepped(1)
        case .character("k"), .up: marking.cursor = stepped(-1)
        case .pageDown: marking.cursor = stepped(10)
        case .pageUp: marking.cursor = stepped(-10)
        case .character("g"), .home: marking.cursor = layout.sourceLine(after: 0) ?? marking.cursor
        case .character("G"), .end: marking.cursor = layout.sourceLine(before: .max) ?? marking.cursor
        case .character("v"), .character(" "): marking.start = marking.cursor
        case .character("]"): return markNext(1, &turn)
        case .character("["): return markNext(-1, &turn)
        case .escape, .character("q"):
            mode = .reading
            return turn.say("Nothing was marked.")
        case .enter, .character("x"):
            mode = .reading
            guard let current, let name = marking.source.citedAs, mayChange(&turn) else { return }
            let to = max(marking.lines.upperBound, endOfLaid(marking, layout))
            let citation = Citation(evidence: name, from: marking.lines.lowerBound, to: to)
            want(
                key == .enter ? .cite(criterion: current.id, citation) : .uncite(criterion: current.id, citation), &turn
            )
            return
        case .click, .wheelUp, .wheelDown: return
        default:
            return turn.say(
                "\(untrusted: key.label) does nothing while lines are marked: Enter cites them, Esc leaves.")
        }
        reading.reveal(line: marking.cursor)
        readings[marking.source] = reading
        mode = .marking(marking)
    }

    /// Goes on marking in another evidence item, where that was left.
    private mutating func markNext(_ delta: Int, _ turn: inout Turn) {
        let before = evidenceIndex
        turnEvidence(delta, &turn)
        if evidenceIndex == before { return }
        focus = .evidence
        mode = .reading
        // What is here already is set at once, to be marked in.
        settle(turn.size)
        guard leftSource.flatMap({ readings[$0] }) != nil else {
            return turn.say("It is still being read: \(turn.key(.mark)) then marks lines of it.")
        }
        openMarking(&turn)
    }

    /// A laid line may show the end of one source line and all of the next: what is marked on screen is cited whole.
    private func endOfLaid(_ marking: Marking, _ layout: Layout) -> Int {
        layout.lines.last { $0.shows(marking.lines) && $0.sourceLine <= marking.lines.upperBound }?.lastSourceLine
            ?? marking.lines.upperBound
    }
}
