import Core

/// Takes submissions in, in batches: one transaction a batch. Use from one thread; call `finish` at the end.
///
/// While a batch is open nobody else can write, so a batch is closed when it is large or old, and others get a turn between
/// two. Memory holds one batch's counts and one chunk of one file, whatever is imported.
package final class SubmissionImporter {
    private let lane: ImportLane
    private var piece: [SubmissionDraft] = []
    /// What is to be told of each submission that was handed over, a list a piece.
    private var listeners: [[(ImportOutcome) -> Void]] = []
    private var pieceListeners: [(ImportOutcome) -> Void] = []

    init(_ lane: ImportLane) { self.lane = lane }

    deinit { lane.inTurn { $0.abandon() } }

    /// - Parameters:
    ///   - contents: by evidence id, the bytes of each item whose body is `.content`; hash and length in the item are
    ///     replaced by what was read.
    ///   - searchText: words of files and the like, made findable beside the submission's own texts.
    /// - Throws: when the store fails; then all since the last batch is taken back. An error of a source is thrown on, and
    ///   only its submission is lost.
    package func add(_ submission: Submission, contents: [String: ContentSource] = [:], searchText: String = "") throws
        -> ImportOutcome
    {
        let draft = SubmissionDraft(submission, searchText: searchText, hasContents: !contents.isEmpty)
        try drain()
        return try lane.inTurn { try $0.add(draft, contents: contents) }
    }

    /// The same for a submission without files, for many: it is written beside the reading of the next. `told` hears of it
    /// later, in order and on this thread: in a later call of `add`, or in `flush` or `finish`.
    package func add(_ submission: Submission, searchText: String = "", told: @escaping (ImportOutcome) -> Void) throws
    {
        piece.append(SubmissionDraft(submission, searchText: searchText, hasContents: false))
        pieceListeners.append(told)
        if piece.count < ImportLane.piece { return }
        handOver()
        try tell()
    }

    /// Writes what is not written yet. Nothing is durable before the batch it was in, or this, has returned.
    package func finish() throws {
        try flush()
        lane.inTurn { $0.settle() }
    }

    /// Ends the open batch. To be called before anything else is written from the same thread: that would wait for its turn
    /// until it gives up.
    package func flush() throws {
        try drain()
        try lane.inTurn { try $0.commit() }
    }

    /// Waits until everything that was handed in is written, and tells of it.
    private func drain() throws {
        if piece.isEmpty, listeners.isEmpty { return }
        handOver()
        lane.inTurn { _ in }
        try tell()
    }

    private func handOver() {
        if piece.isEmpty { return }
        lane.write(piece)
        listeners.append(pieceListeners)
        piece.removeAll(keepingCapacity: true)
        pieceListeners.removeAll(keepingCapacity: true)
    }

    private func tell() throws {
        for result in lane.takeDone() {
            let told = listeners.removeFirst()
            for (outcome, listener) in zip(try result.get(), told) { listener(outcome) }
        }
    }
}
