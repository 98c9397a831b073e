/// What an audit has found, with the places in the log that it points to.
struct AuditProblems {
    /// One sentence is enough to know that something is wrong; a store that was rewritten would have millions.
    static let most = 100

    /// Number of the event after the last that there is.
    let next: Int64
    private(set) var sentences: [String] = []
    private(set) var count = 0
    /// Lowest number of an event that says otherwise than the tables, whatever may be missing after it.
    private var contradicted: Int64?
    /// Lowest number of an event that a later one, now missing, may have made stale.
    private var stale: Int64?
    private var isEventMissing = false

    init(next: Int64) { self.next = next }

    /// What the tables hold and no event has brought in.
    mutating func missing(_ sentence: @autoclosure () -> String) {
        isEventMissing = true
        add(sentence)
    }

    /// What an event has recorded in other words than the tables have it.
    mutating func contradicts(_ n: Int64, _ sentence: @autoclosure () -> String) {
        contradicted = min(contradicted ?? n, n)
        add(sentence)
    }

    /// What was so after an event, and is not so any more, without another event that says why.
    mutating func isStale(_ n: Int64, _ sentence: @autoclosure () -> String) {
        stale = min(stale ?? n, n)
        add(sentence)
    }

    /// What events have brought in and the tables don't have, in the order of the events.
    mutating func gone<Event>(
        _ left: [String: Event], _ n: KeyPath<Event, Int64>, _ sentence: (String, Int64) -> String
    ) {
        for (name, event) in left.sorted(by: { $0.value[keyPath: n] < $1.value[keyPath: n] }) {
            let n = event[keyPath: n]
            contradicts(n, sentence(name, n))
        }
    }

    /// What the chain itself says; its place is known.
    mutating func chain(_ sentence: String) { add { sentence } }

    /// Where the record breaks; nil where it doesn't. Where events are missing for sure, what they may have changed is no
    /// fault of the events before them.
    var place: Int64? {
        if let contradicted { return contradicted }
        return isEventMissing ? next : stale
    }

    /// The sentences, and one that says how many more there are.
    var all: [String] {
        count > sentences.count ? sentences + ["and \(count - sentences.count) more."] : sentences
    }

    private mutating func add(_ sentence: () -> String) {
        count += 1
        if sentences.count < AuditProblems.most { sentences.append(sentence()) }
    }
}
