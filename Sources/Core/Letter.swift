/// What an earner is told of a decision. Made from a submission by `Letter.init`, which leaves out what no letter may hold:
/// who assessed it, who decided it, and every card that is a draft or still sealed.
package struct Letter: Equatable, Sendable {
    /// Lines of the earner's own text that a judgement points at.
    package struct Passage: Equatable, Sendable {
        /// The title of the evidence, or `Reflection` or `Overview`.
        package var source: String
        package var from: Int
        package var to: Int
        package var lines: [String]
        /// More lines were cited than a letter quotes.
        package var isCut: Bool
    }

    /// One criterion.
    package struct Judgement: Equatable, Sendable {
        package var title: String
        package var description: String
        /// The level's name; nil where the readers gave different ones and nobody settled it.
        package var level: String?
        package var isMet: Bool
        /// The level that is enough.
        package var required: String
        package var requirement: String
        package var comments: [String]
        package var passages: [Passage]
        /// What to change: the level's feedback phrases, where nobody wrote a comment and the level is not enough.
        package var advice: [String]
    }

    package var submission: String
    package var programme: String
    package var microCredential: String
    package var version: Int
    package var issuer: String
    package var credit: [MicroCredential.Credit]
    package var earner: Earner
    package var submittedOn: CivilDate
    package var decidedOn: CivilDate
    package var decision: Decision.Kind
    package var reason: String
    package var attempt: Int
    package var attemptsLeft: Int
    package var judgements: [Judgement]
}

extension Letter {
    /// As many lines of a passage as are quoted.
    package static let longestPassage = 40

    /// - Parameter texts: the earner's texts by evidence id; `reflection` and `overview` are not asked for.
    /// - Returns: nil while there is no decision, or nobody to write to.
    package init?(
        _ detail: SubmissionDetail, policy: Policy, programme: String, zone: ZoneOffset, texts: (String) -> String?
    ) {
        guard let decision = detail.decision, let earner = detail.earner else { return nil }
        func day(_ instant: Instant) -> CivilDate { instant.advanced(bySeconds: Int64(zone(instant))).utcDate }
        let cards = Sight.cardsForEarner(detail, policy: policy)
        let rubric = detail.microCredential.rubric
        let verdict = detail.verdict
        self.init(
            submission: detail.row.id, programme: programme, microCredential: detail.microCredential.name,
            version: detail.microCredential.version, issuer: detail.microCredential.issuer.name,
            credit: decision.kind == .award ? detail.microCredential.credit : [], earner: earner,
            submittedOn: day(detail.row.submittedAt), decidedOn: day(decision.at), decision: decision.kind,
            reason: decision.reason, attempt: detail.row.attempt,
            attemptsLeft: max(0, policy.resubmission.maxAttempts - detail.row.attempt),
            judgements: cards.isEmpty
                ? []
                : rubric.criteria.map { criterion in
                    Judgement(
                        criterion, verdict.level(criterion.id), cards.compactMap { $0.score(criterion.id) }, detail,
                        texts)
                })
    }
}

extension Letter.Judgement {
    /// - Parameters:
    ///   - verdict: the level's id.
    ///   - given: what each reader gave the criterion, in the order in which they began.
    fileprivate init(
        _ criterion: Criterion, _ verdict: String?, _ given: [Score], _ detail: SubmissionDetail,
        _ texts: (String) -> String?
    ) {
        let level = criterion.levels.first { $0.id == verdict }
        // Of a dispute the earner hears the side that was upheld; neither, where both were to be heard.
        let upheld = given.filter { $0.level == verdict }
        let scores = upheld.isEmpty ? given : upheld
        let required = criterion.levels.first { $0.id == criterion.required }
        let isMet = level.map { criterion.isMet(by: $0.id) } ?? false
        var said: Set<String> = []
        let comments = scores.map(\.comment).filter { text in
            text.contains { !$0.isWhitespace } && said.insert(text).inserted
        }
        var seen: Set<Citation> = []
        self.init(
            title: criterion.title, description: criterion.description, level: level?.name, isMet: isMet,
            required: required?.name ?? criterion.required, requirement: required?.description ?? "",
            comments: comments,
            passages: scores.flatMap(\.citations).filter { seen.insert($0).inserted }
                .compactMap { Letter.Passage($0, detail, texts) },
            advice: isMet || !comments.isEmpty ? [] : level?.feedback ?? [])
    }
}

extension Letter.Passage {
    /// Nil where the text is none that can be quoted: a picture, a link, or lines that are not there.
    fileprivate init?(_ citation: Citation, _ detail: SubmissionDetail, _ texts: (String) -> String?) {
        let source: String
        let lines: [String]
        switch citation.evidence {
        case "reflection":
            source = "Reflection"
            lines = CitedLines.of(detail.reflection, citation.from, citation.to)
        case "overview":
            source = "Overview"
            lines = CitedLines.of(answers: detail.overview.map(\.answer), citation.from, citation.to)
        default:
            guard let item = detail.evidence.first(where: { $0.id == citation.evidence }), let text = texts(item.id)
            else { return nil }
            source = item.title
            lines = CitedLines.of(text, citation.from, citation.to)
        }
        if lines.isEmpty { return nil }
        self.init(
            source: source, from: citation.from, to: citation.to, lines: Array(lines.prefix(Letter.longestPassage)),
            isCut: lines.count > Letter.longestPassage)
    }
}
