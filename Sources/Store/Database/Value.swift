/// What a statement is given in place of `?1`, `?2`, ...
enum Value: Equatable, Sendable {
    case null
    case int(Int64)
    case text(String)
    case bytes([UInt8])
    /// Text whose UTF-8 is at hand already: spares an import the making and the checking of a `String`.
    case utf8([UInt8])

    static func int(_ number: Int) -> Value { .int(Int64(number)) }
    static func maybe(_ number: Int64?) -> Value { number.map(Value.int) ?? .null }
    static func maybe(_ text: String?) -> Value { text.map(Value.text) ?? .null }
}
