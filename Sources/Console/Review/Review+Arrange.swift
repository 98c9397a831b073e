import Screen

/// Where everything of the review stands.
package struct PaneRects: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// One pane at a time.
        case single
        /// Evidence left, reflection right, the rubric under both.
        case stacked
        /// The rubric as a third column.
        case columns
    }
    /// A title line and what is under it. `body` is where text goes; the column left of it marks citations.
    package struct Pane: Equatable, Sendable {
        package var title = Rect.zero
        package var body = Rect.zero
    }
    package var kind: Kind
    package var header = Rect.zero
    package var evidence = Pane()
    package var reflection = Pane()
    package var rubric = Pane()
    /// Vertical rules, one column wide.
    package var rules: [Rect] = []
    package var outcome = Rect.zero
    package var last = Rect.zero

    subscript(pane: ReviewPane) -> Pane {
        switch pane {
        case .evidence: evidence
        case .reflection: reflection
        case .rubric: rubric
        }
    }
}

/// Pure, and the same for drawing and for scrolling.
package func arrange(_ size: Size, _ review: ReviewState) -> PaneRects {
    var rest = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
    var rects = PaneRects(kind: .single)
    // A small window gives up the header first and the outcome next; the last line says what happened, and stays.
    if rest.height >= 2 { (rest, rects.last) = rest.cutBottom(1) }
    if rest.height >= 4 { (rest, rects.outcome) = rest.cutBottom(1) }
    if rest.height >= 5 { (rects.header, rest) = rest.cutTop(1) }
    if review.isZoomed || size.columns < 60 || size.rows < 15 {
        rects.single(rest, pane: review.shownPane)
    } else if size.columns >= 120 {
        rects.columns(rest)
    } else {
        rects.stacked(rest, rubricRows: review.rubricRows(of: rest.height))
    }
    return rects
}

extension PaneRects {
    fileprivate mutating func single(_ rest: Rect, pane: ReviewPane) {
        var title = Rect.zero
        var body = rest
        if rest.height >= 3 { (title, body) = rest.cutTop(1) }
        if pane == .rubric {
            rubric = Pane(title: title, body: body)
            return
        }
        let width = min(Layout.widestMeasure, max(1, body.width - 2))
        // In the middle of a wide window; in a small one right beside the citation marks.
        let x = body.width < 3 ? 0 : max(1, (body.width - width) / 2)
        body = Rect(x: x, y: body.y, width: min(width, body.width), height: body.height)
        if pane == .evidence {
            evidence = Pane(title: title, body: body)
        } else {
            reflection = Pane(title: title, body: body)
        }
    }

    fileprivate mutating func columns(_ rest: Rect) {
        kind = .columns
        let third = min(64, max(38, rest.width * 3 / 10))
        let text = min(Layout.widestMeasure + 2, (rest.width - third - 2) / 2)
        evidence = column(Rect(x: 0, y: rest.y, width: text, height: rest.height))
        reflection = column(Rect(x: text + 1, y: rest.y, width: text, height: rest.height))
        let x = 2 * text + 2
        let width = min(Layout.widestMeasure + 2, rest.width - x)
        (rubric.title, rubric.body) = Rect(x: x, y: rest.y, width: width, height: rest.height).cutTop(1)
        rules = [text, 2 * text + 1].map { Rect(x: $0, y: rest.y, width: 1, height: rest.height) }
    }

    fileprivate mutating func stacked(_ rest: Rect, rubricRows: Int) {
        kind = .stacked
        let (above, below) = rest.cutBottom(rubricRows + 1)
        let middle = rest.width / 2
        evidence = column(Rect(x: 0, y: above.y, width: middle, height: above.height))
        reflection = column(Rect(x: middle + 1, y: above.y, width: rest.width - middle - 1, height: above.height))
        rules = [Rect(x: middle, y: above.y, width: 1, height: above.height)]
        (rubric.title, rubric.body) = below.cutTop(1)
    }

    /// A column for citation marks on the left, one for air before a rule on the right.
    private func column(_ rect: Rect) -> Pane {
        let (title, body) = rect.cutTop(1)
        let air = rect.x == 0 || kind == .columns ? 1 : 0
        let width = min(Layout.widestMeasure, max(1, body.width - 1 - air))
        return Pane(title: title, body: Rect(x: body.x + 1, y: body.y, width: width, height: body.height))
    }
}

extension ReviewState {
    /// The pane on the screen where there is room for one: the comment is written in the rubric.
    var shownPane: ReviewPane {
        switch mode {
        case .comment, .phrases: .rubric
        default: focus
        }
    }

    /// Rows of the rubric under the texts: the criteria folded, with one unfolded; or the tallest criterion with its levels
    /// whole, as far as the texts keep the larger half. The same for each criterion, so that going through them moves
    /// nothing else. Where the rubric has the keys it is being read, and takes what the tallest needs in full.
    func rubricRows(of height: Int) -> Int {
        let levels = rubric.criteria.map(\.levels.count).max() ?? 0
        let folded = min(rubric.criteria.count + levels + 1, max(height * 2 / 5, levels + 2))
        let isRead = focus == .rubric && !isEditing
        let whole = isRead ? tallest?.fullRows ?? 0 : min(tallest?.rows ?? 0, height * 9 / 20)
        return max(3, min(max(folded, whole), height - 7))
    }

    /// Measures the criteria where the width has changed.
    mutating func measureRubric(_ size: Size) {
        guard tallest?.width != size.columns else { return }
        func rows(_ density: RubricSetter.Density) -> Int {
            RubricSetter(review: self, width: size.columns, density: density, written: nil).tallest()
        }
        tallest = Tallest(width: size.columns, rows: rows(.levels), fullRows: rows(.full))
    }

    /// Columns that a comment is wrapped to.
    func editorWidth(_ size: Size) -> Int { max(2, arrange(size, self).rubric.body.width - RubricText.indent) }
}
