/// The shapes that ids may have. ASCII only, so that two ids that look alike are alike.
struct IDShape: Sendable {
    var words: String
    var longest: Int
    var allows: @Sendable (UInt8) -> Bool

    func fits(_ text: String) -> Bool {
        (1...longest).contains(text.utf8.count) && text.utf8.allSatisfy(allows)
    }

    /// Submissions, and what is inside one.
    static let submission = IDShape(words: "an id of 1 to 128 of A-Z a-z 0-9 . _ -", longest: 128) {
        isLower($0) || isUpper($0) || isDigit($0) || isMark($0)
    }
    /// Micro-credentials, and what is inside one.
    static let microCredential = IDShape(words: "an id of 1 to 64 of a-z 0-9 -", longest: 64) {
        isLower($0) || isDigit($0) || $0 == UInt8(ascii: "-")
    }
    static let person = IDShape(words: "an id of 1 to 64 of a-z 0-9 . _ -", longest: 64) {
        isLower($0) || isDigit($0) || isMark($0)
    }

    private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
