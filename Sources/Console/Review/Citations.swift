import Core

extension [Citation] {
    /// With one more; those that overlap or touch it become one with it. In the order of their sources, then lines.
    func adding(_ new: Citation) -> [Citation] {
        var joined = new
        var others: [Citation] = []
        for old in self {
            if old.evidence == new.evidence, old.from - 1 <= joined.to, joined.from - 1 <= old.to {
                joined.from = Swift.min(joined.from, old.from)
                joined.to = Swift.max(joined.to, old.to)
            } else {
                others.append(old)
            }
        }
        // Joining may have grown it into another.
        if joined != new { return others.adding(joined) }
        let place = others.firstIndex { $0.evidence == new.evidence && $0.from > new.from }
        others.insert(
            joined, at: place ?? others.lastIndex { $0.evidence == new.evidence }.map { $0 + 1 } ?? others.count)
        return others
    }

    /// Without the lines given: what is left of a citation around them stays.
    func removing(_ lines: Citation) -> [Citation] {
        flatMap { old -> [Citation] in
            if old.evidence != lines.evidence || old.to < lines.from || lines.to < old.from { return [old] }
            var rest: [Citation] = []
            if old.from < lines.from {
                rest.append(Citation(evidence: old.evidence, from: old.from, to: lines.from - 1))
            }
            if lines.to < old.to { rest.append(Citation(evidence: old.evidence, from: lines.to + 1, to: old.to)) }
            return rest
        }
    }

    /// No more than an `Int` holds.
    private func sum(_ numbers: Int...) -> Int {
        numbers.reduce(0) { sum, number in
            let (total, overflows) = sum.addingReportingOverflow(number)
            return overflows ? .max : total
        }
    }

    /// Lines cited, each once. By intervals, since a passage can be very long; lines count from 1, so nothing overflows but
    /// the sum, which then says "very many".
    var lineCount: Int {
        var count = 0
        var last: Citation?
        for citation in sorted(by: { ($0.evidence, $0.from) < ($1.evidence, $1.from) })
        where citation.to >= citation.from {
            guard let open = last, open.evidence == citation.evidence else {
                count = sum(count, citation.to - citation.from, 1)
                last = citation
                continue
            }
            count = sum(count, Swift.max(0, citation.to - Swift.max(citation.from - 1, open.to)), 0)
            last?.to = Swift.max(open.to, citation.to)
        }
        return count
    }
}

extension DocumentSource {
    /// What a citation calls it; nil for what cannot be cited.
    var citedAs: String? {
        switch self {
        case .evidence(let id): id
        case .reflection: "reflection"
        case .overview: "overview"
        case .whatChanged, .microCredential: nil
        }
    }
}
