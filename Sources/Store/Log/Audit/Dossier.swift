import Core

/// What the events about one submission, taken in their order, say must be in the tables.
struct Dossier {
    struct Card {
        var n: Int64
        var at: Int64
        var version: Int64
        var sha256: String
    }
    struct Ruling {
        var n: Int64
        var at: Int64
        var who: String
        var kind: String
        var reason: String
    }
    struct Settlement {
        var n: Int64
        var at: Int64
        var who: String
        var reason: String
        /// By criterion.
        var levels: [String: String]
    }
    /// Taking the submission in: number and detail.
    var imported: (n: Int64, detail: [UInt8])?
    /// Each assessor's last.
    var cards: [String: Card] = [:]
    var ruling: Ruling?
    var settlement: Settlement?
    /// By who reported it.
    var leaks: [String: (n: Int64, at: Int64)] = [:]
    /// When the letter about the ruling went out.
    var letter: (n: Int64, at: Int64)?
    var holder: (n: Int64, at: Int64, who: String)?
    /// Who wrote on a card last.
    var scorer: String?
    /// Where it is while nobody holds it; nil where an event that this program does not know may have moved it.
    var resting: (n: Int64, state: SubmissionState?)
    var assigned: [(n: Int64, who: String, until: String)] = []
    /// By session: why it is kept back.
    var held: [String: (n: Int64, reason: String?)] = [:]
    /// By session: when it was signed.
    var signed: [String: (n: Int64, at: Int64)] = [:]

    init() { resting = (0, .pending) }

    var state: SubmissionState? {
        guard let state = resting.state else { return nil }
        return holder != nil && state == .pending ? .claimed : state
    }

    mutating func take(_ event: AuditEvent) {
        // The one kind that there are as many of as submissions: compared as text, never taken apart.
        if event.kind == .importSubmission {
            if imported == nil { imported = (event.n, event.detail) }
            resting.n = event.n
            return
        }
        let fields = event.fields
        func text(_ key: String) -> String { fields?[key]?.text ?? "" }
        let moved = fields?["state"]?.text.flatMap(SubmissionState.init(rawValue:))
        switch event.kind {
        case .claim: holder = (event.n, event.at, event.who)
        case .release, .lapse: holder = nil
        case .takeOver: holder = fields?["to"]?.text.map { (event.n, event.at, $0) }
        case .save, .submit:
            scorer = event.who
            cards[event.who] = Card(
                n: event.n, at: event.at, version: fields?["version"]?.number ?? 0, sha256: text("sha256"))
            if event.kind == .submit {
                holder = nil
                resting = (event.n, moved)
            }
        case .decide:
            holder = nil
            ruling = Ruling(
                n: event.n, at: event.at, who: event.who, kind: text("decision"), reason: text("reason"))
            resting = (event.n, Decision.Kind(rawValue: text("decision"))?.state)
            if let batch = fields?["batch"]?.text { signed[batch] = (event.n, event.at) }
        case .adjudicate:
            let scores = fields?["scores"]?.items ?? []
            settlement = Settlement(
                n: event.n, at: event.at, who: event.who, reason: text("reason"),
                levels: Dictionary(
                    scores.map { ($0["criterion"]?.text ?? "", $0["level"]?.text ?? "") }, uniquingKeysWith: { $1 }))
            resting = (event.n, moved)
        case .leak: leaks[event.who] = (event.n, event.at)
        case .undecide:
            ruling = nil
            letter = nil
            resting = (event.n, moved)
        case .exportLetter: letter = (event.n, event.at)
        case .assign: assigned.append((event.n, text("person"), text("until")))
        case .unassign: _ = assigned.popLast()
        case .batchHold: held[text("batch")] = (event.n, text("reason"))
        case .batchUnhold: held[text("batch")] = (event.n, nil)
        // Of a kind that came later: where it says which state follows, that is known.
        default: resting = (event.n, moved)
        }
    }
}
