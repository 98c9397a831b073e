import CCmark
import Core
import Text

/// Walks the parser's tree once, with its iterator (no recursion: nesting is the writer's to choose), and lays the blocks
/// out flat, each with its lead.
struct BlockWalk {
    private var blocks: [Block] = []
    private var leads = LeadStack()
    private let lastLine: Int

    /// - Parameter lastLine: no block ends after it.
    init(lastLine: Int) { self.lastLine = max(1, lastLine) }

    consuming func blocks(of root: OpaquePointer) -> [Block] {
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, event != CMARK_EVENT_NONE else { break }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            let entering = event == CMARK_EVENT_ENTER
            if visit(node, entering: entering) {
                // The block has read its own children: on to its end.
                cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
            }
        }
        return blocks
    }

    /// - Returns: whether the children of `node` have been dealt with.
    private mutating func visit(_ node: OpaquePointer, entering: Bool) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: return false
        case CMARK_NODE_BLOCK_QUOTE: entering ? leads.openQuote() : leads.close()
        case CMARK_NODE_LIST: entering ? leads.open(list: node) : leads.closeList()
        case CMARK_NODE_ITEM: entering ? openItem(node) : closeItem(node)
        case CMARK_NODE_PARAGRAPH where entering:
            add(.paragraph, node, spans: InlineWalk.spans(of: node, range: range(node)))
            return true
        case CMARK_NODE_HEADING where entering:
            let level = Int(cmark_node_get_heading_level(node))
            add(.heading(level), node, spans: InlineWalk.spans(of: node, range: range(node), isHeading: true))
            return true
        case CMARK_NODE_CODE_BLOCK:
            add(.code, node, spans: CodeLines.spans(of: node, from: range(node).lowerBound + (isFenced(node) ? 1 : 0)))
        case CMARK_NODE_HTML_BLOCK:
            add(.code, node, spans: CodeLines.spans(of: node, from: range(node).lowerBound))
        case CMARK_NODE_THEMATIC_BREAK: add(.rule, node)
        default:
            guard entering else { return false }
            guard NodeName(node) == .table else { return false }
            let table = TableWalk.table(of: node)
            let first = table.header?.line ?? range(node).lowerBound
            add(.table(table), lines: first...max(first, table.rows.last?.line ?? first + 1))
            return true
        }
        return false
    }

    private mutating func openItem(_ node: OpaquePointer) {
        let isTask = NodeName(node) == .taskItem
        leads.openItem(checked: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil)
    }

    private mutating func closeItem(_ node: OpaquePointer) {
        if leads.isUnused { add(.paragraph, node) }  // an item with nothing in it still has its marker
        leads.close()
    }

    private mutating func add(_ kind: Block.Kind, _ node: OpaquePointer, spans: [Span] = []) {
        let range = range(node)
        // The parser lets a block that is not a paragraph run on over the blank lines behind it.
        let last = kind == .paragraph ? range.upperBound : max(range.lowerBound, spans.last?.line ?? 0)
        add(kind, lines: range.lowerBound...last, spans: spans)
    }

    private mutating func add(_ kind: Block.Kind, lines: ClosedRange<Int>, spans: [Span] = []) {
        let isTight = leads.isTight && !blocks.isEmpty
        let held = min(lines.lowerBound, lastLine)...min(lines.upperBound, lastLine)
        blocks.append(Block(kind: kind, lead: leads.take(), spans: spans, lines: held, isTight: isTight))
    }

    /// The library writes through all three pointers, wanted or not.
    private func isFenced(_ node: OpaquePointer) -> Bool {
        var length: Int32 = 0
        var offset: Int32 = 0
        var character: CChar = 0
        return cmark_node_get_fenced(node, &length, &offset, &character) != 0
    }

    private func range(_ node: OpaquePointer) -> ClosedRange<Int> {
        var first = Int(cmark_node_get_start_line(node))
        var last = Int(cmark_node_get_end_line(node))
        if first == 0, let table = cmark_node_next(node), NodeName(table) == .table {
            // A paragraph that a table grew out of has lost its lines; the table begins where it did.
            first = Int(cmark_node_get_start_line(table))
            last = TableWalk.headerLine(of: table) - 1
        }
        first = min(max(1, first), lastLine)
        return first...min(max(first, last), lastLine)
    }
}

/// Nodes of the extensions have numbers given at run time; their names are what stays.
enum NodeName {
    case table, strikethrough, taskItem, other

    init(_ node: OpaquePointer) {
        guard let name = cmark_node_get_type_string(node) else {
            self = .other
            return
        }
        self =
            switch String(cString: name) {
            case "table": .table
            case "strikethrough": .strikethrough
            case "tasklist": .taskItem
            default: .other
            }
    }
}
