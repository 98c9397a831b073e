extension QueueCursor {
    /// The cursor as one word for a command line. Opaque to whoever carries it; `t<seconds>.<sequence>` or `i<id>`.
    package var text: String {
        switch self {
        case .time(let at, let sequence): "t\(at.seconds).\(sequence)"
        case .id(let id): "i" + id
        }
    }

    /// Nil where the text is no cursor.
    package init?(text: String) {
        let rest = text.dropFirst()
        switch text.first {
        case "t":
            let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let seconds = Int64(parts[0]), let sequence = Int64(parts[1]) else { return nil }
            self = .time(Instant(seconds: seconds), sequence: sequence)
        case "i" where !rest.isEmpty: self = .id(String(rest))
        default: return nil
        }
    }

    /// Whether the cursor is a place in a list of this order.
    package func fits(_ sort: QueueSort) -> Bool {
        switch self {
        case .time: sort != .id
        case .id: sort == .id
        }
    }
}
