import Screen
import Text

/// A menu's place: over the lower part of the screen, above the last line, under one rule that carries its title.
struct Sheet {
    /// The rule.
    var title: Rect
    /// What is under it.
    var body: Rect

    /// As high as what it shows, as long as a line of the screen under it is still to be seen.
    init(rows: Int, size: Size) {
        let room = max(0, size.rows - 1)
        let height = min(rows + 1, size.rows > 4 ? room - 1 : room)
        let whole = Rect(x: 0, y: room - height, width: size.columns, height: height)
        (title, body) = whole.cutTop(height > 1 ? 1 : 0)
    }

    func render(_ words: SafeText, into frame: inout Frame) {
        frame.fill(body)
        guard !title.isEmpty else { return }
        frame.put(.repeated("\u{2500}", title.width), x: 0, y: title.y, style: Style(.rule))
        if title.width > 6 {
            frame.put(" " + words.shortened(to: title.width - 6) + " ", x: 2, y: title.y, style: Style(.title))
        }
    }

    /// The first of `count` lines to show so that `cursor` is among them: the list moves a page at a time, never per key.
    static func top(cursor: Int, count: Int, height: Int) -> Int {
        guard height > 0 else { return 0 }
        return min(cursor / height * height, max(0, count - height))
    }
}
