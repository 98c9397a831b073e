extension Scheme {
    /// The colours of `themes/dark.yaml`. In code, so that starting reads no file.
    package static let dark = Scheme(
        name: "Assay Dark", isDark: true,
        own: [
            0x1C1C1C, 0x262626, 0x444444, 0x808080, 0xA8A8A8, 0xD0D0D0, 0xE4E4E4, 0xFFFFFF,
            0xFF8787, 0xFFAF5F, 0xFFD75F, 0x87D787, 0x5FD7D7, 0x87AFFF, 0xD7AFFF, 0xD7AF87,
        ])
}

extension Theme {
    /// What is used when nobody chose: the terminal's own colours on its own background, so that it fits a light terminal as
    /// well as a dark one and an empty cell costs nothing. Pictures show it as the dark theme.
    package static let standard: Theme = {
        var scheme = Scheme.dark
        scheme.name = "Terminal"
        scheme.dialect.usesTerminalColours = true
        return Theme(scheme)
    }()
}
