import Screen

/// Where the parts of the sessions' screens stand. A part that does not fit is empty.
struct BatchRects: Equatable {
    var header: Rect
    /// What a dry run says of the whole.
    var summary: Rect
    var heading: Rect
    var list: Rect
    /// `42 to sign   3 held   1 refused (you scored it)`.
    var status: Rect
    var lastLine: Rect
}

func arrangeBatch(_ size: Size, isDryRun: Bool = false) -> BatchRects {
    var rest = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
    var rects = BatchRects(header: .zero, summary: .zero, heading: .zero, list: .zero, status: .zero, lastLine: .zero)
    if size.rows >= 2 { (rest, rects.lastLine) = rest.cutBottom(1) }
    if size.rows >= 3 { (rects.header, rest) = rest.cutTop(1) }
    if size.rows >= 4 { (rest, rects.status) = rest.cutBottom(1) }
    if isDryRun, size.rows >= 16 { (rects.summary, rest) = rest.cutTop(4) }
    if size.rows >= 6 { (rects.heading, rest) = rest.cutTop(1) }
    rects.list = rest
    return rects
}

/// The columns of a plan. They depend on the width alone, so that they never jump.
struct BatchColumns: Equatable {
    enum Kind: Equatable { case title, district, attempt, scores, second, agreement, flags, age, id, verdict }
    struct Column: Equatable {
        var kind: Kind
        var x: Int
        var width: Int
        var right: Int { x + width }
    }
    private(set) var columns: [Column] = []

    /// The cursor, the mark, and what signing does.
    static let margin = 4

    init(width: Int, isDryRun: Bool) {
        var kinds = BatchColumns.kinds(width, isDryRun)
        let gap = 2
        var left = width - BatchColumns.margin - kinds.reduce(0) { $0 + $1.1 } - gap * max(0, kinds.count - 1)
        // What is left goes to the words.
        for (kind, most) in [
            (Kind.title, 26), (.district, 16), (.verdict, 48), (.title, 34), (.district, 22), (.flags, 18),
            (.id, 24), (.title, 60), (.verdict, 80),
        ] {
            guard let at = kinds.firstIndex(where: { $0.0 == kind }), left > 0 else { continue }
            let more = min(left, max(0, most - kinds[at].1))
            kinds[at].1 += more
            left -= more
        }
        var x = BatchColumns.margin
        for (kind, width) in kinds where width > 0 {
            columns.append(Column(kind: kind, x: x, width: width))
            x += width + gap
        }
    }

    private static func kinds(_ width: Int, _ isDryRun: Bool) -> [(Kind, Int)] {
        if isDryRun {
            switch width {
            case ..<40: return [(.verdict, max(0, width - margin))]
            case ..<70: return [(.id, 15), (.verdict, 12)]
            default: return [(.id, 18), (.title, 16), (.verdict, 28)]
            }
        }
        switch width {
        case ..<24: return [(.title, max(0, width - margin))]
        case ..<50: return [(.title, 10), (.scores, 8)]
        case ..<60: return [(.title, 14), (.scores, 8), (.flags, 6), (.age, 5)]
        case ..<72: return [(.title, 14), (.attempt, 3), (.scores, 11), (.flags, 6), (.age, 5)]
        case ..<96:
            return [
                (.title, 16), (.district, 10), (.attempt, 3), (.scores, 8), (.second, 8), (.flags, 6), (.age, 5),
            ]
        case ..<116:
            return [
                (.title, 18), (.district, 12), (.attempt, 3), (.scores, 17), (.second, 17), (.flags, 9), (.age, 5),
            ]
        default:
            return [
                (.title, 18), (.district, 12), (.attempt, 3), (.scores, 19), (.second, 19), (.agreement, 5),
                (.flags, 13), (.age, 5),
            ]
        }
    }
}
