import Support

/// What a person's hands do in these tests.
extension PtyProcess {
    var lastLine: String { screen.row(screen.size.rows - 1) }

    func waitForQueue() throws {
        try wait("the queue") { $0.row(0).contains("pending") && $0.row($0.size.rows - 1).contains("help") }
    }

    func waitForReview(_ what: String = "the review") throws {
        try wait(what) { $0.contains("EVIDENCE") && $0.openCriteria != nil }
    }

    /// From the queue to one submission, found by a search for its id; Enter claims it, `o` only looks.
    func open(_ id: String, key: String = "<Enter>") throws {
        try waitForQueue()
        try type("/\(id)<Enter>")
        try wait("the one that was searched for") { $0.contains("/\(id)") && $0.contains("1-1/1") }
        try type(key)
        try waitForReview()
    }

    /// Types keys, and waits until the last line says `words`.
    func type(_ keys: String, until words: String) throws {
        try type(keys)
        try wait("“\(words)”") { $0.row($0.size.rows - 1).contains(words) || $0.row($0.size.rows - 2).contains(words) }
    }

    /// Leaves the review, then the queue.
    func leave() throws -> Exit {
        try type("q")
        try waitForQueue()
        try type("q")
        return try waitForExit()
    }
}

extension PtyEmulator {
    /// Criteria without a level, as the outcome line counts them; nil where that line is not on the screen.
    var openCriteria: Int? {
        for row in rows {
            guard let found = row.firstMatch(of: /[0-9]+ of [0-9]+ met(?:, ([0-9]+) open)?/) else { continue }
            return found.output.1.flatMap { Int($0) } ?? 0
        }
        return nil
    }

    /// The main screen is back, the cursor is there, pastes are not bracketed.
    var isGivenBack: Bool { !isAlternate && isCursorShown && !isBracketingPaste }
}
