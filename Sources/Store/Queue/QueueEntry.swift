import Core

/// A submission's place in each sorted list.
struct QueueEntry: Equatable {
    var sequence: Int64
    var id: String
    var submittedAt: Int64
    var dueAt: Int64

    func key(_ sort: QueueSort) -> QueueKey {
        switch sort {
        case .due: QueueKey(time: dueAt, sequence: sequence, id: "")
        case .submitted: QueueKey(time: submittedAt, sequence: sequence, id: "")
        case .id: QueueKey(time: 0, sequence: 0, id: id)
        }
    }
}

/// What a list is ordered by: a time and then the order of arrival, or the id alone. The other part is the same in all keys.
struct QueueKey: Comparable {
    var time: Int64
    var sequence: Int64
    var id: String

    /// Keeps what `sort` orders by.
    init(time: Int64, sequence: Int64, id: String, _ sort: QueueSort) {
        self.init(
            time: sort == .id ? 0 : time, sequence: sort == .id ? 0 : sequence, id: sort == .id ? id : "")
    }

    init(time: Int64, sequence: Int64, id: String) {
        self.time = time
        self.sequence = sequence
        self.id = id
    }

    static func < (left: QueueKey, right: QueueKey) -> Bool {
        if left.time != right.time { return left.time < right.time }
        if left.sequence != right.sequence { return left.sequence < right.sequence }
        // By bytes, as the index orders them; ids are ASCII.
        return left.id < right.id
    }
}

/// Both ends of a part of a list, themselves included.
struct QueueSpan: Equatable {
    var from: QueueKey
    var to: QueueKey
}

extension QueueCursor {
    /// Nil where the cursor belongs to a list sorted otherwise.
    func key(_ sort: QueueSort) -> QueueKey? {
        switch (self, sort) {
        case (.time(let at, let sequence), .due), (.time(let at, let sequence), .submitted):
            QueueKey(time: at.seconds, sequence: sequence, id: "")
        case (.id(let id), .id): QueueKey(time: 0, sequence: 0, id: id)
        default: nil
        }
    }
}
