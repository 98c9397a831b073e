import Glibc

/// Contrast as WCAG 2.2 defines it: "relative luminance" and "contrast ratio" of its section 6, Glossary
/// (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
extension RGB {
    /// 0 for black, 1 for white.
    package var relativeLuminance: Double {
        func linear(_ value: UInt8) -> Double {
            let part = Double(value) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// 1 (the same) to 21 (black on white).
    package func contrast(with other: RGB) -> Double {
        let (mine, theirs) = (relativeLuminance, other.relativeLuminance)
        return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
    }

    /// This colour, or the nearest to it on the way to black or white, that reaches `contrast` on `background`, exact as well as
    /// rounded to the 256 colours of a terminal.
    package func readable(on background: RGB, contrast: Double) -> RGB {
        let rounded = RGB(xterm: background.xterm)
        func isEnough(_ colour: RGB) -> Bool {
            colour.contrast(with: background) >= contrast
                && RGB(xterm: colour.xterm).contrast(with: rounded) >= contrast
        }
        if isEnough(self) { return self }
        let (black, white) = (RGB(0x000000), RGB(0xFFFFFF))
        let end = black.contrast(with: background) > white.contrast(with: background) ? black : white
        for step in 1..<32 {
            let colour = mixed(with: end, Double(step) / 32)
            if isEnough(colour) { return colour }
        }
        return end
    }
}
