import Core
import Text

/// How much is read: on small screens still enough that paging feels instant.
private func span(_ page: Int) -> Int { max(page, 10) }

extension QueueState {
    /// Begins the list anew from its first row.
    mutating func reload(page: Int) -> Effect { ask(.first, page: page) }

    /// Reads the same place again; where an end is being read already, that end.
    mutating func refresh(page: Int) -> Effect {
        ask(isReplacing ? asked?.purpose ?? .first : isLoaded && !rows.isEmpty ? .refresh : .first, page: page)
    }

    mutating func ask(_ purpose: Purpose, page: Int) -> Effect {
        let span = span(page)
        var limit = 2 * span
        var covers = 0..<0
        switch purpose {
        case .append, .prepend: isStale = isStale || asked?.purpose == .refresh
        case .first, .last, .refresh: isStale = false
        }
        let anchor: QueueRequest.Anchor
        switch purpose {
        case .first:
            anchor = .first
            limit = 3 * span
        case .last:
            anchor = .last
            limit = 3 * span
        case .append: anchor = rows.last.map { .after($0.row.cursor(for: sort)) } ?? .first
        case .prepend: anchor = rows.first.map { .before($0.row.cursor(for: sort)) } ?? .first
        case .refresh:
            // From a page above the screen on, so that going back stays instant.
            let from = max(0, top - span)
            anchor = from == 0 && !hasMoreBefore ? .first : .at(rows[from].row.cursor(for: sort))
            limit = top - from + 2 * span
            covers = from..<from + limit
        }
        lastRequest += 1
        asked = Asked(request: lastRequest, purpose: purpose, covers: covers)
        return .loadQueue(QueueRequest(filter: filter, sort: sort, anchor: anchor, limit: limit), request: lastRequest)
    }

    /// Takes in an answer; any but the newest is dropped.
    mutating func accept(_ page: QueuePage, request: Int, page height: Int) -> [Effect] {
        guard let asked, asked.request == request else { return [] }
        let purpose = asked.purpose
        self.asked = nil
        fault = nil
        isLoaded = true
        total = page.total
        let lines = page.rows.map(QueueLine.init)
        switch purpose {
        case .append:
            rows += lines
            // An empty answer must end the asking, whatever it says of more.
            hasMoreAfter = page.hasMoreAfter && !lines.isEmpty
            dropFront(max(0, top - 2 * span(height)))
        case .prepend:
            rows = lines + rows
            selected += lines.count
            top += lines.count
            firstIndex = firstIndex.map { $0 - lines.count }
            hasMoreBefore = page.hasMoreBefore && !lines.isEmpty
            dropBack(rows.count - (top + 3 * span(height)))
        case .first:
            rows = lines
            (selected, top, firstIndex) = (0, 0, 0)
            (hasMoreBefore, hasMoreAfter) = (false, page.hasMoreAfter && !lines.isEmpty)
        case .last:
            rows = lines
            selected = max(0, rows.count - 1)
            top = max(0, rows.count - height)
            firstIndex = nil
            (hasMoreBefore, hasMoreAfter) = (page.hasMoreBefore && !lines.isEmpty, false)
        case .refresh:
            // All from the anchor on is gone: what is left lies before it.
            if lines.isEmpty, page.hasMoreBefore { return [ask(.last, page: height)] }
            // The person has moved out of what was read meanwhile.
            let isBelow = page.hasMoreAfter && min(rows.count, top + height) > asked.covers.upperBound
            let isAbove = page.hasMoreBefore && top < asked.covers.lowerBound
            if isBelow || isAbove { return [ask(.refresh, page: height)] }
            replace(with: lines, page: page, height: height)
        }
        countFromEnds()
        return settle(page: height)
    }

    mutating func refuse(_ sentence: SafeText) {
        asked = nil
        ahead = []
        fault = sentence
    }

    /// Puts a refreshed window in place of the old one: the selected row keeps its line on the screen.
    private mutating func replace(with lines: [QueueLine], page: QueuePage, height: Int) {
        let old = rows
        let line = selected - top
        let wasAtStart = top == 0 && !hasMoreBefore
        rows = lines
        hasMoreBefore = page.hasMoreBefore && !lines.isEmpty
        hasMoreAfter = page.hasMoreAfter && !lines.isEmpty
        // The selected row, or the nearest after it that is still there, or the nearest before it.
        var found: (old: Int, new: Int)?
        for index in Array(selected..<max(selected, old.count)) + (0..<min(selected, old.count)).reversed() {
            guard let at = lines.firstIndex(where: { $0.row.id == old[index].row.id }) else { continue }
            found = (index, at)
            break
        }
        if let found {
            firstIndex = firstIndex.map { max(0, $0 + found.old - found.new) }
            selected = found.new
        } else {
            selected = min(selected, max(0, lines.count - 1))
        }
        // Who looks at the beginning goes on looking at it: that is where the urgent ones arrive.
        top = wasAtStart && selected < height ? 0 : max(0, selected - line)
    }

    private mutating func dropFront(_ count: Int) {
        guard count > 0 else { return }
        rows.removeFirst(count)
        selected -= count
        top -= count
        firstIndex = firstIndex.map { $0 + count }
        hasMoreBefore = true
    }

    private mutating func dropBack(_ count: Int) {
        guard count > 0 else { return }
        rows.removeLast(count)
        hasMoreAfter = true
    }

    /// Ranks are exact at the ends of the list, whatever came and went between.
    private mutating func countFromEnds() {
        if !hasMoreBefore {
            firstIndex = 0
        } else if let total {
            let most = max(1, total - rows.count - (hasMoreAfter ? 1 : 0))
            firstIndex = hasMoreAfter ? firstIndex.map { min(max(1, $0), most) } : max(1, total - rows.count)
        }
    }
}
