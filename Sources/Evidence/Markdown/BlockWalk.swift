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
        case CMARK_NODE_ITEM: entering ? leads.openItem() : closeItem(node)
        case CMARK_NODE_PARAGRAPH where entering:
            add(.paragraph, node, spans: InlineWalk.spans(of: node, range: range(node)))
            return true
        case CMARK_NODE_HEADING where entering:
            let level = Int(cmark_node_get_heading_level(node))
            add(.heading(level), node, spans: InlineWalk.spans(of: node, range: range(node), isHeading: true))
            return true
        case CMARK_NODE_CODE_BLOCK:
            let isFenced = cmark_node_get_fenced(node, nil, nil, nil) != 0
            add(.code, node, spans: CodeLines.spans(of: node, from: range(node).lowerBound + (isFenced ? 1 : 0)))
        case CMARK_NODE_HTML_BLOCK:
            add(.code, node, spans: CodeLines.spans(of: node, from: range(node).lowerBound))
        case CMARK_NODE_THEMATIC_BREAK: add(.rule, node)
        default:
            guard entering else { return false }
            switch NodeName(node) {
            case .table:
                add(.table(TableWalk.table(of: node, range: range(node))), node)
                return true
            case .taskItem: leads.openItem(checked: cmark_gfm_extensions_get_tasklist_item_checked(node))
            default: return false
            }
        }
        return false
    }

    private mutating func closeItem(_ node: OpaquePointer) {
        if leads.isUnused { add(.paragraph, node) }  // an item with nothing in it still has its marker
        leads.close()
    }

    private mutating func add(_ kind: Block.Kind, _ node: OpaquePointer, spans: [Span] = []) {
        let isTight = leads.isTight && !blocks.isEmpty
        blocks.append(Block(kind: kind, lead: leads.take(), spans: spans, lines: range(node), isTight: isTight))
    }

    private func range(_ node: OpaquePointer) -> ClosedRange<Int> {
        let first = min(max(1, Int(cmark_node_get_start_line(node))), lastLine)
        return first...min(max(first, Int(cmark_node_get_end_line(node))), lastLine)
    }
}

/// Nodes of the extensions have numbers given at run time; their names are what stays.
enum NodeName {
    case table, tableRow, tableHeader, tableCell, strikethrough, taskItem, other

    init(_ node: OpaquePointer) {
        guard let name = cmark_node_get_type_string(node) else {
            self = .other
            return
        }
        self =
            switch String(cString: name) {
            case "table": .table
            case "table_row": .tableRow
            case "table_header": .tableHeader
            case "table_cell": .tableCell
            case "strikethrough": .strikethrough
            case "tasklist": .taskItem
            default: .other
            }
    }
}
