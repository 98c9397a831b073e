import Glibc
import Screen

extension CursesTerminal {
    package var inputTimeout: Int? {
        guard let delay = parser.delay else { return nil }
        return max(0, lastInput + delay - Self.milliseconds())
    }

    /// Keys are read here and not by curses, which takes one byte a system call and knows nothing of pastes.
    package func keys() throws(DisplayLost) -> [Key] {
        var keys: [Key] = []
        var read = 0
        while let bytes = try chunk() {
            lastInput = Self.milliseconds()
            keys += parser.feed(bytes)
            read += bytes.count
            if read >= Self.turn { break }  // let the loop draw between the parts of a flood
        }
        if read == 0, let wait = inputTimeout, wait == 0 { keys += parser.timeOut() }
        return keys
    }

    /// Bytes read before keys are handed over.
    private static let turn = 1 << 20

    /// What is there to read, or nil. Never waits: the descriptor is shared with whoever started us, so it cannot be made
    /// non-blocking; `poll` is asked first.
    private func chunk() throws(DisplayLost) -> ArraySlice<UInt8>? {
        var line = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&line, 1, 0) > 0 else { return nil }
        if Int32(line.revents) & POLLIN == 0 { throw DisplayLost() }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(inputDescriptor, &bytes, bytes.count)
        if count > 0 { return bytes[..<count] }
        if count < 0, errno == EINTR || errno == EAGAIN { return nil }
        throw DisplayLost()
    }

    private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
