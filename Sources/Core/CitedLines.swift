import Text

/// The source lines that a citation names, as every reader of a source counts them (`LineEnds`).
package enum CitedLines {
    /// Lines `from` to `to`, from 1, as many of them as there are. A byte order mark is no part of the first.
    package static func of(_ text: String, _ from: Int, _ to: Int) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var lines: [String] = []
            var number = 1
            var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            while start < bytes.count, number <= to {
                let line = LineEnds.nextLine(in: bytes, from: start)
                if number >= from { lines.append(String(decoding: bytes[start..<line.end], as: UTF8.self)) }
                start = line.next
                number += 1
            }
            return lines
        }
    }

    /// The same of the overview, whose lines are those of its answers one after the other; each counts at least one.
    package static func of(answers: [String], _ from: Int, _ to: Int) -> [String] {
        var lines: [String] = []
        var before = 0
        for answer in answers {
            let count = ReadableText.lineCount(answer)
            if before + count >= from, before < to {
                let own = of(answer, max(1, from - before), to - before)
                lines += own.isEmpty ? [""] : own
            }
            before += count
        }
        return lines
    }
}
