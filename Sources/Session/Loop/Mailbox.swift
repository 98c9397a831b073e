import Console
import Glibc
import Synchronization

/// Where workers leave their answers. FIFO and unbounded, so that nobody ever waits to post; one byte in a pipe wakes the
/// loop, which sleeps in `poll`.
final class Mailbox: Sendable {
    struct Letter: Sendable {
        var message: Message
        /// The submission it answers for; a loop that shows another drops it.
        var submission: String?
    }

    private let letters = Mutex<[Letter]>([])
    let readEnd: Int32
    private let writeEnd: Int32

    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    func post(_ message: Message, of submission: String? = nil) {
        letters.withLock { $0.append(Letter(message: message, submission: submission)) }
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)  // a full pipe already wakes the loop
    }

    /// All that has come, oldest first.
    func takeAll() -> [Letter] {
        var drain = [UInt8](repeating: 0, count: 64)
        while read(readEnd, &drain, drain.count) > 0 {}
        return letters.withLock { box in
            defer { box.removeAll(keepingCapacity: true) }
            return box
        }
    }
}
