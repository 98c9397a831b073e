import CNcurses
import Screen

/// Styles as ncurses means them: attributes and a colour pair. Pairs are made when first used.
struct Palette {
    struct Paint {
        var attributes: attr_t
        var pair: Int32
        /// What of it can be seen on a space: background, reversal, lines.
        var ground: Int32
    }

    private let theme: Theme
    private let depth: ColourDepth
    /// By `key(of:)`.
    private var known: [Paint?] = Array(repeating: nil, count: 1024)
    /// Foreground and background of the pairs from 1 on: a few dozen at most.
    private var pairs: [UInt32] = []
    private var limit: Int32 = 0

    /// False where the row under the cursor looks like any other but for its mark.
    var paintsSelection: Bool { theme.scheme.dialect.paintsSelection }

    init(theme: Theme, depth: ColourDepth) {
        self.theme = theme
        self.depth = depth
    }

    /// Empty cells get the theme's own background, where it has one that is painted.
    mutating func start(_ window: UnsafeMutablePointer<WINDOW>) {
        if depth > .none {
            start_color()
            use_default_colors()
            limit = min(32767, tigetnum("pairs"))
        }
        let blank = paint(.text)
        var cell = cchar_t()
        assay_fill(&cell, blank.attributes, blank.pair, 0x20)
        wbkgrndset(window, &cell)
    }

    @inline(__always)
    static func key(of style: Style) -> Int {
        Int(style.role.rawValue) | Int(style.attributes.rawValue & 15) << 5 | (style.isSelected ? 512 : 0)
    }

    @inline(__always)
    mutating func paint(_ style: Style) -> Paint {
        if let paint = known[Self.key(of: style)] { return paint }
        return mix(style)
    }

    private mutating func mix(_ style: Style) -> Paint {
        let ink = theme.ink(of: style, depth: depth)
        let lines = ink.attributes.intersection([.reverse, .underline, .strike])
        let paint = Paint(
            attributes: assay_attributes(ink.attributes.rawValue), pair: pair(ink.foreground, ink.background),
            ground: Int32(ink.background) << 8 | Int32(lines.rawValue))
        known[Self.key(of: style)] = paint
        return paint
    }

    private mutating func pair(_ foreground: Int16, _ background: Int16) -> Int32 {
        if foreground < 0, background < 0 { return 0 }
        let key = UInt32(UInt16(bitPattern: foreground)) << 16 | UInt32(UInt16(bitPattern: background))
        if let known = pairs.firstIndex(of: key) { return Int32(known + 1) }
        let next = Int32(pairs.count + 1)
        guard next < limit, init_extended_pair(next, Int32(foreground), Int32(background)) == OK else { return 0 }
        pairs.append(key)
        return next
    }
}
