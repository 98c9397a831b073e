import Core

extension QueueState {
    /// Runs a command that depends on what is selected: now, or when the rows it needs are there.
    mutating func run(_ command: Command, page: Int) -> [Effect] {
        // An end is an end wherever one starts from: what was typed before no longer matters.
        if command == .top || command == .bottom { ahead = [] }
        ahead.append(command)
        return settle(page: page)
    }

    /// Runs what waits as far as the rows go, asks for what is missing, and reads ahead.
    mutating func settle(page: Int) -> [Effect] {
        var effects: [Effect] = []
        while let command = ahead.first {
            // `top` and `bottom` ask for their own end; everything else waits for the list that was asked for.
            if isReplacing || !isLoaded {
                if let purpose = missing(for: command), purpose == .first || purpose == .last, isLoaded,
                    asked?.purpose != purpose
                {
                    effects.append(ask(purpose, page: page))
                }
                break
            }
            if let purpose = missing(for: command, page: page) {
                if asked?.purpose != purpose { effects.append(ask(purpose, page: page)) }
                break
            }
            ahead.removeFirst()
            effects += perform(command, page: page)
        }
        clamp(page: page)
        if asked == nil, isStale { effects.append(refresh(page: page)) }
        if asked == nil, isLoaded { effects += readAhead(page: page) }
        return effects
    }

    /// Which end a command goes to.
    private func missing(for command: Command) -> Purpose? {
        switch command {
        case .top: .first
        case .bottom: .last
        default: nil
        }
    }

    /// What must be read before the command can land; nil where the rows are there.
    private func missing(for command: Command, page: Int) -> Purpose? {
        switch command {
        case .down where hasMoreAfter && selected + 1 >= rows.count: .append
        case .pageDown where hasMoreAfter && top + 2 * page > rows.count: .append
        case .up where hasMoreBefore && selected == 0: .prepend
        case .pageUp where hasMoreBefore && top < page: .prepend
        case .top where hasMoreBefore: .first
        case .bottom where hasMoreAfter: .last
        default: nil
        }
    }

    private mutating func perform(_ command: Command, page: Int) -> [Effect] {
        let last = max(0, rows.count - 1)
        switch command {
        case .down: selected = min(last, selected + 1)
        case .up: selected = max(0, selected - 1)
        case .pageDown:
            selected = min(last, selected + page)
            top = min(max(top, rows.count - page), top + page)
        case .pageUp:
            selected = max(0, selected - page)
            top = max(0, top - page)
        case .top: (selected, top) = (0, 0)
        case .bottom: selected = last
        case .open:
            guard let row = selectedRow else { return [] }
            // Nothing to claim where the judging is over: it opens to be read.
            let isClaimable = [.pending, .claimed, .secondRead].contains(row.state)
            return [.open(row.id, claiming: isClaimable)]
        case .look:
            guard let row = selectedRow else { return [] }
            return [.open(row.id, claiming: false)]
        default: break
        }
        clamp(page: page)
        return []
    }

    /// Keeps the selection inside the rows and on the screen, and the screen full where there are rows to fill it.
    mutating func clamp(page: Int) {
        let page = max(1, page)
        selected = min(max(0, selected), max(0, rows.count - 1))
        if !hasMoreAfter { top = min(top, max(0, rows.count - page)) }
        top = max(0, min(top, selected))
        if selected >= top + page { top = selected - page + 1 }
    }

    /// Selects the row on a line of the screen.
    mutating func select(line: Int, page: Int) -> [Effect] {
        guard !isReplacing, ahead.isEmpty, line >= 0, line < page, rows.indices.contains(top + line) else { return [] }
        selected = top + line
        return settle(page: page)
    }

    /// Reads on before the window's edge is reached.
    private mutating func readAhead(page: Int) -> [Effect] {
        if hasMoreAfter, rows.count < top + 2 * page { return [ask(.append, page: page)] }
        if hasMoreBefore, top < page { return [ask(.prepend, page: page)] }
        return []
    }
}
