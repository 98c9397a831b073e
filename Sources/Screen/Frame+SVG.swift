import Text

extension Frame {
    /// A picture of the frame. Every run is held to its columns by `textLength`, so that cells line up whatever font the reader has.
    package func svg(theme: Theme) -> String {
        let width = Double(size.columns) * SVG.column + 2 * SVG.margin
        let height = Double(size.rows) * SVG.row + 2 * SVG.margin
        let base = theme.look(of: .text)
        let edge = theme.background.mixed(with: base.foreground.rgb, 0.2)
        var out = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(SVG.number(width))" height="\(SVG.number(height))" \
            viewBox="0 0 \(SVG.number(width)) \(SVG.number(height))" role="img">
            <style>text{font:\(SVG.number(SVG.font))px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}</style>
            <rect x="0.5" y="0.5" width="\(SVG.number(width - 1))" height="\(SVG.number(height - 1))" rx="8" \
            fill="\(theme.background.hex)" stroke="\(edge.hex)"/>

            """
        for y in 0..<size.rows {
            let runs = self.runs(y, of: theme.look(of:), trimming: base)
            for run in runs where run.look.paper != theme.background { out += SVG.paper(run, y) }
            for run in runs { out += SVG.text(run, y) }
        }
        if let cursor, bounds.contains(x: cursor.x, y: cursor.y) {
            out += SVG.box(cursor.x, cursor.y, columns: 1, fill: base.foreground.rgb.hex, more: " opacity=\"0.5\"")
        }
        return out + "</svg>\n"
    }
}

extension Look {
    fileprivate var ink: RGB { attributes.contains(.reverse) ? background.rgb : foreground.rgb }
    fileprivate var paper: RGB { attributes.contains(.reverse) ? foreground.rgb : background.rgb }
}

/// The measures and words of an SVG picture, in pixels.
private enum SVG {
    static let column = 8.4
    static let row = 18.0
    static let font = 14.0
    static let margin = 14.0
    /// From the top of a row to the line that letters stand on.
    static let baseline = 13.5

    /// Tenths, without a trailing `.0`.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    static func box(_ x: Int, _ y: Int, columns: Int, fill: String, more: String = "") -> String {
        let left = margin + Double(x) * column
        let top = margin + Double(y) * row
        return "<rect x=\"\(number(left))\" y=\"\(number(top))\" width=\"\(number(Double(columns) * column))\" "
            + "height=\"\(number(row))\" fill=\"\(fill)\"\(more)/>\n"
    }

    static func paper(_ run: Run<Look>, _ y: Int) -> String {
        box(run.column, y, columns: run.cells.count, fill: run.look.paper.hex)
    }

    /// The words of a run: pieces without long gaps, since a font that is a little narrower would drift over a gap, and glyphs that
    /// many fonts lack apart from those that all have.
    static func text(_ run: Run<Look>, _ y: Int) -> String {
        var out = ""
        var piece = ""
        var (start, columns) = (0, 0)
        var isPlain = true
        var blanks = 0

        func flush() {
            if columns > blanks {
                out += element(piece, x: run.column + start, y, columns: columns, look: run.look)
            }
            piece = ""
            columns = 0
            blanks = 0
        }

        for (offset, cell) in run.cells.enumerated() where cell.width > 0 {
            let plain = cell.glyph.isASCII
            let isBlank = cell.glyph == .space
            if columns > 0, plain != isPlain && !isBlank || cell.width == 2 || (blanks >= 2 && !isBlank) { flush() }
            if columns == 0 {
                if isBlank { continue }
                start = offset
            }
            if !isBlank { isPlain = plain && cell.width == 1; blanks = 0 } else { blanks += 1 }
            cell.glyph.append(to: &piece)
            columns += Int(cell.width)
        }
        flush()
        return out
    }

    private static func element(_ text: String, x: Int, _ y: Int, columns: Int, look: Look) -> String {
        var words = Substring(text)
        var columns = columns
        while words.last == " " { words.removeLast(); columns -= 1 }
        var more = ""
        if look.attributes.contains(.bold) { more += " font-weight=\"bold\"" }
        if look.attributes.contains(.italic) { more += " font-style=\"italic\"" }
        let lines = [(Look.Attributes.underline, "underline"), (.strike, "line-through")]
            .filter { look.attributes.contains($0.0) }.map(\.1)
        if !lines.isEmpty { more += " text-decoration=\"\(lines.joined(separator: " "))\"" }
        return
            "<text x=\"\(number(margin + Double(x) * column))\" y=\"\(number(margin + Double(y) * row + baseline))\" "
            + "textLength=\"\(number(Double(columns) * column))\" lengthAdjust=\"spacingAndGlyphs\" "
            + "fill=\"\(look.ink.hex)\"\(more)>\(escaped(words))</text>\n"
    }

    private static func escaped(_ text: Substring) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
