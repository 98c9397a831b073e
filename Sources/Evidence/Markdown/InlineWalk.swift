import CCmark
import Core
import Text

/// The text inside a block as spans: adjoining text of one line and one look is one span.
struct InlineWalk {
    private var spans: [Span] = []
    private var pending: [UInt8] = []
    private var marks: Span.Marks = []
    /// Marks in force around the containers that are open.
    private var outer: [Span.Marks] = []
    /// Where the text of each open link began, to compare it with the address: offset in `plain`.
    private var linkStarts: [Int] = []
    /// All the text so far, without asides.
    private var plain: [UInt8] = []
    private var line: Int
    private var breaks = false

    private init(line: Int) { self.line = line }

    /// - Parameter range: the block's source lines.
    static func spans(of block: OpaquePointer, range: ClosedRange<Int>, isHeading: Bool = false) -> [Span] {
        guard let iterator = cmark_iter_new(block) else { return [] }
        defer { cmark_iter_free(iterator) }
        var walk = InlineWalk(line: range.lowerBound)
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, event != CMARK_EVENT_NONE else { break }
            guard let node = cmark_iter_get_node(iterator), node != block else { continue }
            walk.visit(node, entering: event == CMARK_EVENT_ENTER)
        }
        walk.flush()
        if !isHeading { walk.settle(in: range) }
        return walk.spans
    }

    private mutating func visit(_ node: OpaquePointer, entering: Bool) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: append(cmark_node_get_literal(node))
        case CMARK_NODE_SOFTBREAK: nextLine(hard: false)
        case CMARK_NODE_LINEBREAK: nextLine(hard: true)
        case CMARK_NODE_CODE:
            open(.code)
            append(cmark_node_get_literal(node))
            close()
            follow(node)
        case CMARK_NODE_HTML_INLINE:
            open(.code)
            append(cmark_node_get_literal(node))
            close()
            follow(node)
        case CMARK_NODE_EMPH: entering ? open(.emphasis) : close()
        case CMARK_NODE_STRONG: entering ? open(.strong) : close()
        case CMARK_NODE_LINK: entering ? openLink() : closeLink(node)
        case CMARK_NODE_IMAGE: entering ? openImage() : closeImage(node)
        default:
            if NodeName(node) == .strikethrough { entering ? open(.strike) : close() }
        }
    }

    // MARK: - Looks

    private mutating func open(_ mark: Span.Marks) {
        flush()
        outer.append(marks)
        marks.insert(mark)
    }

    private mutating func close() {
        flush()
        marks = outer.popLast() ?? []
    }

    private mutating func openLink() {
        open(.link)
        linkStarts.append(plain.count)
    }

    /// The address follows wherever the text is not the address itself.
    private mutating func closeLink(_ node: OpaquePointer) {
        close()
        let start = linkStarts.popLast() ?? 0
        guard let url = cmark_node_get_url(node) else { return }
        let address = CString.bytes(url)
        let text = plain[min(start, plain.count)...]
        if address.isEmpty || address.elementsEqual(text) { return }
        let prefixes: [StaticString] = ["mailto:", "http://"]
        for prefix in prefixes where prefix.withUTF8Buffer({ address.elementsEqual(Array($0) + text) }) { return }
        aside(address: address)
    }

    private mutating func openImage() {
        open(.aside)
        append("[picture: ")
    }

    private mutating func closeImage(_ node: OpaquePointer) {
        append("]")
        close()
        guard let url = cmark_node_get_url(node), url.pointee != 0 else { return }
        aside(address: CString.bytes(url))
    }

    /// An address longer than anybody reads is cut: one definition may be used a million times.
    private mutating func aside(address: UnsafeBufferPointer<UInt8>) {
        flush()
        let shown = SafeText(untrustedUTF8: address).shortened(to: 400)
        spans.append(Span(" (\(shown))", marks: .aside, line: line, breaks: breaks))
        breaks = false
    }

    // MARK: - Text

    private mutating func append(_ literal: UnsafePointer<CChar>?) {
        guard let literal else { return }
        let bytes = CString.bytes(literal)
        pending.append(contentsOf: bytes)
        if !linkStarts.isEmpty { plain.append(contentsOf: bytes) }
    }

    private mutating func append(_ words: StaticString) {
        words.withUTF8Buffer { pending.append(contentsOf: $0) }
    }

    private mutating func flush() {
        guard !pending.isEmpty else { return }
        let text = pending.withUnsafeBufferPointer { SafeText(untrustedUTF8: $0) }
        spans.append(Span(text, marks: marks, line: line, breaks: breaks))
        breaks = false
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func nextLine(hard: Bool) {
        flush()
        line += 1
        breaks = breaks || hard
        if !linkStarts.isEmpty { plain.append(0x20) }
    }

    /// Code and raw HTML may run over line ends, which the parser keeps in the node's position.
    private mutating func follow(_ node: OpaquePointer) {
        line += max(0, Int(cmark_node_get_end_line(node)) - Int(cmark_node_get_start_line(node)))
    }

    /// Lines that made no text (definitions of link addresses stand before it) are missing from the count; the last line of
    /// the block is known, and the count must end there.
    private mutating func settle(in range: ClosedRange<Int>) {
        let missing = range.upperBound - line
        for at in spans.indices {
            spans[at].line = min(max(range.lowerBound, spans[at].line + missing), range.upperBound)
        }
    }
}
