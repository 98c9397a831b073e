import Core
import Screen
import Text

/// The scorecards that others have handed in, as far as `Sight` has let them through: shown, never changed.
extension ReviewState {
    /// The caller scores here, or has begun to. Where not, there is no card of theirs to show, not even an empty one.
    var hasOwnCard: Bool { isMine || card.version > 0 || isEditing || !unsaved.isEmpty }

    /// Whose scorecards the rubric shows in place of the one being written. The caller's own comes first.
    var reads: [Scorecard] {
        if isMine, card.state == .draft { return [] }
        let others = detail.scorecards.filter { $0.assessor != card.assessor && $0.state == .submitted }
        return others.isEmpty || card.version == 0 ? others : [card] + others
    }

    func readerName(_ read: Scorecard) -> SafeText {
        read.assessor == card.assessor ? "you" : SafeText(untrusted: read.assessor)
    }

    /// What is known of a criterion: by the readers shown, or in the caller's own card.
    func scores(of criterion: String) -> [Score] {
        let reads = reads
        return (reads.isEmpty ? [card] : reads).compactMap { $0.score(criterion) }
    }

    /// The readers give it different levels.
    func differ(on criterion: String) -> Bool { Set(reads.map { $0.score(criterion)?.level }).count > 1 }

    /// Why there is no scorecard on the screen; nil where there is one.
    var absence: SafeText? {
        if hasOwnCard || !reads.isEmpty { return nil }
        switch detail.row.state {
        case .pending, .claimed: return "No scorecard is submitted yet."
        case .secondRead: return "The first read is in and sealed until the second is in."
        case .adjudication, .ready, .awarded, .returned:
            return "Its scorecards are open to its readers and to those who decide."
        case .incomplete: return "It went back unassessed: there is no scorecard to show."
        case .denied: return "It was denied before its scorecards were opened."
        }
    }

    /// `evidence 1 lines 4-9, reflection line 2`: where a person finds what is cited.
    func places(of citations: [Citation]) -> SafeText {
        citations.map { citation in
            let number = detail.evidence.firstIndex { $0.id == citation.evidence }
            let source: SafeText = number.map { "evidence \($0 + 1)" } ?? SafeText(untrusted: citation.evidence)
            let isOne = citation.to <= citation.from
            return isOne ? "\(source) line \(citation.from)" : "\(source) lines \(citation.from)-\(citation.to)"
        }.joined(separator: ", ")
    }
}

/// `ines: meets 5 of 5   jody: not yet 4 of 5   differ on 1`: what the readers say.
func renderReadOutcome(_ review: ReviewState, _ rect: Rect, into frame: inout Frame) {
    let reads = review.reads
    var x = rect.x
    func put(_ text: SafeText, _ style: Style = .text, gap: Int) {
        x = frame.put(text, x: x, y: rect.y, style: style, limit: rect.right) + gap
    }
    for read in reads {
        let (word, counts) = outcomeWords(review.rubric, read)
        put(review.readerName(read).shortened(to: max(4, rect.width / 6)) + ":", gap: 1)
        put(word.text, word.style, gap: 1)
        put(
            reads.count == 1 ? counts : "\(review.rubric.progress(of: read).met) of \(review.rubric.criteria.count)",
            gap: 3)
    }
    let differing = review.rubric.criteria.count { review.differ(on: $0.id) }
    if reads.count > 1 {
        put(differing == 0 ? "they agree" : "differ on \(differing)", Style(differing == 0 ? .good : .warning), gap: 0)
    }
}
