/// One replacement of a stretch of text.
struct Edit: Equatable, Sendable {
    var at: Int
    var removed: [Unicode.Scalar]
    var inserted: [Unicode.Scalar]
    /// Where the cursor stood before it.
    var cursor: Int
}

/// What undo and redo walk along. Typing in one go, and deleting in one go, is one step.
struct EditHistory: Equatable, Sendable {
    private var done: [Edit] = []
    private var undone: [Edit] = []
    /// The last edit may still grow.
    private var isOpen = false

    private static let steps = 500

    mutating func record(_ edit: Edit) {
        undone = []
        if isOpen, let joined = done.last.flatMap({ join($0, edit) }) {
            done[done.count - 1] = joined
        } else {
            done.append(edit)
            if done.count > EditHistory.steps { done.removeFirst() }
        }
        // A line end closes a step, so that undo goes line by line at most.
        isOpen = edit.inserted != ["\n"]
    }

    /// Ends the step that is being typed.
    mutating func seal() { isOpen = false }

    mutating func undo() -> Edit? {
        isOpen = false
        guard let edit = done.popLast() else { return nil }
        undone.append(edit)
        return edit
    }

    mutating func redo() -> Edit? {
        isOpen = false
        guard let edit = undone.popLast() else { return nil }
        done.append(edit)
        return edit
    }

    /// Typing goes on where it left off; deleting goes on backwards or stays in place. A paste is a step of its own.
    private func join(_ old: Edit, _ new: Edit) -> Edit? {
        if new.removed.isEmpty, old.removed.isEmpty, new.inserted.count == 1, new.inserted != ["\n"],
            new.at == old.at + old.inserted.count
        {
            return Edit(at: old.at, removed: [], inserted: old.inserted + new.inserted, cursor: old.cursor)
        }
        if new.inserted.isEmpty, old.inserted.isEmpty {
            if new.at + new.removed.count == old.at {
                return Edit(at: new.at, removed: new.removed + old.removed, inserted: [], cursor: old.cursor)
            }
            if new.at == old.at {
                return Edit(at: old.at, removed: old.removed + new.removed, inserted: [], cursor: old.cursor)
            }
        }
        return nil
    }
}
