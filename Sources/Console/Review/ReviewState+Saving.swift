import Core
import Text

/// What was asked for on its way to the store and back.
extension ReviewState {
    mutating func want(_ intent: Ledger.Intent, _ turn: inout Turn) {
        ledger.want(intent)
        pump(&turn)
    }

    /// Starts what waits, as far as nothing is under way.
    mutating func pump(_ turn: inout Turn) {
        while let next = ledger.next() { perform(next, &turn) }
    }

    func perform(_ next: Ledger.Next, _ turn: inout Turn) {
        switch next {
        case .save(let change, let base): turn.effects.append(.save([change], submission: id, base: base))
        case .submit(let base): turn.effects.append(.submit(id, base: base))
        case .release: turn.effects.append(.release(id))
        case .leave: turn.leaves = true
        case .idle(.quiet): break
        case .idle(.nothingToUndo): turn.say("There is nothing to take back.")
        case .idle(.nothingToRedo): turn.say("There is nothing to make again.")
        case .idle(.stored(let step)):
            if let criterion = rubric.criterion(step.forward.criterion) {
                let what = comment(from: step.backward, to: step.forward)
                turn.say(said(of: criterion, what: what, key: "\(turn.key(.undo)) undo", turn))
            }
            turn.effects.append(.refresh(id))
        case .idle(.same(let change)):
            // As far as is known: the store is asked, and says so where it is otherwise.
            if let words = same(change) { turn.say(words) }
            turn.effects.append(.refresh(id))
        }
    }

    private func same(_ change: ScoreChange) -> SafeText? {
        guard let criterion = rubric.criterion(change.criterion) else { return nil }
        let title = SafeText(untrusted: criterion.title)
        switch change {
        case .level(_, let level): return "\(title): is \(levelName(level, of: criterion)) already"
        case .comment: return "\(title): the comment is so already"
        case .citations: return "\(title): nothing new to cite"
        }
    }

    mutating func saved(_ stored: Scorecard, _ turn: inout Turn) {
        let before = card
        if let flight = ledger.acknowledge(stored) {
            if case .comment(let criterion, let text) = flight.change {
                unsaved[criterion] = nil
                kept[criterion] = nil
                if case .comment(var session) = mode, session.criterion == criterion {
                    session.stored = text
                    mode = .comment(session)
                }
            }
            if let words = words(for: flight, before: before, turn) {
                // The question's own line says how to answer it; it must not be covered by what was done before.
                if !isConfirming { turn.say(words) }
                if flight.way.isUndoOrRedo {
                    criterion = rubric.criteria.firstIndex { $0.id == flight.change.criterion } ?? criterion
                }
            }
        }
        pump(&turn)
    }

    /// `Checks are run: Not Met -> Developing   saved   u undo`. Nil for what is saved in passing.
    private func words(for flight: Ledger.Flight, before: Scorecard, _ turn: Turn) -> SafeText? {
        guard flight.way != .quiet, let criterion = rubric.criterion(flight.change.criterion) else { return nil }
        let old = before.score(criterion.id) ?? Score(criterion: criterion.id)
        let new = card.score(criterion.id) ?? Score(criterion: criterion.id)
        let what: SafeText =
            switch flight.change {
            case .level: "\(levelName(old.level, of: criterion)) -> \(levelName(new.level, of: criterion))"
            case .comment:
                // One that was saved in passing has come from where its writing began.
                if case .new(let step) = flight.way {
                    comment(from: step.backward, to: step.forward)
                } else {
                    comment(from: old.comment, to: new.comment)
                }
            case .citations: "\(cited(old)) -> \(cited(new))"
            }
        let (head, key): (SafeText, SafeText) =
            switch flight.way {
            case .undo: ("Taken back: ", "\(turn.key(.redo)) redo")
            case .redo: ("Made again: ", "\(turn.key(.undo)) undo")
            default: (.empty, "\(turn.key(.undo)) undo")
            }
        return said(of: criterion, head: head, what: what, key: key, turn)
    }

    /// A long title gives way: what changed from what to what is never cut.
    private func said(
        of criterion: Criterion, head: SafeText = .empty, what: SafeText, key: SafeText, _ turn: Turn
    ) -> SafeText {
        let tail: SafeText = ": \(what)   saved   \(key)"
        let title = SafeText(untrusted: criterion.title)
        return head + title.shortened(to: max(8, turn.size.columns - head.width - tail.width)) + tail
    }

    private func comment(from old: ScoreChange, to new: ScoreChange) -> SafeText {
        guard case .comment(_, let old) = old, case .comment(_, let new) = new else { return "comment" }
        return comment(from: old, to: new)
    }

    private func comment(from old: String, to new: String) -> SafeText {
        func words(_ text: String) -> SafeText {
            let count = text.split(whereSeparator: \.isWhitespace).count
            return text.isEmpty ? "none" : Numbers.counted(count, "word", "words")
        }
        return "comment \(words(old)) -> \(words(new))"
    }

    private func cited(_ score: Score) -> SafeText {
        let count = score.citations.lineCount
        return count == 0 ? "nothing cited" : Numbers.counted(count, "line", "lines") + " cited"
    }

    func levelName(_ id: String?, of criterion: Criterion) -> SafeText {
        guard let id else { return "no level" }
        return SafeText(untrusted: criterion.levels.first { $0.id == id }?.name ?? id)
    }

    /// A save, a submit or a release was refused. Comments that were on their way are kept.
    mutating func refusedToStore(_ refusal: Refusal, _ turn: inout Turn) {
        for lost in ledger.refuse() { unsaved[lost.criterion] = lost.text }
        if case .comment(var session) = mode {
            session.stored = comment(of: session.criterion)
            session.sent = session.stored
            mode = .comment(session)
        }
        if let sentAtLast {
            unsaved.merge(sentAtLast) { $1 }
            return keepUnsaved(&turn)
        }
        var kept: SafeText = .empty
        if case .comment = mode {
            kept = " What you write stays here, not saved."
        } else if !unsaved.isEmpty {
            let isHere = current.map { unsaved[$0.id] != nil } ?? false
            let other = !isHere ? rubric.criteria.firstIndex { unsaved[$0.id] != nil } : nil
            kept =
                other.map { " What you wrote on criterion \($0 + 1) is still here, not saved." }
                ?? " What you wrote is still here, not saved: \(turn.key(.comment)) shows it."
        }
        switch refusal {
        case .stale:
            turn.fail("This scorecard was changed elsewhere: it has been read anew, nothing was overwritten." + kept)
            turn.effects.append(.open(id, claiming: false))
        case .rule, .role:
            turn.fail(SafeText(untrusted: refusal.sentence) + kept)
            // The claim may be gone: what is so now is shown.
            turn.effects.append(.open(id, claiming: false))
        case .store: turn.fail(SafeText(untrusted: refusal.sentence) + kept)
        }
    }
}

extension Ledger.Way {
    fileprivate var isUndoOrRedo: Bool {
        switch self {
        case .undo, .redo: true
        case .new, .quiet: false
        }
    }
}
