import Core

/// The scorecard as it is stored, and what is on its way there.
///
/// One save is under way at a time: its answer brings the version that the next one builds on. Whatever else was asked for
/// waits, in order, and is worked out only when its turn comes, from the card as it then is.
struct Ledger: Equatable, Sendable {
    enum Intent: Equatable, Sendable {
        case change(ScoreChange)
        /// A comment that was being written: saved as it is now; with `since`, the writing is over and one step of undo goes
        /// back to that.
        case comment(criterion: String, String, since: String?)
        case append(criterion: String, phrase: String)
        case cite(criterion: String, Citation)
        case uncite(criterion: String, Citation)
        case undo, redo
        case submit, release, leave
    }
    struct Step: Equatable, Sendable {
        var forward: ScoreChange
        var backward: ScoreChange
    }
    enum Way: Equatable, Sendable { case new(Step), quiet, undo(Step), redo(Step) }
    struct Flight: Equatable, Sendable {
        var change: ScoreChange
        var way: Way
    }
    /// What comes next, for the review to perform.
    enum Next: Equatable, Sendable {
        case save(ScoreChange, base: Int)
        case submit(base: Int)
        case release, leave
        /// Nothing was to be changed.
        case idle(Idle)
    }
    enum Idle: Equatable, Sendable {
        case same(ScoreChange), nothingToUndo, nothingToRedo, quiet
        /// Stored in passing already: what was written, and what undo goes back to.
        case stored(Step)
    }

    let rubric: Rubric
    private(set) var card: Scorecard
    private(set) var flight: Flight?
    /// A submit or a release has been asked for and is not answered.
    private(set) var isParting = false
    private var waiting: [Intent] = []
    private var done: [Step] = []
    private var undone: [Step] = []

    init(card: Scorecard, rubric: Rubric) {
        self.card = card
        self.rubric = rubric
    }

    var isQuiet: Bool { flight == nil && waiting.isEmpty && !isParting }

    mutating func want(_ intent: Intent) { waiting.append(intent) }

    /// The next thing to do, where nothing is under way.
    mutating func next() -> Next? {
        guard flight == nil, !isParting, !waiting.isEmpty else { return nil }
        switch waiting.removeFirst() {
        case .change(let change): return launch(change, way: nil)
        case .comment(let criterion, let text, let since):
            let change = ScoreChange.comment(criterion: criterion, text)
            guard let since else { return launch(change, way: .quiet) }
            let step = Step(forward: change, backward: .comment(criterion: criterion, since))
            if card.inverse(of: change) == change {
                if since == text { return .idle(.quiet) }
                remember(step)
                return .idle(.stored(step))
            }
            return launch(change, way: .new(step))
        case .append(let criterion, let phrase):
            let old = card.score(criterion)?.comment ?? ""
            let gap = old.isEmpty || old.hasSuffix("\n") ? "" : "\n"
            return launch(.comment(criterion: criterion, old + gap + phrase), way: nil)
        case .cite(let criterion, let citation):
            return launch(.citations(criterion: criterion, citations(of: criterion).adding(citation)), way: nil)
        case .uncite(let criterion, let citation):
            return launch(.citations(criterion: criterion, citations(of: criterion).removing(citation)), way: nil)
        case .undo:
            guard let step = done.popLast() else { return .idle(.nothingToUndo) }
            return launch(step.backward, way: .undo(step))
        case .redo:
            guard let step = undone.popLast() else { return .idle(.nothingToRedo) }
            return launch(step.forward, way: .redo(step))
        case .submit:
            isParting = true
            return .submit(base: card.version)
        case .release:
            isParting = true
            return .release
        case .leave: return .leave
        }
    }

    private func citations(of criterion: String) -> [Citation] { card.score(criterion)?.citations ?? [] }

    private mutating func launch(_ change: ScoreChange, way: Way?) -> Next {
        let before = card.inverse(of: change)
        let flight = Flight(change: change, way: way ?? .new(Step(forward: change, backward: before)))
        if before == change {
            settle(flight, isNew: false)
            return .idle(way == .quiet ? .quiet : .same(change))
        }
        self.flight = flight
        return .save(change, base: card.version)
    }

    /// A save was answered by the card as it is stored now.
    /// - Returns: what was under way.
    @discardableResult
    mutating func acknowledge(_ stored: Scorecard) -> Flight? {
        card = stored
        guard let landed = flight else { return nil }
        flight = nil
        settle(landed, isNew: true)
        return landed
    }

    private mutating func settle(_ flight: Flight, isNew: Bool) {
        switch flight.way {
        case .new(let step): if isNew, step.forward != step.backward { remember(step) }
        case .quiet: break
        case .undo(let step): undone.append(step)
        case .redo(let step): done.append(step)
        }
    }

    private mutating func remember(_ step: Step) {
        done.append(step)
        undone = []
    }

    /// A save, a submit or a release was refused: what waited was meant for a card that never came to be.
    /// - Returns: the comments that were not stored, the newest last.
    mutating func refuse() -> [(criterion: String, text: String)] {
        var lost: [(criterion: String, text: String)] = []
        if case .comment(let criterion, let text) = flight?.change { lost.append((criterion, text)) }
        for case .comment(let criterion, let text, _) in waiting { lost.append((criterion, text)) }
        // A step that could not be taken back is still there to be taken back.
        switch flight?.way {
        case .undo(let step): done.append(step)
        case .redo(let step): undone.append(step)
        default: break
        }
        flight = nil
        waiting = []
        isParting = false
        return lost
    }

    /// The card was read anew: what was done before cannot be taken back safely.
    mutating func replace(_ card: Scorecard) {
        self.card = card
        flight = nil
        waiting = []
        isParting = false
        done = []
        undone = []
    }

    /// Everything that waits, sent at once, on the promise that each save will be answered: for when there is no time. Every
    /// save carries one change, and each moves the version by one.
    mutating func drain() -> [Next] {
        var all: [Next] = []
        while true {
            while let next = next() {
                if case .save = next { all.append(next) }
            }
            guard let flight else { return all }
            var foreseen = card
            foreseen.apply(flight.change, rubric: rubric)
            foreseen.version += 1
            acknowledge(foreseen)
        }
    }

    /// The card as it will be when all that is asked for has been stored. To work with, never to show.
    var foreseen: Scorecard {
        var copy = self
        _ = copy.drain()
        return copy.card
    }
}
