/// Columns by rows, in cells. Never negative.
package struct Size: Hashable, Sendable {
    package var columns: Int
    package var rows: Int
    package init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A part of a frame, in cells; the top left is 0, 0. May be empty, never negative.
package struct Rect: Hashable, Sendable {
    package var x: Int
    package var y: Int
    package var width: Int
    package var height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    package static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

    package var right: Int { x + width }
    package var bottom: Int { y + height }
    package var isEmpty: Bool { width == 0 || height == 0 }

    package func contains(x: Int, y: Int) -> Bool { x >= self.x && x < right && y >= self.y && y < bottom }

    /// Cuts rows off the top: the strip, and what is left under it.
    package func cutTop(_ rows: Int) -> (Rect, Rect) {
        let cut = min(max(0, rows), height)
        return (
            Rect(x: x, y: y, width: width, height: cut), Rect(x: x, y: y + cut, width: width, height: height - cut)
        )
    }

    /// Cuts rows off the bottom: what is left above, and the strip.
    package func cutBottom(_ rows: Int) -> (Rect, Rect) { cutTop(height - min(max(0, rows), height)) }

    /// Cuts columns off the left: the strip, and what is left beside it.
    package func cutLeft(_ columns: Int) -> (Rect, Rect) {
        let cut = min(max(0, columns), width)
        return (
            Rect(x: x, y: y, width: cut, height: height), Rect(x: x + cut, y: y, width: width - cut, height: height)
        )
    }

    package func inset(dx: Int, dy: Int) -> Rect {
        let dx = min(dx, width / 2)
        let dy = min(dy, height / 2)
        return Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }
}
