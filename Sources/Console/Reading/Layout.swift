import Core
import Screen
import Text

/// A stretch of one line in one style.
package struct Run: Equatable, Sendable {
    package var text: SafeText
    package var style: Style

    package init(_ text: SafeText, _ style: Style = .text) {
        self.text = text
        self.style = style
    }
}

/// One line of a text set to a measure, and the source lines that stand in it.
package struct LaidLine: Equatable, Sendable {
    package var runs: [Run]
    /// The first source line it shows.
    package var sourceLine: Int
    /// The last; one less than `sourceLine` for a blank line between blocks, which shows none.
    package var lastSourceLine: Int
    /// Columns.
    package var width: Int

    package var isFiller: Bool { lastSourceLine < sourceLine }

    /// Shows any of these source lines.
    package func shows(_ lines: ClosedRange<Int>) -> Bool {
        !isFiller && sourceLine <= lines.upperBound && lines.lowerBound <= lastSourceLine
    }

    package var text: SafeText { runs.map(\.text).joined() }

    package static func filler(before line: Int) -> LaidLine {
        LaidLine(runs: [], sourceLine: line, lastSourceLine: line - 1, width: 0)
    }
}

/// A document set to a measure.
package struct Layout: Equatable, Sendable {
    package let measure: Int
    package private(set) var lines: [LaidLine]

    /// Lines longer than this are hard to read, however wide the window.
    package static let widestMeasure = 88

    /// - Parameter width: columns there are; at most `widestMeasure` are used.
    package init(_ document: Document, width: Int) {
        measure = max(1, min(width, Layout.widestMeasure))
        var setter = Typesetter(measure: measure)
        for block in document.blocks { setter.set(block) }
        lines = setter.lines
    }

    /// The first laid line that shows a source line, or what comes after it.
    package func index(ofSource line: Int) -> Int {
        lines.firstIndex { !$0.isFiller && $0.lastSourceLine >= line } ?? max(0, lines.count - 1)
    }

    /// The source line that a laid line shows, or that follows it.
    package func sourceLine(at index: Int) -> Int {
        lines.isEmpty ? 1 : lines[min(max(0, index), lines.count - 1)].sourceLine
    }

    /// The source line that begins a laid line below, or above, the given one; nil at an end.
    package func sourceLine(after line: Int) -> Int? {
        lines.first { !$0.isFiller && $0.sourceLine > line }?.sourceLine
    }

    package func sourceLine(before line: Int) -> Int? {
        lines.last { !$0.isFiller && $0.sourceLine < line }?.sourceLine
    }
}
