import Screen
import Testing

/// Every role on its background, as pictures show it and as 256 colours show it, selected and not.
package func expectReadable(
    _ theme: Theme, text: Double = Theme.textContrast, sourceLocation: SourceLocation = #_sourceLocation
) {
    for role in Style.Role.allCases {
        for isSelected in [false, true] {
            let look = theme.look(of: Style(role, isSelected: isSelected))
            let asked = Theme.contrast(asked: role) < Theme.textContrast ? Theme.markContrast : text
            let (ink, paper) = (look.foreground.rgb, look.background.rgb)
            let rounded = RGB(xterm: ink.xterm).contrast(with: RGB(xterm: paper.xterm))
            let words: Comment =
                "\(theme.name.string): \(role)\(isSelected ? ", selected" : ""), \(ink.hex) on \(paper.hex)"
            #expect(ink.contrast(with: paper) >= asked, words, sourceLocation: sourceLocation)
            #expect(rounded >= asked, words, sourceLocation: sourceLocation)
        }
    }
}
