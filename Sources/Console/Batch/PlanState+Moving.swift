import Core

/// Positions stand still, so a window needs no more than to be read on before its edge is reached.
extension PlanState {
    mutating func ask(_ purpose: Purpose, page: Int) -> Effect {
        let span = max(page, 10)
        var limit = 3 * span
        let anchor: BatchRequest.Anchor
        switch purpose {
        case .first: anchor = .first
        case .last: anchor = .last
        case .append: anchor = lines.last.map { .after($0.item.position) } ?? .first
        case .prepend: anchor = lines.first.map { .before($0.item.position) } ?? .first
        case .refresh:
            let from = max(0, top - span)
            anchor = lines.indices.contains(from) ? .at(lines[from].item.position) : .first
            limit = top - from + 3 * span
        }
        lastRequest += 1
        asked = (lastRequest, purpose)
        return .batch(
            .loadPage(
                BatchRequest(name: session.name, view: view, anchor: anchor, limit: limit), request: lastRequest))
    }

    /// Takes in an answer; any but the newest is dropped.
    mutating func accept(_ answer: BatchPage, request: Int, page: Int) -> [Effect] {
        guard let asked, asked.request == request else { return [] }
        self.asked = nil
        isLoaded = true
        let fresh = answer.items.map(BatchLine.init)
        let before = answer.hasMoreBefore && !fresh.isEmpty
        let after = answer.hasMoreAfter && !fresh.isEmpty
        let span = max(page, 10)
        switch asked.purpose {
        case .first:
            (lines, selected, top) = (fresh, 0, 0)
            (hasMoreBefore, hasMoreAfter) = (false, after)
        case .last:
            (lines, selected, top) = (fresh, max(0, fresh.count - 1), max(0, fresh.count - page))
            (hasMoreBefore, hasMoreAfter) = (before, false)
        case .append:
            lines += fresh
            hasMoreAfter = after
            let drop = max(0, top - 3 * span)
            if drop > 0 {
                lines.removeFirst(drop)
                (selected, top, hasMoreBefore) = (selected - drop, top - drop, true)
            }
        case .prepend:
            lines = fresh + lines
            (selected, top, hasMoreBefore) = (selected + fresh.count, top + fresh.count, before)
            let drop = lines.count - (top + 4 * span)
            if drop > 0 {
                lines.removeLast(drop)
                hasMoreAfter = true
            }
        case .refresh:
            if fresh.isEmpty, answer.hasMoreBefore { return [ask(.last, page: page)] }
            let position = selectedItem?.position ?? 0
            let line = selected - top
            lines = fresh
            (hasMoreBefore, hasMoreAfter) = (before, after)
            selected = fresh.firstIndex { $0.item.position >= position } ?? max(0, fresh.count - 1)
            top = max(0, selected - line)
        }
        return settle(page: page)
    }

    mutating func move(_ command: Command, page: Int) -> [Effect] {
        switch command {
        case .down: selected += 1
        case .up: selected -= 1
        case .pageDown:
            selected += page
            top = min(max(top, lines.count - page), top + page)
        case .pageUp:
            selected -= page
            top -= page
        case .top:
            if hasMoreBefore { return [ask(.first, page: page)] }
            (selected, top) = (0, 0)
        case .bottom:
            if hasMoreAfter { return [ask(.last, page: page)] }
            selected = lines.count - 1
        default: break
        }
        return settle(page: page)
    }

    /// Keeps the selection inside the lines and on the screen, and reads on where an edge is near.
    mutating func settle(page: Int) -> [Effect] {
        selected = min(max(0, selected), max(0, lines.count - 1))
        if !hasMoreAfter { top = min(top, max(0, lines.count - page)) }
        top = max(0, min(top, selected))
        if selected >= top + page { top = selected - page + 1 }
        guard asked == nil, isLoaded else { return [] }
        if hasMoreAfter, lines.count < top + 2 * page + 1 { return [ask(.append, page: page)] }
        if hasMoreBefore, top < page { return [ask(.prepend, page: page)] }
        return []
    }
}
