import Text

/// What a style looks like: colours, and attributes added to them.
package struct Look: Hashable, Sendable {
    package struct Attributes: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let bold = Attributes(rawValue: 1)
        package static let italic = Attributes(rawValue: 2)
        package static let underline = Attributes(rawValue: 4)
        package static let strike = Attributes(rawValue: 8)
        package static let reverse = Attributes(rawValue: 16)
        package static let dim = Attributes(rawValue: 32)

        /// Those that a style asks for itself have the same places.
        init(_ own: Style.Attributes) { self.init(rawValue: own.rawValue) }
    }
    package var foreground: Colour
    package var background: Colour
    package var attributes: Attributes
}

/// A look in the words of one terminal: colour numbers (-1 is the terminal's default) and attributes.
package struct Ink: Hashable, Sendable {
    package var foreground: Int16
    package var background: Int16
    package var attributes: Look.Attributes

    package static let plain = Ink(foreground: -1, background: -1, attributes: [])
}

/// How every role looks. A value made once; nothing else knows a colour.
package struct Theme: Hashable, Sendable {
    package let scheme: Scheme
    /// In the order of `Style.Role`'s raw values.
    let looks: [Look]
    let selection: Look

    package var name: SafeText { scheme.name }
    package var isDark: Bool { scheme.isDark }
    package var background: RGB { scheme.base(0x00) }

    /// The exact look, as pictures show it.
    package func look(of style: Style) -> Look {
        let own = Look.Attributes(style.attributes)
        var look = looks[Int(style.role.rawValue)]
        if style.isSelected || style.role == .selected {
            // One look for the whole row: what it says must not depend on colour anyway, and a row of one look is a third
            // cheaper to send than one of many.
            if scheme.dialect.paintsSelection {
                look = selection
            } else if style.role == .selected {
                look.attributes.insert(.bold)
            }
        }
        look.attributes.formUnion(own)
        return look
    }

    /// The look as a terminal of this depth can show it.
    package func ink(of style: Style, depth: ColourDepth) -> Ink {
        let own = Look.Attributes(style.attributes)
        let isSelected = scheme.dialect.paintsSelection && (style.isSelected || style.role == .selected)
        if depth == .none {
            return Ink(
                foreground: -1, background: -1,
                attributes: (isSelected ? .reverse : Theme.bare(style.role)).union(own))
        }
        if depth < .full || scheme.dialect.usesTerminalColours {
            if isSelected { return Ink(foreground: -1, background: -1, attributes: own.union(.reverse)) }
            // On slow lines the mark of the current row, sent at every key, is told by its form.
            if !scheme.dialect.paintsSelection, style.role == .focus {
                return Ink(foreground: -1, background: -1, attributes: own)
            }
            return terminalInk(look(of: style), depth: depth)
        }
        let look = look(of: style)
        return Ink(
            foreground: Int16(look.foreground.rgb.xterm), background: Int16(look.background.rgb.xterm),
            attributes: look.attributes.subtracting([.dim, .reverse]))
    }

    private func terminalInk(_ look: Look, depth: ColourDepth) -> Ink {
        var ink = Ink(foreground: -1, background: -1, attributes: look.attributes)
        // Faint costs nine bytes a word, which a theme for slow lines does without.
        if !scheme.dialect.paintsSelection { ink.attributes.remove(.dim) }
        if let background = look.background.ansi { ink.background = Int16(background) }
        if let foreground = look.foreground.ansi { ink.foreground = Int16(foreground) }
        if depth == .eight {
            // The bright eight are not there: the plain ones in bold.
            if ink.foreground >= 8 { ink.foreground -= 8; ink.attributes.insert(.bold) }
            if ink.background >= 8 { ink.background -= 8 }
        }
        return ink
    }

    /// Without colour, what must be told apart is told apart by attributes.
    private static func bare(_ role: Style.Role) -> Look.Attributes {
        switch role {
        case .heading, .title, .focus, .key, .warning, .danger, .error, .filled: .bold
        case .link: .underline
        case .selected, .marked: .reverse
        default: []
        }
    }
}
