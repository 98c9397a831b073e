import Text

/// Parts of a whole as one bar. Each part has a glyph of its own, so that a bar without colour still reads.
package struct StackedBar: Equatable, Sendable {
    package struct Part: Equatable, Sendable {
        package var value: Int
        package var glyph: Glyph
        package var style: Style

        package init(value: Int, glyph: Glyph, style: Style) {
            self.value = value
            self.glyph = glyph
            self.style = style
        }
    }
    package var parts: [Part]

    package init(_ parts: [Part]) { self.parts = parts }

    /// Columns of each part in a bar of `width`: in proportion, together exactly `width`, and at least one for whatever is
    /// not 0 as long as there is one for each. All 0 where there is nothing to divide.
    package func widths(in width: Int) -> [Int] {
        let values = parts.map { max(0, $0.value) }
        let total = values.reduce(0.0) { $0 + Double($1) }
        guard width > 0, total > 0 else { return values.map { _ in 0 } }
        let least = values.count { $0 > 0 } <= width ? 1 : 0
        let shares = values.map { Double($0) / total * Double(width) }
        var widths = zip(values, shares).map { value, share in value > 0 ? max(least, Int(share)) : 0 }
        // What rounding left over goes to who lost most by it; what the least ones took too much comes from the widest.
        while widths.reduce(0, +) < width {
            let at = widths.indices.max { shares[$0] - Double(widths[$0]) < shares[$1] - Double(widths[$1]) } ?? 0
            widths[at] += 1
        }
        while widths.reduce(0, +) > width {
            let at = widths.indices.max { widths[$0] < widths[$1] } ?? 0
            widths[at] -= 1
        }
        return widths
    }

    /// Fills the rectangle from the left.
    package func render(_ rect: Rect, into frame: inout Frame) {
        var x = rect.x
        for (part, width) in zip(parts, widths(in: rect.width)) {
            frame.fill(
                Rect(x: x, y: rect.y, width: width, height: rect.height), with: part.glyph, style: part.style)
            x += width
        }
    }
}
