import Foundation

/// What no terminal may be sent from a submission, and how a test finds it in output (promise 4).
package enum Hostile {
    /// One of each kind, each followed by a word that shows it was there.
    package static let text =
        "\u{1B}[31mred\u{1B}]0;PWNED\u{07}title\u{1B}P1;2qdcs\u{1B}\\\u{9B}2Jc1\u{85}nel\u{08}\u{08}bs\u{00}nul\u{7F}del"
        + "\u{202E}rlo\u{2066}lri\u{200F}rlm\u{061C}alm\u{2028}ls\u{FEFF}bom\u{E0041}tag\u{0E}so\u{1B}c\u{1B}[?1049l"

    /// The same with line ends, where a text has lines.
    package static let lines = "before\r\n\(text)\rback\u{0B}vt\u{0C}ff\nafter"

    /// Where a name may hold no NUL: file names, arguments.
    package static let name = text.replacingOccurrences(of: "\u{00}", with: "")

    /// The scalars of `output` that it may not hold. Line ends are fine, tabs where `allowingTabs`.
    package static func faults(in output: [UInt8], allowingTabs: Bool = false) -> [String] {
        guard let text = String(validating: output, as: UTF8.self) else { return ["not UTF-8"] }
        return text.unicodeScalars.filter { steers($0, allowingTabs: allowingTabs) }.map {
            "U+" + String($0.value, radix: 16)
        }
    }

    /// Without the colour sequences of our own ANSI writer, which are `ESC [ numbers m` and nothing else.
    package static func withoutColours(_ output: [UInt8]) -> [UInt8] {
        var clean: [UInt8] = []
        var at = 0
        while at < output.count {
            if output[at] == 0x1B, at + 1 < output.count, output[at + 1] == UInt8(ascii: "[") {
                var end = at + 2
                while end < output.count, (0x30...0x3B).contains(output[end]) { end += 1 }
                if end < output.count, output[end] == UInt8(ascii: "m") {
                    at = end + 1
                    continue
                }
            }
            clean.append(output[at])
            at += 1
        }
        return clean
    }

    private static func steers(_ scalar: Unicode.Scalar, allowingTabs: Bool) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x09: !allowingTabs
        case 0x00..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
