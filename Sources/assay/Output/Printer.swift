import Glibc
import Text

/// The only way to standard output and standard error. Takes safe text and JSON, nothing else.
enum Printer {
    static func line(_ text: SafeText = .empty) { write(text.string + "\n", to: STDOUT_FILENO) }
    static func json(_ value: JSON) { write(value.text + "\n", to: STDOUT_FILENO) }
    static func message(_ text: SafeText) { write(text.string + "\n", to: STDERR_FILENO) }

    /// Replaces the line on standard error that it wrote last.
    static func progress(_ text: SafeText) { write("\r\u{1B}[K" + text.string, to: STDERR_FILENO) }

    /// One record a line. Fields can hold neither tab nor line end: the text door has replaced them.
    static func tsv(_ fields: [SafeText]) { line(fields.joined(separator: SafeText.tab)) }

    /// Bytes made by one of our own writers (a frame as ANSI or SVG) or asked for as they are (a badge).
    static func raw(_ text: String) { write(text, to: STDOUT_FILENO) }

    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// EX_IOERR of sysexits.h, as the other statuses are from there.
    private static let lost: Int32 = 74

    private static func fail(_ fault: Int32) -> Never {
        message("Standard output can't be written: \(untrusted: String(cString: strerror(fault))).")
        exit(lost)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 {
                    switch errno {
                    case EINTR: continue
                    case EAGAIN:
                        var line = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                        _ = poll(&line, 1, -1)
                        continue
                    case EPIPE: return  // the reader has what it wanted
                    default:
                        // What was to be printed is lost, and nobody must take what came out for all of it.
                        if descriptor == STDOUT_FILENO { fail(errno) }
                        return
                    }
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }
}
