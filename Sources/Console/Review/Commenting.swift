import Core
import Screen
import Text

/// A comment being written under a criterion.
struct CommentSession: Equatable, Sendable {
    let criterion: String
    var editor: CommentEditor
    /// The comment as it was before: what one step of undo goes back to.
    let since: String
    /// What was last sent to the store, and what it has answered for.
    var sent: String
    var stored: String
    /// The comment was changed elsewhere while this one was being written: saving would overwrite it.
    var isOvertaken = false

    /// - Parameter since: the stored comment, where `text` is something else: a comment that could not be saved.
    init(criterion: String, text: String, cursor: Int? = nil, since: String? = nil) {
        self.criterion = criterion
        editor = CommentEditor(text, cursor: cursor)
        self.since = since ?? text
        // As the editor shows it: opening a comment must not count as changing it.
        sent = since ?? editor.text
        stored = sent
    }

    /// Reads as it did when it was opened.
    var isUntouched: Bool { editor.text == CommentEditor(since).text }
    var isDirty: Bool { editor.text != sent || stored != sent }
}

extension ReviewState {
    /// Milliseconds from the first key that is not saved to its save. Never started anew while it runs, so that somebody who
    /// types on and on is saved all the same.
    static let commentIdle = 700

    mutating func openComment(_ turn: inout Turn) {
        guard let current else { return }
        let stored = ledger.foreseen.score(current.id)?.comment ?? ""
        if let text = unsaved[current.id] {
            mode = .comment(CommentSession(criterion: current.id, text: text, since: stored))
            let why = whyReadOnly(turn)
            turn.say(
                why.map { "Not saved: \($0)" }
                    ?? "This comment is not saved yet: Esc saves it in place of what is stored.")
        } else if mayChange(&turn) {
            mode = .comment(CommentSession(criterion: current.id, text: stored))
        }
    }

    mutating func write(_ key: Key, _ session: CommentSession, _ turn: inout Turn) {
        var session = session
        switch session.editor.press(key, width: editorWidth(turn.size)) {
        case .done: return closeComment(session, &turn)
        case .changed: start(.commentIdle, milliseconds: ReviewState.commentIdle, &turn)
        case .moved, .ignored: break
        }
        if session.editor.isFull {
            turn.fail("A comment holds \(Numbers.grouped(CommentEditor.limit)) characters; this one is full.")
        }
        mode = .comment(session)
    }

    private mutating func closeComment(_ session: CommentSession, _ turn: inout Turn) {
        mode = .reading
        let text = session.editor.text
        // Untouched: a comment with characters that the editor does not show as they are stays as it is.
        if session.isUntouched, session.sent == text { return }
        if let why = whyReadOnly(turn) { return setAside(session.criterion, text, why: why, &turn) }
        if session.isOvertaken {
            let key = turn.key(.comment)
            let why: SafeText =
                "this comment was changed elsewhere meanwhile; the screen shows yours, \(key) opens it to save it all the same."
            return setAside(session.criterion, text, why: why, &turn)
        }
        want(.comment(criterion: session.criterion, text, since: session.since), &turn)
    }

    /// Saves the comment as far as it has come.
    mutating func saveCommentInPassing(_ turn: inout Turn) {
        guard case .comment(var session) = mode, session.editor.text != session.sent else { return }
        if let why = whyReadOnly(turn) { return turn.fail("Not saved: \(why) What you write stays here.") }
        if session.isOvertaken {
            return turn.fail("Not saved: this comment was changed elsewhere meanwhile. What you write stays here.")
        }
        session.sent = session.editor.text
        mode = .comment(session)
        want(.comment(criterion: session.criterion, session.sent, since: nil), &turn)
    }

    // MARK: - The outside editor

    mutating func editOutside(_ turn: inout Turn) {
        if turn.isRestricted { return turn.fail("No other program can be run in a restricted session.") }
        guard let current, mayChange(&turn) else { return }
        let text = unsaved[current.id] ?? ledger.foreseen.score(current.id)?.comment ?? ""
        outside = Outside(criterion: current.id, text: text)
        turn.effects.append(.edit(text))
    }

    mutating func returned(_ text: String?, _ turn: inout Turn) {
        guard let went = outside else { return }
        outside = nil
        guard let text else { return turn.say("The comment is as it was.") }
        let clean = CommentEditor(CommentEditor.withoutLastLineEnds(CommentEditor.clean(text))).text
        if clean == went.text { return turn.say("The comment is as it was.") }
        if let why = whyReadOnly(turn) { return setAside(went.criterion, clean, why: why, &turn) }
        if unsaved[went.criterion] == nil, comment(of: went.criterion) != went.text {
            let why: SafeText = "this comment was changed elsewhere meanwhile; \(turn.key(.comment)) opens yours."
            return setAside(went.criterion, clean, why: why, &turn)
        }
        want(.change(.comment(criterion: went.criterion, clean)), &turn)
    }

    mutating func start(_ timer: Timer, milliseconds: Int, _ turn: inout Turn) {
        guard running.insert(timer).inserted else { return }
        turn.effects.append(.startTimer(timer, milliseconds: milliseconds))
    }
}
