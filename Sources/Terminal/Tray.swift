import CNcurses
import Glibc

/// Where curses' output is gathered before it goes to the terminal.
///
/// curses 6.4 calls `write` at every cursor motion: a page is over a hundred calls, each of which wakes whoever reads the terminal
/// and may become a packet. It also loops for ever where a terminal is non-blocking, and says nothing where it is gone. So
/// curses writes into a file in memory, and a frame leaves in one piece.
final class Tray {
    /// The file in memory; curses takes it for its terminal.
    let descriptor: Int32
    private let terminal: Int32
    private var saver = StyleSaver()
    private var out: [UInt8] = []
    private var room: UnsafeMutableRawBufferPointer = .allocate(byteCount: 16 << 10, alignment: 8)

    init?(terminal: Int32) {
        descriptor = assay_memory_file()
        self.terminal = terminal
        if descriptor < 0 { return nil }
    }

    deinit {
        room.deallocate()
        close(descriptor)
    }

    /// Adds bytes that curses does not know of.
    func add(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Forgets what `body` has curses write.
    func dropping(_ body: () -> Void) {
        let mark = lseek(descriptor, 0, SEEK_CUR)
        body()
        lseek(descriptor, mark, SEEK_SET)
    }

    /// Sends what has gathered.
    func send() throws(DisplayLost) {
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        if count <= 0 { return }
        lseek(descriptor, 0, SEEK_SET)
        if count > room.count {
            room.deallocate()
            room = .allocate(byteCount: count * 2, alignment: 8)
        }
        guard pread(descriptor, room.baseAddress, count, 0) == count else { return }
        out.removeAll(keepingCapacity: true)
        saver.rewrite(UnsafeRawBufferPointer(rebasing: room[..<count]), into: &out)
        try write(out)
    }

    /// Another program may have had the terminal.
    func forgetStyle() { saver.forget() }

    /// What this terminal can do; asked once curses knows it.
    func learn() {
        saver.resetsColours = tigetflag("AX") == 1
        saver.track.movesAlong = assay_capability("hpa").map { String(cString: $0) } == "\u{1B}[%i%p1%dG"
    }

    private func write(_ bytes: [UInt8]) throws(DisplayLost) {
        var sent = 0
        while sent < bytes.count {
            let written = bytes[sent...].withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
            if written > 0 {
                sent += written
            } else if errno == EAGAIN {
                // Somebody who shares the terminal made it non-blocking.
                var line = pollfd(fd: terminal, events: Int16(POLLOUT), revents: 0)
                poll(&line, 1, -1)
                if Int32(line.revents) & (POLLHUP | POLLERR) != 0 { throw DisplayLost() }
            } else if errno != EINTR {
                throw DisplayLost()
            }
        }
    }
}
