import Core
import Screen

/// Where the parts of the queue screen stand. A part that does not fit is empty.
package struct QueueRects: Equatable, Sendable {
    /// Where am I: counts and programme.
    package var header: Rect
    /// Names of the columns.
    package var heading: Rect
    package var list: Rect
    /// What the list is narrowed to, and which part of it is on the screen.
    package var status: Rect
    package var lastLine: Rect
}

/// The list comes first; the other parts come in as there is room for them.
package func arrangeQueue(_ size: Size) -> QueueRects {
    var rest = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
    var rects = QueueRects(header: .zero, heading: .zero, list: .zero, status: .zero, lastLine: .zero)
    if size.rows >= 2 { (rest, rects.lastLine) = rest.cutBottom(1) }
    if size.rows >= 3 { (rects.header, rest) = rest.cutTop(1) }
    if size.rows >= 6 { (rects.heading, rest) = rest.cutTop(1) }
    if size.rows >= 8 { (rest, rects.status) = rest.cutBottom(1) }
    rects.list = rest
    return rects
}

/// Which columns a width has room for, and where they stand. Depends on nothing that changes while a list is looked at, so
/// that columns never jump.
package struct QueueColumns: Equatable, Sendable {
    package enum Kind: Hashable, Sendable {
        case due, dueShort, title, district, attempt
        /// The state and, behind it, who holds the claim.
        case stateAndWho
        case state, who, submitted, evidence, dueDate, id
    }
    package struct Column: Equatable, Sendable {
        package var kind: Kind
        package var x: Int
        package var width: Int
        package var right: Int { x + width }
    }
    package private(set) var columns: [Column] = []

    /// Between columns, and the marker's two on the left.
    package static let gap = 2
    package static let margin = 2

    package init(width: Int, filter: QueueFilter) {
        let stateWidth = filter.effectiveStates.map(\.rawValue.utf8.count).max() ?? 7
        var kinds = QueueColumns.kinds(width: width)
        // On the narrowest screens a long state is cut (`second…`), so that the title can be read.
        // Text takes what is left, in turns: enough to be read, then what it would like.
        var widths = kinds.map { QueueColumns.least($0, stateWidth: width < 46 ? min(7, stateWidth) : stateWidth) }
        var left = width - QueueColumns.margin - widths.reduce(0, +) - QueueColumns.gap * max(0, kinds.count - 1)
        for (kind, most) in [
            (Kind.title, 26), (.district, 16), (.stateAndWho, stateWidth + 6), (.title, 34), (.district, 22),
            (.id, 24), (.stateAndWho, stateWidth + 12), (.title, 60), (.district, 30),
        ] {
            guard let at = kinds.firstIndex(of: kind), left > 0 else { continue }
            let more = min(left, max(0, most - widths[at]))
            widths[at] += more
            left -= more
        }
        if kinds == [.title] { widths = [max(0, width - QueueColumns.margin)] }
        if width <= QueueColumns.margin { kinds = [] }
        var x = QueueColumns.margin
        for (kind, width) in zip(kinds, widths) {
            columns.append(Column(kind: kind, x: x, width: width))
            x += width + QueueColumns.gap
        }
    }

    private static func kinds(width: Int) -> [Kind] {
        switch width {
        case ..<20: [.title]
        case ..<34: [.dueShort, .title]
        case ..<46: [.due, .title, .state]
        case ..<56: [.due, .title, .stateAndWho]
        case ..<72: [.due, .title, .attempt, .stateAndWho]
        case ..<110: [.due, .title, .district, .attempt, .stateAndWho]
        // Moving the highlight sends two rows: what the deadline says already would cost bytes on every key.
        case ..<130: [.due, .title, .district, .attempt, .state, .who, .id]
        case ..<150: [.due, .title, .district, .attempt, .state, .who, .submitted, .id]
        default: [.due, .dueDate, .title, .district, .attempt, .state, .who, .submitted, .evidence, .id]
        }
    }

    private static func least(_ kind: Kind, stateWidth: Int) -> Int {
        switch kind {
        case .due: 9
        case .dueShort: 4
        case .title: 12
        case .district: 12
        case .attempt: 3
        case .stateAndWho: stateWidth
        case .state: stateWidth
        case .who: 10
        case .submitted: 11
        case .evidence: 8
        case .dueDate: 15
        case .id: 15
        }
    }
}
