import Text

/// A text to read, free of any width: what Evidence makes and the console lays out. A flat list of blocks; nesting is in
/// each block's `lead`.
package struct Document: Equatable, Sendable {
    package var blocks: [Block]
    /// Lines of the source text, the numbers that citations use.
    package var sourceLines: Int

    package init(blocks: [Block], sourceLines: Int) {
        self.blocks = blocks
        self.sourceLines = sourceLines
    }

    package static let empty = Document(blocks: [], sourceLines: 0)
}

package struct Block: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case paragraph
        /// 1 to 6.
        case heading(Int)
        /// Lines kept as they are, never re-wrapped (a long one is cut and continued); one span list a line.
        case code
        case rule
        case table(Table)
        /// An honest card for what cannot be read here: label and value pairs.
        case card([Field])
    }
    /// What stands before the first line and before the following ones: list markers, quote bars. Same width.
    package struct Lead: Equatable, Sendable {
        package var first: SafeText
        package var rest: SafeText
        package init(first: SafeText = .empty, rest: SafeText = .empty) {
            self.first = first
            self.rest = rest
        }
    }
    package struct Field: Equatable, Sendable {
        package var label: SafeText
        package var value: SafeText
        package init(label: SafeText, value: SafeText) {
            self.label = label
            self.value = value
        }
    }
    package var kind: Kind
    package var lead: Lead
    /// The text. A span whose `line` is larger than its predecessor's begins a new source line (a soft break reads as a
    /// space in a paragraph, as a line end in code); `breaks` forces a new line.
    package var spans: [Span]
    /// First and last source line, from 1.
    package var lines: ClosedRange<Int>
    /// No blank line before it (items of a tight list).
    package var isTight: Bool

    package init(kind: Kind, lead: Lead = Lead(), spans: [Span] = [], lines: ClosedRange<Int>, isTight: Bool = false) {
        self.kind = kind
        self.lead = lead
        self.spans = spans
        self.lines = lines
        self.isTight = isTight
    }
}

package struct Span: Equatable, Sendable {
    package struct Marks: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let emphasis = Marks(rawValue: 1)
        package static let strong = Marks(rawValue: 2)
        package static let code = Marks(rawValue: 4)
        package static let link = Marks(rawValue: 8)
        package static let strike = Marks(rawValue: 16)
        /// Something of ours beside the text: a link's address, a picture's alternative.
        package static let aside = Marks(rawValue: 32)
    }
    package var text: SafeText
    package var marks: Marks
    /// The source line it stands on, from 1.
    package var line: Int
    /// A hard line break before it.
    package var breaks: Bool

    package init(_ text: SafeText, marks: Marks = [], line: Int, breaks: Bool = false) {
        self.text = text
        self.marks = marks
        self.line = line
        self.breaks = breaks
    }
}

package struct Table: Equatable, Sendable {
    package enum Alignment: Equatable, Sendable { case left, center, right }
    package struct Row: Equatable, Sendable {
        /// One span list a cell.
        package var cells: [[Span]]
        package var line: Int
        package init(cells: [[Span]], line: Int) {
            self.cells = cells
            self.line = line
        }
    }
    package var alignments: [Alignment]
    package var header: Row?
    package var rows: [Row]

    package init(alignments: [Alignment], header: Row?, rows: [Row]) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}
