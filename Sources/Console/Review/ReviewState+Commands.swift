import Core
import Screen
import Text

extension ReviewState {
    mutating func run(_ command: Command, _ turn: inout Turn) {
        if let number = command.levelNumber { return setLevel(number, &turn) }
        if command != .back { isLeaving = false }
        switch command {
        case .back: back(&turn)
        case .nextPane: focus(on: focus.next(1))
        case .previousPane: focus(on: focus.next(-1))
        case .down: scroll(lines: 1, turn)
        case .up: scroll(lines: -1, turn)
        case .pageDown: scroll(pages: 1, turn)
        case .pageUp: scroll(pages: -1, turn)
        case .top: scrollToEnd(false, turn)
        case .bottom: scrollToEnd(true, turn)
        case .nextEvidence: turnEvidence(1, &turn)
        case .previousEvidence: turnEvidence(-1, &turn)
        case .nextCriterion: moveCriterion(1, &turn)
        case .previousCriterion: moveCriterion(-1, &turn)
        case .comment: openComment(&turn)
        case .phrases: openPhrases(&turn)
        case .mark: openMarking(&turn)
        case .cite: turn.say("\(turn.key(.mark)) marks lines first.")
        case .edit: editOutside(&turn)
        case .undo: if mayChange(&turn) { want(.undo, &turn) }
        case .redo: if mayChange(&turn) { want(.redo, &turn) }
        case .submit: askSubmit(&turn)
        case .release: askRelease(&turn)
        case .reportLeak: askLeak(&turn)
        case .compare: compare(&turn)
        case .overview: showSide(.overview, &turn)
        case .whatChanged: showSide(.whatChanged, &turn)
        case .microCredential: showSide(.microCredential, &turn)
        case .zoom: isZoomed.toggle()
        default: break
        }
    }

    mutating func press(_ key: Key, _ turn: inout Turn) {
        switch mode {
        case .reading: break
        case .comment(let session): write(key, session, &turn)
        case .phrases(let menu): choose(key, menu, &turn)
        case .marking(let marking): mark(key, marking, &turn)
        case .confirming(let confirmation): answer(key, confirmation, &turn)
        case .leaking(let line): reason(key, line, &turn)
        }
    }

    /// Out of what was opened last; then out of the review, when all is stored.
    private mutating func back(_ turn: inout Turn) {
        if sideText != nil {
            sideText = nil
        } else if comparison != nil {
            comparison = nil
        } else if isZoomed {
            isZoomed = false
        } else if unsaved.contains(where: { kept[$0.key] != $0.value }), !isLeaving {
            isLeaving = true
            turn.fail(
                "A comment is not saved: \(turn.key(.comment)) shows it, \(turn.key(.back)) again leaves and keeps it in a file."
            )
        } else {
            if !unsaved.isEmpty { keepUnsaved(&turn) }
            savePlace(&turn)
            want(.leave, &turn)
        }
    }

    /// The rubric is of another height where it has the keys: the current criterion comes into view again.
    mutating func focus(on pane: ReviewPane) {
        wantsCriterion = true
        focus = pane
    }

    private mutating func setLevel(_ number: Int, _ turn: inout Turn) {
        guard let current, mayChange(&turn) else { return }
        guard number <= current.levels.count else {
            let levels = Numbers.counted(current.levels.count, "level", "levels")
            return turn.fail("\(untrusted: current.title) has \(levels): there is no level \(number).")
        }
        want(.change(.level(criterion: current.id, current.levels[number - 1].id)), &turn)
    }

    private mutating func moveCriterion(_ delta: Int, _ turn: inout Turn) {
        let next = criterion + delta
        guard rubric.criteria.indices.contains(next) else {
            return turn.say(delta > 0 ? "This is the last criterion." : "This is the first criterion.")
        }
        criterion = next
        wantsCriterion = true
    }
}

extension ReviewPane {
    func next(_ delta: Int) -> ReviewPane {
        let all = ReviewPane.allCases
        let here = all.firstIndex(of: self) ?? 0
        return all[(here + delta + all.count) % all.count]
    }
}
