/// A 24-bit sRGB colour.
package struct RGB: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `0xRRGGBB`.
    package init(_ hex: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
            blue: UInt8(truncatingIfNeeded: hex))
    }

    /// Six hexadecimal digits, with or without `#`.
    package init?(parsing text: String) {
        var digits = text.utf8[...]
        if digits.first == UInt8(ascii: "#") { digits.removeFirst() }
        guard digits.count == 6, digits.allSatisfy(Unicode.isHexDigit), let value = UInt32(Substring(digits), radix: 16)
        else { return nil }
        self.init(value)
    }

    /// `#rrggbb`.
    package var hex: String {
        let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
        let digits = String(value, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    /// This colour moved towards another: 0 is this one, 1 the other.
    package func mixed(with other: RGB, _ share: Double) -> RGB {
        func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8(min(255, max(0, (Double(from) + (Double(to) - Double(from)) * share).rounded())))
        }
        return RGB(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
}

extension Unicode {
    fileprivate static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

/// A colour as a theme means it: exact for pictures and terminals of 256 colours, and by its place among the terminal's own
/// sixteen for the rest.
package struct Colour: Hashable, Sendable {
    package var rgb: RGB
    /// 0-15, or nil for the terminal's default.
    package var ansi: UInt8?

    package init(_ rgb: RGB, ansi: UInt8?) {
        self.rgb = rgb
        self.ansi = ansi
    }
}

/// How many colours the terminal can show at once.
package enum ColourDepth: Int, CaseIterable, Comparable, Sendable {
    case none = 0
    case eight = 8
    case sixteen = 16
    case full = 256

    package static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }

    /// The deepest that a terminal with `colours` colours can show; `NO_COLOR` asks for none (https://no-color.org).
    package init(colours: Int, noColour: Bool = false) {
        switch colours {
        case _ where noColour: self = .none
        case 256...: self = .full
        case 16...: self = .sixteen
        case 8...: self = .eight
        default: self = .none
        }
    }
}
