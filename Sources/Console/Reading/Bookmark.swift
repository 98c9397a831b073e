import Core

/// Where a text was left: what survives another width, and another day.
package struct Bookmark: Equatable, Sendable {
    package var line: Int
    /// How far into a source line that fills several laid lines: `rows` of `of`.
    package var rows: Int
    package var of: Int

    package init(line: Int, rows: Int = 0, of: Int = 1) {
        self.line = line
        self.rows = rows
        self.of = of
    }
}

extension Bookmark {
    init(_ scroll: ReviewPlace.Scroll) {
        self.init(line: scroll.line, rows: max(0, scroll.rows ?? 0), of: max(1, scroll.of ?? 1))
    }

    func scroll(of source: DocumentSource) -> ReviewPlace.Scroll {
        ReviewPlace.Scroll(source: source.name, line: line, rows: rows > 0 ? rows : nil, of: rows > 0 ? of : nil)
    }
}

extension Layout {
    /// Laid lines that begin in one source line.
    private func stretch(of line: Int) -> Range<Int> {
        let first = lines.firstIndex { !$0.isFiller && $0.sourceLine >= line } ?? lines.count
        let end = lines[first...].firstIndex { $0.isFiller || $0.sourceLine != line } ?? lines.count
        return first..<end
    }

    package func bookmark(at top: Int) -> Bookmark {
        guard top > 0, !lines.isEmpty else { return Bookmark(line: 1) }
        let line = sourceLine(at: top)
        let stretch = stretch(of: line)
        return Bookmark(line: line, rows: max(0, top - stretch.lowerBound), of: max(1, stretch.count))
    }

    package func index(of bookmark: Bookmark) -> Int {
        if bookmark.line <= 1, bookmark.rows == 0 { return 0 }
        let first = index(ofSource: bookmark.line)
        let stretch = stretch(of: bookmark.line)
        guard bookmark.rows > 0, stretch.lowerBound == first, bookmark.of > 0 else { return first }
        return first + bookmark.rows * stretch.count / bookmark.of
    }
}
