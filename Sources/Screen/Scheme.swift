import Text

/// Sixteen (base16) or twenty-four (base24) colours with agreed meanings, as tinted-theming publishes them
/// (https://github.com/tinted-theming/home/blob/main/styling.md). A `Theme` is made of one.
package struct Scheme: Hashable, Sendable {
    package var name: SafeText
    package var isDark: Bool
    /// 16 or 24.
    package private(set) var colours: [RGB]
    package var dialect: Dialect

    /// What a scheme of our own may say beside its colours.
    package struct Dialect: Hashable, Sendable {
        /// The row under the cursor is painted whole; otherwise its marker alone tells.
        package var paintsSelection = true
        /// Speaks in the terminal's own sixteen colours on the terminal's own background: short sequences, no painting.
        package var usesTerminalColours = false
        package init() {}
    }

    /// Nil unless there are 16 or 24 colours.
    package init?(name: SafeText, isDark: Bool, colours: [RGB], dialect: Dialect = Dialect()) {
        guard colours.count == 16 || colours.count == 24 else { return nil }
        self.name = name
        self.isDark = isDark
        self.colours = colours
        self.dialect = dialect
    }

    /// For a scheme written in our own source: sixteen colours, in order.
    init(name: SafeText, isDark: Bool, own: [UInt32]) {
        self.name = name
        self.isDark = isDark
        colours = own.map { RGB($0) }
        dialect = Dialect()
    }

    /// `base(0x0D)`; base24's additions fall back to what base16 has in their stead, as its specification says.
    package func base(_ number: Int) -> RGB {
        if colours.indices.contains(number) { return colours[number] }
        switch number {
        case 0x10, 0x11: return colours[0x00]
        case 0x12: return colours[0x08]
        case 0x13: return colours[0x0A]
        case 0x14: return colours[0x0B]
        case 0x15: return colours[0x0C]
        case 0x16: return colours[0x0D]
        case 0x17: return colours[0x0E]
        default: return colours[0x05]
        }
    }
}
