import Core

/// Several streams read as one sorted list: a lazy merge. Costs a seek a stream, and then only what is consumed.
struct QueueWalk {
    private let database: any Database
    private let ascending: Bool
    private var streams: [QueueStream]
    /// A heap of the streams that are not at their end, by their next item.
    private var heap: [(key: QueueKey, stream: Int)] = []
    private var isPrimed = false
    /// Lapsed submissions, in the order of the walk: they come from here and never from a stream.
    private var lapsed: [QueueStream.Item]
    private let skip: Set<Int64>
    private let probe: SequenceSet?

    init(
        _ database: any Database, scopes: [QueueStream.Scope], order: QueueOrder, start: QueueStream.Start?,
        lapsed: [QueueStream.Item], skip: Set<Int64>, probe: SequenceSet?, window: Int
    ) {
        self.database = database
        ascending = order.ascending
        self.skip = skip
        self.probe = probe
        // With many streams each will give only a few of the window's rows.
        let piece = scopes.count <= 1 ? window : min(window, max(2, 2 * window / scopes.count))
        streams = scopes.map { QueueStream($0, order: order, start: start, piece: piece) }
        let ahead = lapsed.filter { item in
            guard probe?.contains(item.sequence) ?? true else { return false }
            guard let start else { return true }
            if item.key == start.key { return start.inclusive }
            return order.ascending ? item.key > start.key : item.key < start.key
        }
        // Kept back to front, so that the next one is the last.
        self.lapsed = ahead.sorted { order.ascending ? $0.key > $1.key : $0.key < $1.key }
    }

    mutating func next() throws -> QueueStream.Item? {
        try prime()
        while let top = heap.first {
            if let late = lapsed.last, comes(late.key, before: top.key) { return lapsed.removeLast() }
            guard let item = try streams[top.stream].peek(database) else { return nil }
            streams[top.stream].advance()
            try settleTop()
            if skip.contains(item.sequence) || !(probe?.contains(item.sequence) ?? true) { continue }
            return item
        }
        return lapsed.popLast()
    }

    private func comes(_ left: QueueKey, before right: QueueKey) -> Bool { ascending ? left < right : left > right }

    private mutating func prime() throws {
        if isPrimed { return }
        isPrimed = true
        for index in streams.indices {
            if let item = try streams[index].peek(database) { heap.append((item.key, index)) }
        }
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sift(index) }
    }

    /// The top stream has moved on: put it where it belongs now.
    private mutating func settleTop() throws {
        let stream = heap[0].stream
        if let item = try streams[stream].peek(database) {
            heap[0].key = item.key
        } else {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        if !heap.isEmpty { sift(0) }
    }

    private mutating func sift(_ from: Int) {
        var at = from
        while true {
            var first = at
            for child in [2 * at + 1, 2 * at + 2] where child < heap.count {
                if comes(heap[child].key, before: heap[first].key) { first = child }
            }
            if first == at { return }
            heap.swapAt(at, first)
            at = first
        }
    }
}
