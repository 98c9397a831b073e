import Core
import Screen
import Text

/// Fills lines with words, up to a measure.
///
/// The work is by bytes: a word of ASCII is as wide as it is long, and words that follow each other in one span stay one slice
/// of it, so that a line is usually made with one copy.
struct Filler {
    let measure: Int
    private var lines: [LaidLine] = []

    // The line being filled.
    private var runs: [Run] = []
    private var runStyle = Style.text
    private var run = SafeTextBuilder()
    /// The end of the run: bytes of `span` that are in the line but not yet in the builder.
    private var slice: Range<Int>?
    private var width = 0
    private var isBlank = true
    private var firstLine: Int
    private var lastLine: Int

    // The word being read: pieces without a space between, in one or more spans.
    private var word: [Piece] = []
    private var wordWidth = 0
    private var spaceBefore = false

    // The span being read.
    private var span: SafeText = .empty
    private var spanNumber = 0
    private var previousLine: Int?

    private struct Piece {
        var text: SafeText
        var span: Int
        var range: Range<Int>
        var width: Int
        var style: Style
        var line: Int
    }
    private var sliceSpan = -1
    private var sliceText: SafeText = .empty

    init(measure: Int, firstLine: Int) {
        self.measure = measure
        self.firstLine = firstLine
        lastLine = firstLine
    }

    mutating func add(_ span: Span, style: Style) {
        if span.breaks {
            placeWord()
            endLine(next: span.line)
        } else if let previousLine, span.line > previousLine {
            placeWord()
            spaceBefore = true
        }
        previousLine = span.line
        spanNumber += 1
        span.text.withUTF8 { bytes in
            var at = 0
            while at < bytes.count {
                if bytes[at] == 0x20 {
                    placeWord()
                    spaceBefore = true
                    at += 1
                    continue
                }
                let start = at
                var seen: UInt8 = 0
                while at < bytes.count, bytes[at] != 0x20 {
                    seen |= bytes[at]
                    at += 1
                }
                let columns = seen < 0x80 ? at - start : columnsOf(UnsafeBufferPointer(rebasing: bytes[start..<at]))
                word.append(
                    Piece(
                        text: span.text, span: spanNumber, range: start..<at, width: columns, style: style,
                        line: span.line))
                wordWidth += columns
            }
        }
    }

    /// The lines, at least one.
    mutating func finish() -> [LaidLine] {
        placeWord()
        endLine(next: lastLine)
        return lines
    }

    private mutating func placeWord() {
        guard !word.isEmpty else { return }
        let gap = spaceBefore && !isBlank ? 1 : 0
        if width + gap + wordWidth <= measure {
            for (number, piece) in word.enumerated() { place(piece, gap: number == 0 ? gap : 0) }
        } else {
            // Scripts without spaces go on filling the line; a word too long for any line is cut.
            let isCut = wordWidth > measure
            if !isBlank, !(isCut && hasWideGlyphs && width + gap + 2 <= measure) {
                endLine(next: word[0].line)
                for piece in word { cut(piece) }
            } else {
                for (number, piece) in word.enumerated() { cut(piece, gap: number == 0 ? gap : 0) }
            }
        }
        word.removeAll(keepingCapacity: true)
        wordWidth = 0
        spaceBefore = false
    }

    private var hasWideGlyphs: Bool {
        word.contains { piece in
            var wide = false
            piece.text.slice(utf8: piece.range).forEachGlyph { _, width in
                wide = width > 1
                return !wide
            }
            return wide
        }
    }

    /// Places as much as fits, and the rest on lines of its own.
    private mutating func cut(_ piece: Piece, gap: Int = 0) {
        if width + gap + piece.width <= measure { return place(piece, gap: gap) }
        var gap = gap
        var rest = piece.text.slice(utf8: piece.range)
        while !rest.isEmpty {
            var (head, tail) = rest.split(atColumn: measure - width - gap)
            if head.isEmpty, isBlank { (head, tail) = (.empty, rest.split(atColumn: 2).1) }
            if !head.isEmpty {
                let bytes = head.string.utf8.count
                place(
                    Piece(
                        text: head, span: -1, range: 0..<bytes, width: head.width, style: piece.style, line: piece.line),
                    gap: gap)
            }
            gap = 0
            rest = tail
            if !rest.isEmpty { endLine(next: piece.line) }
        }
    }

    private mutating func place(_ piece: Piece, gap: Int) {
        if isBlank { firstLine = piece.line; lastLine = piece.line }
        lastLine = max(lastLine, piece.line)
        if piece.style == runStyle, sliceSpan == piece.span, piece.span >= 0, let open = slice,
            open.upperBound + gap == piece.range.lowerBound
        {
            slice = open.lowerBound..<piece.range.upperBound
        } else {
            closeSlice()
            if piece.style != runStyle {
                change(to: piece.style, gap: gap)
            } else if gap > 0 {
                run.append(" ")
            }
            slice = piece.range
            sliceSpan = piece.span
            sliceText = piece.text
        }
        width += gap + piece.width
        isBlank = false
    }

    /// The space between two styles stands in the plain one, so that no underline runs through it.
    private mutating func change(to style: Style, gap: Int) {
        if gap > 0, runStyle == .text { run.append(" ") }
        let isSpaced = gap == 0 || runStyle == .text
        closeRun()
        runStyle = style
        guard !isSpaced else { return }
        if style == .text { run.append(" ") } else { runs.append(Run(" ")) }
    }

    private mutating func closeSlice() {
        guard let open = slice else { return }
        run.append(sliceText, utf8: open)
        slice = nil
        sliceSpan = -1
    }

    private mutating func closeRun() {
        if !run.isEmpty { runs.append(Run(run.take(), runStyle)) }
    }

    private mutating func endLine(next line: Int) {
        if run.isEmpty, let open = slice {
            runs.append(Run(sliceText.slice(utf8: open), runStyle))
            slice = nil
            sliceSpan = -1
        } else {
            closeSlice()
            closeRun()
        }
        lines.append(LaidLine(runs: runs, sourceLine: firstLine, lastSourceLine: lastLine, width: width))
        runs.removeAll(keepingCapacity: false)
        width = 0
        isBlank = true
        firstLine = line
        lastLine = line
        spaceBefore = false
    }
}

/// Columns of UTF-8 that is no ASCII.
private func columnsOf(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var total = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { total += scalarWidth(scalar.value) }
    return total
}
