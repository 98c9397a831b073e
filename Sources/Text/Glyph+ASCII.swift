extension Glyph {
    /// The scalars in order, base first, without building an array.
    package func forEachScalar(_ body: (UInt32) -> Void) {
        let mask: UInt64 = 0x1F_FFFF
        body(UInt32(low & mask))
        var rest = low >> 21
        while rest != 0 {
            body(UInt32(rest & mask))
            rest >>= 21
        }
        rest = high
        while rest != 0 {
            body(UInt32(rest & mask))
            rest >>= 21
        }
    }

    package var isASCII: Bool { high == 0 && low < 0x80 }

    /// What stands for this glyph where only ASCII can be shown: a likeness, or `?`.
    package var asciiStandIn: UInt8 {
        let base = self.base
        switch base {
        case 0x20...0x7E: return UInt8(base)
        case 0xC0...0xFF: return Glyph.latin[Int(base - 0xC0)]
        default: return Glyph.likeness(base)
        }
    }

    /// U+00C0 to U+00FF without their marks.
    private static let latin: [UInt8] = Array(
        "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty".utf8)

    private static func likeness(_ scalar: UInt32) -> UInt8 {
        let character: Unicode.Scalar =
            switch scalar {
            case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2800: " "
            case 0xAB, 0xBB, 0x201C...0x201F: "\""
            case 0x2018...0x201B, 0x2032: "'"
            case 0xAD, 0x2010...0x2015, 0x2212: "-"
            case 0xB7, 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF, 0x25C6, 0x2605: "*"
            case 0x2026, 0x25CB, 0x25E6, 0x2606, 0x25C7: "."
            case 0xD7, 0x2717, 0x2718, 0x2715: "x"
            case 0x2713, 0x2714, 0x221A: "v"
            case 0x2190, 0x25C0, 0x25C2, 0x2039, 0x276E: "<"
            case 0x2192, 0x25B6, 0x25B8, 0x203A, 0x276F: ">"
            case 0x2191, 0x25B2, 0x25B4: "^"
            case 0x2193, 0x25BC, 0x25BE: "v"
            case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2574, 0x2576, 0x2578, 0x257A: "-"
            case 0x2550: "="
            case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551, 0x2575, 0x2577: "|"
            case 0x2571: "/"
            case 0x2572: "\\"
            case 0x250C...0x254B, 0x2552...0x2570: "+"
            case 0x2588, 0x2589...0x258B, 0x2586, 0x2587: "#"
            case 0x2593: "%"
            case 0x2584, 0x2585, 0x258C, 0x2590, 0x2592: "="
            case 0x2581...0x2583, 0x258D...0x258F, 0x2591: "-"
            case 0x2801...0x28FF: ":"
            default: "?"
            }
        return UInt8(truncatingIfNeeded: character.value)
    }
}
