/// One line of text that may be shown: no control, no bidi override, no line break, valid UTF-8.
///
/// This is the one door of promise 4. Nothing can be drawn, printed or logged for a person except as `SafeText`, and the
/// only ways to make one are a literal of our own source, or `init(untrusted:)`, which replaces what it takes out by a
/// visible mark.
package struct SafeText: Hashable, Sendable {
    /// The text, already safe. Read it to measure or to write it out; it never needs checking again.
    package let string: String

    /// For this room only: the caller has proved that `string` is safe.
    init(proven string: String) { self.string = string }

    package static let empty = SafeText(proven: "")
    /// Between the fields of TSV. Not for a cell: it is the one control that a `SafeText` can hold, and only by this name.
    package static let tab = SafeText(proven: "\t")

    package var isEmpty: Bool { string.isEmpty }

    package static func + (left: SafeText, right: SafeText) -> SafeText { SafeText(proven: left.string + right.string) }
    package static func += (left: inout SafeText, right: SafeText) { left = left + right }
}

extension SafeText: Comparable {
    package static func < (left: SafeText, right: SafeText) -> Bool { left.string < right.string }
}

extension SafeText: CustomStringConvertible {
    package var description: String { string }
}

// MARK: - Text of our own

/// A literal in our own source is trusted; what is put into it is trusted only by type. Literals are `StaticString`s, so
/// that `SafeText(stringLiteral:)` can't be handed text that was made while running.
extension SafeText: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
        package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }
        package mutating func appendInterpolation(_ safe: SafeText) { text += safe.string }
        package mutating func appendInterpolation(_ number: some FixedWidthInteger) { text += String(number) }
        /// Text from outside: it goes through the door here.
        package mutating func appendInterpolation(untrusted: String) { text += SafeText(untrusted: untrusted).string }
    }

    package init(stringLiteral value: StaticString) { self.init(proven: value.description) }

    package init(stringInterpolation: StringInterpolation) { self.init(proven: stringInterpolation.text) }
}

extension Sequence<SafeText> {
    package func joined(separator: SafeText = .empty) -> SafeText {
        SafeText(proven: map(\.string).joined(separator: separator.string))
    }
}
