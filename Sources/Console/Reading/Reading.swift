import Core

/// A document in a pane: how it is set, and where it has been scrolled to.
package struct Reading: Equatable, Sendable {
    package let document: Document
    package private(set) var layout: Layout
    /// The first laid line shown.
    package private(set) var top: Int
    /// Rows there were when it was last settled.
    private var height = 1

    package init(_ document: Document, width: Int, at bookmark: Bookmark? = nil) {
        self.document = document
        layout = Layout(document, width: width)
        top = bookmark.map(layout.index(of:)) ?? 0
    }

    /// Where it is, in source lines: what survives another width.
    package var line: Int { bookmark.line }

    package var bookmark: Bookmark { layout.bookmark(at: top) }

    package var lastTop: Int { max(0, layout.lines.count - height) }

    /// Sets the text anew where the measure has changed, keeping the source line at the top, and clamps.
    package mutating func settle(width: Int, height: Int) {
        self.height = max(1, height)
        if layout.measure != max(1, min(width, Layout.widestMeasure)) {
            let place = bookmark
            layout = Layout(document, width: width)
            top = layout.index(of: place)
        }
        top = min(max(0, top), lastTop)
    }

    package mutating func scroll(by lines: Int) { top = min(max(0, top + lines), lastTop) }

    /// A page leaves one line of what was there.
    package mutating func scroll(pages: Int) { scroll(by: pages * max(1, height - 1)) }

    package mutating func scrollToTop() { top = 0 }
    package mutating func scrollToEnd() { top = lastTop }

    /// Scrolls as little as shows a source line whole, its first laid line in any case.
    package mutating func reveal(line: Int) {
        let first = layout.index(ofSource: line)
        let last = layout.lines.lastIndex { $0.shows(line...line) } ?? first
        if last >= top + height { top = min(last - height + 1, first) }
        if first < top { top = first }
        top = min(max(0, top), lastTop)
    }

    /// How far down the last line shown is: nil where all is shown.
    package var percent: Int? {
        let count = layout.lines.count
        return count <= height ? nil : min(100, (top + height) * 100 / count)
    }

    /// The laid lines on the screen.
    package var visible: ArraySlice<LaidLine> {
        layout.lines[min(top, layout.lines.count)..<min(top + height, layout.lines.count)]
    }
}
