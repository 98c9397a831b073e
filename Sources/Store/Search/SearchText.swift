import Core

/// The text by which a submission is found.
enum SearchText {
    /// Stands before every word of an earner's name and address in the index. A private-use scalar: the index takes it for a
    /// letter, and `words` never lets one through from a query, so that only a caller who may see identities reaches them.
    static let earnerMark = "\u{E000}"

    /// In UTF-8, a line a part.
    static func text(_ submission: Submission, added: String) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(1_024 + added.utf8.count)
        func add(_ part: String) {
            text.append(contentsOf: part.utf8)
            text.append(UInt8(ascii: "\n"))
        }
        add(submission.id)
        add(submission.earner.district)
        add(submission.reflection)
        if let changed = submission.whatChanged { add(changed) }
        for answer in submission.overview { add(answer.answer) }
        for item in submission.evidence {
            add(item.title)
            if case .text(let inline) = item.body { add(inline) }
        }
        if !added.isEmpty { add(added) }
        for part in [submission.earner.name, submission.earner.email] {
            for word in words(part) { add(earnerMark + word) }
        }
        return text
    }

    /// Cut as the index cuts: letters and digits make words, accents are dropped, everything else separates.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isLetter(scalar) {
                word.append(scalar)
            } else if !(0x300...0x36F).contains(scalar.value), !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return switch UInt8(truncatingIfNeeded: scalar.value) {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
