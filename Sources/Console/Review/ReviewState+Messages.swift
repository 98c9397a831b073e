import Core
import Screen
import Text

/// What happens without a key.
extension ReviewState {
    mutating func hear(_ message: Message, _ turn: inout Turn) {
        switch message {
        case .documentLoaded(let document, let source): loaded(document, source)
        case .storeChanged: turn.effects.append(.refresh(id))
        case .refreshed(let live): if live.scorecard.submission == id { refreshed(live, &turn) }
        case .saved(let card, _): if card.submission == id { saved(card, &turn) }
        case .submitted(let card, let state): if card.submission == id { submitted(card, state: state, &turn) }
        case .claimed(let claim):
            if claim.submission == id {
                detail.claim = claim
                lastRenewal = turn.now
            }
        case .released(let submission): released(submission, &turn)
        case .leakReported(let leak, let submission): reported(leak, submission, &turn)
        case .previousLoaded(let previous, let documents): previousLoaded(previous, documents, &turn)
        case .editorReturned(let text): returned(text, &turn)
        case .timer(let timer):
            running.remove(timer)
            switch timer {
            case .commentIdle: saveCommentInPassing(&turn)
            case .placeIdle: savePlace(&turn)
            }
        case .hangUp: hangUp(&turn)
        case .refused(let refusal, let request): refused(refusal, request, &turn)
        default: break
        }
    }

    private mutating func refused(_ refusal: Refusal, _ request: Request, _ turn: inout Turn) {
        switch request {
        case .save, .submit, .release: refusedToStore(refusal, &turn)
        case .claim:
            turn.fail(SafeText(untrusted: refusal.sentence))
            if case .store = refusal { return }
            isMine = false
        case .document: couldNotLoad(refusal, &turn)
        case .editor:
            outside = nil
            turn.fail(SafeText(untrusted: refusal.sentence))
        default: turn.fail(SafeText(untrusted: refusal.sentence))
        }
    }

    /// The same submission was read anew: the card and the claim as they are now, everything else where it was.
    mutating func reopen(_ opening: Opening, _ turn: inout Turn) {
        detail = opening.detail
        tallest = nil
        isMine = opening.isMine
        for (source, document) in opening.documents where documents[source] != document {
            documents[source] = document
            readings[source] = nil
        }
        replace(opening.scorecard)
        criterion = min(criterion, max(0, rubric.criteria.count - 1))
        evidenceIndex = min(evidenceIndex, max(0, detail.evidence.count - 1))
        if case .confirming = mode { mode = .reading }
        load(&turn)
    }
}
