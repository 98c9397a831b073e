import Text

/// Keeps from the parser what it would take minutes over. cmark is linear on what people write, and quadratic on runs of
/// openers that never close and on containers nested hundreds deep (measured; see the tests), which nobody writes.
enum MarkdownGate {
    static let note: SafeText = "[Shown as plain text: too much nested or unclosed markup to set it as Markdown.]"

    /// Containers that one line may open: `>`, `-`, `1.` and so on.
    private static let nestingLimit = 40
    /// Characters that may open or close something, in lines without a blank one between.
    private static let delimiterLimit = 8_000
    /// Cells of all rows if each were as wide as the widest table: the parser fills up short rows.
    private static let cellLimit = 400_000

    static func mayParse(_ source: Source) -> Bool {
        var delimiters = 0
        var widestRule = 0
        var ruledLines = 0  // a table ends at a blank line
        var verdict = true
        source.forEachLine { line, _ in
            guard verdict else { return }
            let seen = look(at: line)
            delimiters = seen.isBlank ? 0 : delimiters + seen.delimiters
            if seen.isBlank { (widestRule, ruledLines) = (0, 0) }
            if seen.isTableRule { widestRule = max(widestRule, seen.pipes) }
            if widestRule > 0, !seen.isBlank { ruledLines += 1 }
            verdict =
                seen.nesting <= nestingLimit && delimiters <= delimiterLimit && widestRule * ruledLines <= cellLimit
        }
        return verdict
    }

    private struct Line {
        var nesting = 0
        var delimiters = 0
        var pipes = 0
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
