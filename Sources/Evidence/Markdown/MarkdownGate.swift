import Text

/// Keeps from the parser what it would take minutes over. cmark is linear on what people write, and quadratic on runs of
/// openers that never close and on containers nested hundreds deep (measured; see the tests), which nobody writes.
enum MarkdownGate {
    static let note: SafeText = "[Shown as plain text: too much nested or unclosed markup to set it as Markdown.]"

    /// Containers that one line may open: `>`, `-`, `1.` and so on.
    private static let nestingLimit = 40
    /// Characters that may open or close something, in lines without a blank one between.
    private static let delimiterLimit = 8_000
    /// Signs of an e-mail address in all of the text: looking around each is slow.
    private static let mailLimit = 20_000
    /// Cells of all rows if each were as wide as the widest table: the parser fills up short rows.
    private static let cellLimit = 400_000

    /// Bytes that links by reference may come to: each use of a definition copies it.
    private static let referenceLimit = 64 * 1024 * 1024

    static func mayParse(_ source: Source) -> Bool {
        var sums = Sums()
        var verdict = true
        source.forEachLine { line, _ in
            guard verdict else { return }
            sums.add(look(at: line), bytes: line.count)
            verdict = sums.areHarmless
        }
        return verdict
    }

    private struct Sums {
        private var nesting = 0
        private var delimiters = 0
        private var mailSigns = 0
        // A table ends at a blank line.
        private var widestRule = 0
        private var ruledLines = 0
        // A definition may be as long as the lines without a blank one that it stands in.
        private var hasDefinition = false
        private var brackets = 0
        private var run = 0
        private var longestRun = 0

        mutating func add(_ line: Line, bytes: Int) {
            nesting = line.nesting
            mailSigns += line.mailSigns
            brackets += line.brackets
            hasDefinition = hasDefinition || line.hasDefinition
            if line.isBlank {
                (delimiters, widestRule, ruledLines, run) = (0, 0, 0, 0)
                return
            }
            delimiters += line.delimiters
            run += bytes
            longestRun = max(longestRun, run)
            if line.isTableRule { widestRule = max(widestRule, line.pipes) }
            if widestRule > 0 { ruledLines += 1 }
        }

        var areHarmless: Bool {
            nesting <= nestingLimit && delimiters <= delimiterLimit && mailSigns <= mailLimit
                && widestRule * ruledLines <= cellLimit && (!hasDefinition || longestRun * brackets <= referenceLimit)
        }
    }

    private struct Line {
        var nesting = 0
        var delimiters = 0
        var mailSigns = 0
        var brackets = 0
        var pipes = 0
        var hasDefinition = false
        var isBlank = true
        var isTableRule = true
    }

    private static func look(at bytes: UnsafeBufferPointer<UInt8>) -> Line {
        var line = Line()
        var inLead = true
        var rule: UInt8 = 0  // the one character of a line that may be a rule: `* * *`
        var isRule = true
        var before: UInt8 = 0
        for (at, byte) in bytes.enumerated() {
            if byte == 0x20 || byte == 0x09 {
                before = byte
                continue
            }
            if line.isBlank { rule = byte }
            if byte != rule { isRule = false }
            line.isBlank = false
            let endsWord = at + 1 == bytes.count || bytes[at + 1] == 0x20 || bytes[at + 1] == 0x09
            switch byte {
            case UInt8(ascii: ">") where inLead: line.nesting += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
                if inLead, endsWord { line.nesting += 1 } else { inLead = false }
            case UInt8(ascii: "."), UInt8(ascii: ")"):
                if inLead, endsWord { line.nesting += 1 } else { inLead = false }
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            default: inLead = false
            }
            if byte == UInt8(ascii: "|") { line.pipes += 1 }
            if byte == UInt8(ascii: "@") { line.mailSigns += 1 }
            if byte == UInt8(ascii: "[") { line.brackets += 1 }
            if byte == UInt8(ascii: ":"), before == UInt8(ascii: "]") { line.hasDefinition = true }
            if isDelimiter(byte), byte != before || !joinsRuns(byte) { line.delimiters += 1 }
            line.isTableRule = line.isTableRule && isOfTableRule(byte)
            before = byte
        }
        if isRule { line.nesting = rule == UInt8(ascii: ">") ? line.nesting : 0 }
        return line
    }

    private static func isOfTableRule(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    /// A run of these is one delimiter: the lines of a worksheet to write on are thousands of `_`.
    private static func joinsRuns(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~")
    }
}
