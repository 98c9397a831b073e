import Dispatch
import Synchronization

/// Lets an import's reading and its writing go on side by side: what is handed in is written on a queue of its own, in order,
/// a few hundred submissions behind.
///
/// `@unchecked Sendable`: `writer` is touched only by work on `queue`, which is serial; the rest is constant or a `Mutex`.
final class ImportLane: @unchecked Sendable {
    /// Submissions a piece of work: handing over costs as much as writing one.
    static let piece = 64

    private let queue = DispatchQueue(label: "import")
    private let writer: ImportWriter
    /// Pieces that may wait to be written; more would be memory that grows with a slow disk.
    private let room = DispatchSemaphore(value: 4)
    private let done = Mutex<[Result<[ImportOutcome], any Error>]>([])
    private let hasFailed = Mutex(false)

    init(_ writer: consuming sending ImportWriter) { self.writer = writer }

    /// Waits only while too much is waiting to be written.
    func write(_ drafts: [SubmissionDraft]) {
        room.wait()
        queue.async { [self] in
            let result = Result { try hasFailed.withLock { $0 } ? [] : drafts.map { try writer.add($0) } }
            if case .failure = result { hasFailed.withLock { $0 = true } }
            done.withLock { $0.append(result) }
            room.signal()
        }
    }

    /// What has been written since the last call, in order, a result a piece.
    func takeDone() -> [Result<[ImportOutcome], any Error>] {
        done.withLock { results in
            defer { results = [] }
            return results
        }
    }

    /// Runs `body` once all that was handed in is written.
    func inTurn<T>(_ body: (ImportWriter) throws -> T) rethrows -> T { try queue.sync { try body(writer) } }
}
