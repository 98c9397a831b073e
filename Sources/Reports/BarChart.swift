/// A chart as inline SVG. Colours are the page's classes, so that light, dark and paper each have their own; the words of the
/// chart are there for who can't see it.
struct BarChart {
    struct Bar {
        var label: String
        /// One on the other, from the bottom; each with its class.
        var parts: [Int]
    }
    var id: String
    var title: String
    var summary: String
    var bars: [Bar]
    /// Classes of the parts.
    var classes: [String]
    /// A line after so many bars, with what it says.
    var mark: (after: Int, words: String)?

    private let height = 180
    private let left = 56
    private let width = 700

    init(
        id: String, title: String, summary: String, bars: [Bar], classes: [String],
        mark: (after: Int, words: String)? = nil
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.bars = bars
        self.classes = classes
        self.mark = mark
    }

    var svg: String {
        let top = scale(bars.map { $0.parts.reduce(0, +) }.max() ?? 0)
        var out = """
            <svg role="img" aria-labelledby="\(id)-title \(id)-desc" viewBox="0 0 \(width) \(height + 62)" \
            xmlns="http://www.w3.org/2000/svg">
            <title id="\(id)-title">\(Markup.text(title))</title>
            <desc id="\(id)-desc">\(Markup.text(summary))</desc>

            """
        for step in 0...4 {
            let y = 16 + height - height * step / 4
            out += "<line class=\"grid\" x1=\"\(left)\" x2=\"\(width)\" y1=\"\(y)\" y2=\"\(y)\" />\n"
            if (top * step).isMultiple(of: 4) {
                out +=
                    "<text class=\"tick\" text-anchor=\"end\" x=\"\(left - 8)\" y=\"\(y + 4)\">\(Figure.count(top * step / 4))</text>\n"
            }
        }
        let slot = Double(width - left) / Double(max(1, bars.count))
        // Labels that would run into each other are left out; the first and the last are always there.
        let every = max(1, Int((56 / slot).rounded(.up)))
        for (index, bar) in bars.enumerated() {
            let x = Double(left) + slot * Double(index)
            out += column(bar, x: x, slot: slot, top: top)
            if index == bars.count - 1 || (index.isMultiple(of: every) && bars.count - 1 - index >= every) {
                out +=
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"\(Figure.decimal(x + slot / 2))\" y=\"\(height + 34)\">\(Markup.text(bar.label))</text>\n"
            }
        }
        if let mark, mark.after > 0, mark.after < bars.count {
            let x = Figure.decimal(Double(left) + slot * Double(mark.after))
            out += "<line class=\"mark\" x1=\"\(x)\" x2=\"\(x)\" y1=\"6\" y2=\"\(16 + height)\" />\n"
            let isFar = mark.after * 2 > bars.count
            let at = Figure.decimal(Double(left) + slot * Double(mark.after) + (isFar ? -6 : 6))
            out +=
                "<text class=\"tick\" text-anchor=\"\(isFar ? "end" : "start")\" x=\"\(at)\" y=\"12\">\(Markup.text(mark.words))</text>\n"
        }
        return out + "</svg>\n"
    }

    private func column(_ bar: Bar, x: Double, slot: Double, top: Int) -> String {
        var out = ""
        var below = 0
        // One month alone is a bar, not a wall.
        let wide = min(slot * 0.76, 72)
        for (part, name) in zip(bar.parts, classes) where part > 0 {
            let from = Double(height) * Double(below) / Double(top)
            let tall = Double(height) * Double(part) / Double(top)
            out +=
                "<rect class=\"\(name)\" x=\"\(Figure.decimal(x + (slot - wide) / 2))\" width=\"\(Figure.decimal(wide))\" y=\"\(Figure.decimal(Double(height + 16) - from - tall))\" height=\"\(Figure.decimal(tall))\" />\n"
            below += part
        }
        return out
    }

    /// The next of 4, 8, 20, 40, 80, 200, ...: quarters of it are whole numbers.
    private func scale(_ most: Int) -> Int {
        var top = 4
        var step = 0
        while top < most {
            top = step % 3 == 1 ? top / 2 * 5 : top * 2
            step += 1
        }
        return top
    }
}
