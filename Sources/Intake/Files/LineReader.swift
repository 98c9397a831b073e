import Glibc

/// A file's lines, one at a time, in one buffer that is no larger than the longest line needs.
final class LineReader {
    enum Line: Equatable {
        /// A range of `buffer`, without the line's end. Good until the next line is asked for.
        case whole(Range<Int>)
        /// Longer than the cap; its bytes are gone.
        case tooLong(bytes: Int)
    }

    private(set) var buffer: [UInt8]
    /// Number of the line last returned, from 1.
    private(set) var number = 0
    /// Bytes of the file that are behind the line last returned.
    private(set) var consumed = 0
    /// The largest that the buffer has been.
    private(set) var peak: Int

    private let file: OpenFile
    private let cap: Int
    private let chunk: Int
    /// The bytes read but not yet returned are `start..<end`; up to `scanned` there is no line end.
    private var start = 0
    private var scanned = 0
    private var end = 0
    private var isAtEnd = false

    init(_ file: OpenFile, cap: Int, chunk: Int) {
        self.file = file
        self.cap = max(cap, 1)
        self.chunk = max(chunk, 16)
        buffer = [UInt8](repeating: 0, count: self.chunk)
        peak = self.chunk
    }

    /// The next line; nil after the last. A last line needs no line end; CR LF ends a line like LF.
    func next() throws(FileFault) -> Line? {
        shrink()
        while true {
            if let newline = find() { return line(upTo: newline, ending: 1) }
            if isAtEnd { return start == end ? nil : line(upTo: end, ending: 0) }
            if end - start > cap { return try skipLine() }
            try fill()
        }
    }

    private func line(upTo stop: Int, ending: Int) -> Line {
        number += 1
        var last = stop
        if last > start, buffer[last - 1] == 0x0D { last -= 1 }
        var first = start
        // A byte order mark before the first line.
        if number == 1, last - first >= 3, buffer[first..<first + 3].elementsEqual([0xEF, 0xBB, 0xBF]) { first += 3 }
        consumed += stop + ending - start
        start = stop + ending
        scanned = start
        // The CR is part of the length here, as it is in `skipLine`, which does not look at it.
        return stop - first > cap ? .tooLong(bytes: stop - first) : .whole(first..<last)
    }

    private func find() -> Int? {
        let from = scanned
        scanned = end
        return buffer.withUnsafeBytes { bytes -> Int? in
            // `from..<end` is inside the buffer: `fill` alone moves `end`, and never past the count.
            guard let base = bytes.baseAddress, from < end, let hit = memchr(base + from, 0x0A, end - from) else {
                return nil
            }
            return UnsafeRawPointer(hit) - base
        }
    }

    /// Makes room behind `end` and reads into it.
    private func fill() throws(FileFault) {
        if start > 0 {
            buffer.replaceSubrange(0..<(end - start), with: Array(buffer[start..<end]))
            scanned -= start
            end -= start
            start = 0
        }
        if buffer.count - end < chunk / 2 {
            buffer.append(contentsOf: repeatElement(0, count: min(buffer.count, cap + chunk)))
            peak = max(peak, buffer.count)
        }
        let got = try file.read(into: &buffer, at: end, count: buffer.count - end)
        if got == 0 { isAtEnd = true }
        end += got
    }

    /// Throws away the rest of a line that is too long.
    private func skipLine() throws(FileFault) -> Line {
        var length = 0
        while true {
            length += end - start
            consumed += end - start
            start = 0
            scanned = 0
            end = try file.read(into: &buffer, at: 0, count: chunk)
            if end == 0 {
                isAtEnd = true
                number += 1
                return .tooLong(bytes: length)
            }
            guard let newline = find() else { continue }
            number += 1
            length += newline
            consumed += newline + 1
            start = newline + 1
            scanned = start
            return .tooLong(bytes: length)
        }
    }

    /// Gives back what one long line needed, once the rest fits into a chunk again.
    private func shrink() {
        guard buffer.count > 4 * chunk, end - start <= chunk else { return }
        buffer = Array(buffer[start..<end]) + [UInt8](repeating: 0, count: chunk)
        scanned -= start
        end -= start
        start = 0
    }
}
