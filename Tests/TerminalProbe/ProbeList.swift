import Screen
import Text

/// A million rows, of which a page is shown; the last row says which key came.
struct ProbeList {
    var size: Size
    var top = 0
    var current = 0
    var said: SafeText = "ready"

    private static let count = 1_000_000
    private static let words: [SafeText] = [
        "amber", "basin", "copper", "delta", "ember", "fjord", "granite", "harbor", "island", "juniper", "kernel",
        "lagoon",
        "meadow", "nectar", "orchard", "prairie",
    ]

    init(size: Size) { self.size = size }

    private var page: Int { max(1, size.rows - 2) }

    mutating func take(_ key: Key) {
        switch key {
        case .character("j"), .down: go(current + 1)
        case .character("k"), .up: go(current - 1)
        case .pageDown: go(current + page)
        case .pageUp: go(current - page)
        case .character("G"): go(Self.count - 1)
        case .character("g"): go(0)
        case .paste(let text): said = "paste \(text.utf8.count) \(untrusted: String(text.suffix(20)))"
        default: said = "key \(untrusted: "\(key)")"
        }
    }

    private mutating func go(_ row: Int) {
        let row = min(max(0, row), Self.count - 1)
        let step = row - current
        current = row
        if abs(step) >= page { top = min(max(0, top + step), Self.count - page) }
        if current < top { top = current }
        if current >= top + page { top = current - page + 1 }
    }

    func frame() -> Frame {
        var frame = Frame(size: size)
        frame.put(
            "  due      micro-credential                 district              try  state", x: 0, y: 0,
            style: Style(.title))
        for line in 0..<page { draw(top + line, at: 1 + line, in: &frame) }
        frame.put(said, x: 0, y: size.rows - 1, style: Style(.message))
        return frame
    }

    private func draw(_ row: Int, at y: Int, in frame: inout Frame) {
        let isSelected = row == current
        let hash = UInt64(row + 1) &* 2_654_435_761
        func word(_ shift: UInt64) -> SafeText { Self.words[Int((hash >> shift) & 15)] }
        func style(_ role: Style.Role) -> Style { Style(role, isSelected: isSelected) }
        if isSelected { frame.fill(Rect(x: 0, y: y, width: size.columns, height: 1), style: style(.text)) }
        if isSelected { frame.put(">", x: 0, y: y, style: style(.text)) }
        let digits = SafeText("\(row + 1)").padded(to: 8, right: true)
        frame.put(digits, x: 2, y: y, style: style(row % 5 == 0 ? .danger : .text))
        frame.put("\(word(4)) \(word(9)) \u{00E9}t\u{00E9} \(word(13))", x: 11, y: y, style: style(.text))
        frame.put("\(word(17)) county", x: 44, y: y, style: style(.quiet))
        frame.put("\((hash >> 21) & 3)", x: 67, y: y, style: style(.text))
        frame.put(row % 3 == 0 ? "claimed" : "pending", x: 71, y: y, style: style(row % 3 == 0 ? .warning : .text))
        if row % 7 == 0 { frame.put("\u{65E5}\u{672C}", x: 80, y: y, style: style(.text)) }
    }
}
