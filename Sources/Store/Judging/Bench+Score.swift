import Core

extension Bench {
    /// Changes the caller's card. Claims the submission where nobody holds it.
    mutating func save(_ changes: [ScoreChange], _ id: String, base: Int?) throws -> Scorecard {
        try caller.require(.score)
        var (record, kept, detail) = try table(id, base: base)
        let (database, sequence) = (database, record.sequence)
        let check = ScoreCheck(detail: detail) { item in
            try database.firstInt(
                "SELECT content FROM evidence_content WHERE submission = ?1 AND evidence = ?2", .int(sequence),
                .text(item)
            ).map { try ContentStore(database: database).read($0, limit: ReadableText.longest) } ?? []
        }
        for change in changes { try check.check(change) }
        let before = kept.card
        for change in changes { kept.card.apply(change, rubric: detail.microCredential.rubric) }
        let changed = Set(changes.map(\.criterion).filter { before.score($0) != kept.card.score($0) })
        if changed.isEmpty { return before }
        kept.card.version += 1
        try Scorecards(database: database)
            .store(kept, submission: record.sequence, person: person, changed: changed, at: now)
        try move(&record, to: record.state, assessor: person, scorer: person)
        // The card may be sealed: which criteria, never what was said of them.
        let card = kept
        try write(.save, record) { json in
            json.array("criteria") { json in
                for criterion in detail.microCredential.rubric.criteria where changed.contains(criterion.id) {
                    json.add(criterion.id)
                }
            }
            json.add("version", card.card.version)
            json.add("sha256", Scorecards.digest(card))
        }
        return kept.card
    }

    /// Hands the card in, for good.
    mutating func submit(_ id: String, base: Int?) throws -> (Scorecard, SubmissionState) {
        try caller.require(.score)
        var (record, kept, detail) = try table(id, base: base)
        let rubric = detail.microCredential.rubric
        let open = rubric.criteria.filter { kept.card.score($0.id)?.level == nil }.map(\.id)
        guard open.isEmpty else {
            throw Refusal.rule("The scorecard for \(id) is unfinished: no level for \(open.joined(separator: ", ")).")
        }
        kept.card.state = .submitted
        kept.card.version += 1
        try Scorecards(database: database).store(
            kept, submission: record.sequence, person: person, changed: [], at: now)
        let others = detail.scorecards.filter { $0.assessor != caller.id && $0.state == .submitted }
        let state = nextState(kept.card, others, rubric)
        try dropClaim(record)
        try move(&record, to: state, assessor: person, scorer: person)
        try count(.scored)
        let card = kept
        try write(.submit, record) { json in
            json.add("version", card.card.version)
            json.add("state", state.rawValue)
            json.add("sha256", Scorecards.digest(card))
        }
        return (kept.card, state)
    }

    /// Where a submission goes once `card` is in beside `others`.
    private func nextState(_ card: Scorecard, _ others: [Scorecard], _ rubric: Rubric) -> SubmissionState {
        if caller.isAlone || policy.scoring.assessors <= 1 { return .ready }
        if others.count + 1 < policy.scoring.assessors { return .secondRead }
        return Verdict(others + [card], nil, rubric: rubric).disputed.isEmpty ? .ready : .adjudication
    }

    /// What is needed to write on a card: the claim, and the card as it is stored.
    private mutating func table(_ id: String, base: Int?) throws -> (
        SubmissionRecord, Scorecards.Kept, SubmissionDetail
    ) {
        // What the caller has handed in is refused as such, before any claim is asked about.
        let standing = try record(id)
        let detail = try Details(database: database, now: now).detail(id)
        let kept = try Scorecards(database: database)
            .kept(
                standing.sequence, id: id, person: person, name: caller.id, rubric: detail.microCredential.rubric)
        guard kept.card.state == .draft else {
            throw Refusal.rule("Your scorecard for \(id) is submitted; it can't change any more.")
        }
        if let base, base != kept.card.version {
            throw Refusal.stale(submission: id, base: base, stored: kept.card.version)
        }
        return (try claim(id).0, kept, detail)
    }
}

/// Whether a change says something that the rubric and the submission know.
struct ScoreCheck {
    let detail: SubmissionDetail
    /// The beginning of an item that is a file, as much as a reader shows.
    let content: (String) throws -> [UInt8]

    func check(_ change: ScoreChange) throws {
        let criterion = try detail.microCredential.rubric.require(change.criterion)
        switch change {
        case .level(_, nil): break
        case .comment(_, let comment):
            let count = comment.unicodeScalars.count
            guard count <= Score.longestComment else {
                throw Refusal.rule("A comment holds \(Score.longestComment) characters; this one has \(count).")
            }
        case .level(_, let level?): try criterion.requireLevel(level)
        case .citations(_, let citations): for citation in citations { try check(citation) }
        }
    }

    private func check(_ citation: Citation) throws {
        let last: Int?
        switch citation.evidence {
        case "reflection": last = ReadableText.lineCount(detail.reflection)
        case "overview": last = max(1, detail.overview.lineCount)
        default:
            guard let item = detail.evidence.first(where: { $0.id == citation.evidence }) else {
                let known = (detail.evidence.map(\.id) + ["reflection", "overview"]).joined(separator: ", ")
                throw Refusal.rule("There is no evidence \(citation.evidence) to cite; there is \(known).")
            }
            switch item.body {
            case .text(let text): last = ReadableText.lineCount(text)
            case .content where ReadableText.isReadable(item.kind):
                last = ReadableText.lineCount(String(decoding: try content(item.id), as: UTF8.self))
            // A card is shown of it: it has no lines, and is cited whole.
            case .content, .link: last = nil
            }
        }
        guard citation.from >= 1, citation.to >= citation.from, citation.to <= last ?? 1 else {
            let known = last.map { "are no lines of it; they count from 1 to \($0)" }
            throw Refusal.rule(
                "\(citation.evidence):\(citation.from)-\(citation.to) \(known ?? "are lines of what has none; cite it whole, as 1-1")."
            )
        }
    }
}
