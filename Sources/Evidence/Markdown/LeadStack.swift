import CCmark
import Core
import Text

/// The containers around a block, outermost first, and what each puts before its lines.
struct LeadStack {
    private struct Container {
        var first: SafeText
        var rest: SafeText
        /// What the containers up to and with this one put before a following line.
        var restOfAll: SafeText
        var isUsed = false
        var isTight: Bool
        var isItem: Bool
    }
    private struct List {
        /// Number of the next item; nil in a bullet list.
        var next: Int?
        var delimiter: SafeText
        var markerWidth: Int
        var isTight: Bool
        var isNestedTightly: Bool
        var isFirst = true
    }
    private var containers: [Container] = []
    private var lists: [List] = []

    /// Deeper containers put nothing before their lines but the innermost marker: a lead must leave room for text.
    private static let depthLimit = 8

    mutating func openQuote() {
        push(first: "\u{2502} ", rest: "\u{2502} ", isTight: false, isItem: false)
    }

    mutating func open(list: OpaquePointer) {
        let isNestedTightly = containers.last.map { $0.isItem && $0.isTight } ?? false
        var next: Int?
        var delimiter: SafeText = ". "
        var width = 0
        if cmark_node_get_list_type(list) == CMARK_ORDERED_LIST {
            let start = Int(cmark_node_get_list_start(list))
            next = start
            if cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM { delimiter = ") " }
            width = String(start + LeadStack.children(of: list) - 1).utf8.count + 2
        }
        lists.append(
            List(
                next: next, delimiter: delimiter, markerWidth: width, isTight: cmark_node_get_list_tight(list) != 0,
                isNestedTightly: isNestedTightly))
    }

    mutating func closeList() { _ = lists.popLast() }

    mutating func openItem(checked: Bool? = nil) {
        guard var list = lists.popLast() else { return push(first: "", rest: "", isTight: false, isItem: true) }
        var marker: SafeText = "\u{2022} "
        if let number = list.next {
            marker = ("\(number)" + list.delimiter).padded(to: list.markerWidth, right: true)
            list.next = number + 1
        }
        if let checked { marker = (list.next == nil ? .empty : marker) + (checked ? "[x] " : "[ ] ") }
        // The first item of a list stands apart from what is before it, unless that is the item it belongs to.
        let isTight = list.isTight && (!list.isFirst || list.isNestedTightly)
        push(first: marker, rest: .repeated(" ", marker.width), isTight: isTight, isItem: true)
        list.isFirst = false
        lists.append(list)
    }

    mutating func close() { _ = containers.popLast() }

    /// Nothing has been put into the innermost container.
    var isUnused: Bool { containers.last.map { !$0.isUsed } ?? false }

    /// The next block has no blank line before it.
    var isTight: Bool {
        guard let last = containers.last, last.isItem else { return false }
        return last.isTight || (last.isUsed && (lists.last?.isTight ?? false))
    }

    /// The lead of the next block; its markers are used up by it.
    mutating func take() -> Block.Lead {
        guard let last = containers.indices.last else { return Block.Lead() }
        let rest = containers[last].restOfAll
        if containers[last].isUsed { return Block.Lead(first: rest, rest: rest) }
        var first = SafeText.empty
        for at in containers.indices {
            if at < LeadStack.depthLimit || at == last {
                first += containers[at].isUsed ? containers[at].rest : containers[at].first
            }
            containers[at].isUsed = true
        }
        return Block.Lead(first: first, rest: rest)
    }

    private mutating func push(first: SafeText, rest: SafeText, isTight: Bool, isItem: Bool) {
        let depth = containers.count
        let outer = depth == 0 ? .empty : containers[min(depth, LeadStack.depthLimit) - 1].restOfAll
        containers.append(
            Container(first: first, rest: rest, restOfAll: outer + rest, isTight: isTight, isItem: isItem))
    }

    private static func children(of node: OpaquePointer) -> Int {
        var count = 0
        var child = cmark_node_first_child(node)
        while let next = child {
            count += 1
            child = cmark_node_next(next)
        }
        return count
    }
}
