/// Rows of a frame that show what stood higher or lower in the frame before.
package struct Shift: Equatable, Sendable {
    /// What a terminal must move: where the rows came from, and where they are now.
    package var region: Range<Int>
    /// A row shows what stood so many rows further down; negative for further up.
    package var rows: Int

    package init(region: Range<Int>, rows: Int) {
        self.region = region
        self.rows = rows
    }

    /// Where a row of the region stood; nil where the move leaves it blank.
    func source(of y: Int) -> Int? { region.contains(y + rows) ? y + rows : nil }
}

extension Frame {
    /// The one block of whole rows that has moved since `previous`, a frame of the same size, where telling the terminal to move
    /// it saves sending it. A few rows are looked for in the frame before, so that a key that moves nothing costs next to nothing.
    package func shift(from previous: Frame, paintsSelection: Bool = true) -> Shift? {
        guard size == previous.size, size.columns > 0 else { return nil }
        return cells.withUnsafeBufferPointer { new in
            previous.cells.withUnsafeBufferPointer { old in
                guard let new = new.baseAddress, let old = old.baseAddress, new != old else { return nil }
                return Comparison(
                    new: new, old: old, columns: size.columns, rows: size.rows,
                    mask: Cell.mask(paintsSelection: paintsSelection)
                ).shift()
            }
        }
    }
}

/// Two frames of one size, row against row.
private struct Comparison {
    let new: UnsafePointer<Cell>
    let old: UnsafePointer<Cell>
    let columns: Int
    let rows: Int
    let mask: UInt32

    func shift() -> Shift? {
        guard let first = (0..<rows).first(where: { !isSame($0, $0) }),
            let last = (first..<rows).last(where: { !isSame($0, $0) }), last - first >= 2
        else { return nil }
        let middle = (first + last) / 2
        for probe in [middle, (first + middle) / 2, (middle + last) / 2] {
            // A blank row is found everywhere, and a row that stays where it is says nothing.
            guard !isBlank(probe), !isSame(probe, probe),
                let source = (first...last).first(where: { $0 != probe && isSame(probe, $0) })
            else { continue }
            if let shift = block(around: probe, by: source - probe, in: first...last) { return shift }
        }
        return nil
    }

    /// The block grown from one row, with the rows at its end that are better moved and mended than sent.
    private func block(around probe: Int, by step: Int, in span: ClosedRange<Int>) -> Shift? {
        var (top, bottom) = (probe, probe)
        while span.contains(top - 1), span.contains(top - 1 + step), isSame(top - 1, top - 1 + step) { top -= 1 }
        while span.contains(bottom + 1), span.contains(bottom + 1 + step), isSame(bottom + 1, bottom + 1 + step) {
            bottom += 1
        }
        var best = Shift(region: region(top...bottom, step), rows: step)
        // The row under the cursor ends the block: moved along with it, only its mark is sent; but where the whole row is
        // painted, it is better left standing.
        let wider = step > 0 ? top...bottom + 1 : top - 1...bottom
        let all = region(wider, step)
        if all.lowerBound >= span.lowerBound, all.upperBound <= span.upperBound + 1 {
            let other = Shift(region: all, rows: step)
            if cost(all, other) < cost(all, best) { best = other }
        }
        return cost(best.region, best) + 30 < cost(best.region, nil) ? best : nil
    }

    private func region(_ block: ClosedRange<Int>, _ step: Int) -> Range<Int> {
        min(block.lowerBound, block.lowerBound + step)..<max(block.upperBound, block.upperBound + step) + 1
    }

    /// About how many bytes bring these rows from the frame before to this one, once the terminal has moved its part.
    private func cost(_ span: Range<Int>, _ shift: Shift?) -> Int {
        span.reduce(0) { sum, y in
            guard let shift, shift.region.contains(y) else { return sum + cost(y, from: y) }
            return sum + cost(y, from: shift.source(of: y))
        }
    }

    /// Each cell that differs; getting to them is four bytes.
    private func cost(_ y: Int, from source: Int?) -> Int {
        var (cost, isInside) = (0, false)
        let row = new + y * columns
        for x in 0..<columns {
            let differs =
                if let source { !Cell.isSame(row + x, old + source * columns + x, mask) } else {
                    row[x].glyph != .space || isPainted(row[x])
                }
            if differs { cost += isInside ? 1 : 5 }
            isInside = differs
        }
        return cost
    }

    private func isPainted(_ cell: Cell) -> Bool { cell.style.isSelected && mask == Cell.mask(paintsSelection: true) }

    private func isSame(_ y: Int, _ source: Int) -> Bool {
        let (left, right) = (new + y * columns, old + source * columns)
        for x in 0..<columns where !Cell.isSame(left + x, right + x, mask) { return false }
        return true
    }

    private func isBlank(_ y: Int) -> Bool {
        for x in 0..<columns where new[y * columns + x].glyph != .space { return false }
        return true
    }
}
