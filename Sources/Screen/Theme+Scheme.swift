extension Theme {
    /// WCAG 2.2, 1.4.3 Contrast (Minimum): text.
    package static let textContrast = 4.5
    /// WCAG 2.2, 1.4.11 Non-text Contrast: rules, marks, bars.
    package static let markContrast = 3.0

    /// What a role must be told from its background by.
    package static func contrast(asked role: Style.Role) -> Double {
        switch role {
        case .rule, .hollow, .chart1, .chart2, .chart3, .chart4, .chart5, .chart6: markContrast
        default: textContrast
        }
    }

    /// Every role from the meanings of base16 and base24. Schemes made for code give little contrast to comments and
    /// accents; whatever could not be read is moved towards black or white until it can.
    package init(_ scheme: Scheme) {
        self.scheme = scheme
        let paper = scheme.base(0x00)

        func look(
            _ role: Style.Role, _ number: Int, ansi: UInt8?, _ attributes: Look.Attributes = []
        ) -> Look {
            let ink = scheme.base(number).readable(on: paper, contrast: Theme.contrast(asked: role))
            return Look(
                foreground: Colour(ink, ansi: ansi), background: Colour(paper, ansi: nil), attributes: attributes)
        }

        let shade = scheme.base(0x02)
        let candidates = [scheme.base(0x05), scheme.base(0x06), scheme.base(0x07)]
        let clearest = candidates.max { $0.contrast(with: shade) < $1.contrast(with: shade) } ?? scheme.base(0x05)
        selection = Look(
            foreground: Colour(clearest.readable(on: shade, contrast: Theme.textContrast), ansi: nil),
            background: Colour(shade, ansi: nil), attributes: [])

        let mark = scheme.base(0x0A)
        let marked = Look(
            foreground: Colour(paper.readable(on: mark, contrast: Theme.textContrast), ansi: 0),
            background: Colour(mark, ansi: 3), attributes: [])

        looks = Style.Role.allCases.map { role in
            switch role {
            case .text, .message, .selected: look(role, 0x05, ansi: nil)
            // Bright black, the usual grey, cannot be read in every palette; faint can.
            case .quiet: look(role, 0x04, ansi: nil, .dim)
            case .rule: look(role, 0x03, ansi: nil, .dim)
            case .hollow: look(role, 0x03, ansi: nil, .dim)
            case .heading, .title: look(role, 0x06, ansi: nil, .bold)
            case .focus: look(role, 0x0D, ansi: 6, .bold)
            case .good, .filled: look(role, 0x0B, ansi: 2)
            case .warning: look(role, 0x0A, ansi: 3)
            case .danger: look(role, 0x08, ansi: 1)
            case .error: look(role, 0x08, ansi: 1, .bold)
            case .link: look(role, 0x0D, ansi: nil, .underline)
            case .code: look(role, 0x0C, ansi: 6)
            case .key: look(role, 0x06, ansi: nil, .bold)
            case .marked: marked
            case .chart1: look(role, 0x0D, ansi: 4)
            case .chart2: look(role, 0x09, ansi: 3)
            case .chart3: look(role, 0x0B, ansi: 2)
            case .chart4: look(role, 0x0E, ansi: 5)
            case .chart5: look(role, 0x0C, ansi: 6)
            case .chart6: look(role, 0x08, ansi: 1)
            }
        }
    }
}
