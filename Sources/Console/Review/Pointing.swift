import Screen

/// The mouse on the review screen.
extension ReviewState {
    private static let notch = 3

    mutating func point(_ key: Key, _ turn: inout Turn) {
        switch key {
        case .click(let x, let y):
            guard let pane = pane(x: x, y: y, turn) else { return }
            renew(&turn)
            if pane != focus { focus(on: pane) }
        case .wheelUp(let x, let y): wheel(-ReviewState.notch, x: x, y: y, &turn)
        case .wheelDown(let x, let y): wheel(ReviewState.notch, x: x, y: y, &turn)
        default: break
        }
    }

    /// Scrolls what is under the pointer; outside of all panes, the focused one.
    private mutating func wheel(_ lines: Int, x: Int, y: Int, _ turn: inout Turn) {
        renew(&turn)
        let before = focus
        focus = pane(x: x, y: y, turn) ?? focus
        scroll(lines: lines, turn)
        // The rubric keeps the focus: without it, it would go back to the current criterion.
        if focus != .rubric { focus = before }
    }

    private func pane(x: Int, y: Int, _ turn: Turn) -> ReviewPane? {
        let rects = arrange(turn.size, self)
        return ReviewPane.allCases.first { pane in
            let (title, body) = (rects[pane].title, rects[pane].body)
            // The column of citation marks left of the text belongs to it.
            return title.contains(x: x, y: y)
                || Rect(x: body.x - 1, y: body.y, width: body.width + 1, height: body.height)
                    .contains(x: x, y: y)
        }
    }
}
