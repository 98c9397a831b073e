import Core
import Text

/// Comments that the store does not take: somebody else holds the claim, the comment was changed elsewhere, the store is
/// gone. They stay where they were written, and go into a file when the person is through with them.
extension ReviewState {
    /// Sets a comment aside, with why it is not saved.
    mutating func setAside(_ criterion: String, _ text: String, why: SafeText, _ turn: inout Turn) {
        unsaved[criterion] = text
        turn.fail("Not saved: " + why)
        keepUnsaved(&turn)
    }

    /// Each text once: what lies in a file already needs no second one.
    mutating func keepUnsaved(_ turn: inout Turn) {
        for criterion in rubric.criteria.map(\.id) {
            guard let text = unsaved[criterion], kept[criterion] != text else { continue }
            kept[criterion] = text
            turn.effects.append(.keep(UnsavedComment(submission: id, criterion: criterion, text: text)))
        }
    }

    /// What is being written, as it stands: for when there is no time to ask.
    mutating func keepWriting(_ turn: inout Turn) {
        if case .comment(let session) = mode, session.editor.text != session.stored {
            unsaved[session.criterion] = session.editor.text
        }
        keepUnsaved(&turn)
    }
}

extension ConsoleState {
    /// After what was said of it, since why it is not saved matters first.
    mutating func heard(kept path: String) {
        let words: SafeText = "What you wrote is kept in \(untrusted: path)."
        guard case .failed(let text) = notice else {
            notice = .failed("Not saved. " + words)
            return
        }
        notice = .failed(text + " " + words)
    }
}
