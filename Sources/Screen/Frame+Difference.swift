extension Frame {
    /// Calls `body` with each row that differs from `previous`, a frame of the same size, and the columns from the first to the last
    /// that do, wide glyphs whole. Where a block has been moved, its rows are held against what has moved there; those that the
    /// move left blank come whole. A theme that does not paint the selection shows a cell the same whether it is selected.
    package func forEachDifference(
        from previous: Frame, moved shift: Shift? = nil, paintsSelection: Bool = true,
        _ body: (Int, Range<Int>) -> Void
    ) {
        guard size == previous.size, size.columns > 0 else { return }
        let mask = Cell.mask(paintsSelection: paintsSelection)
        let columns = size.columns
        cells.withUnsafeBufferPointer { new in
            previous.cells.withUnsafeBufferPointer { old in
                guard let newBase = new.baseAddress, let oldBase = old.baseAddress, newBase != oldBase else { return }
                for y in 0..<size.rows {
                    var source = y
                    if let shift, shift.region.contains(y) {
                        guard let moved = shift.source(of: y) else {
                            body(y, 0..<columns)
                            continue
                        }
                        source = moved
                    }
                    let row = newBase + y * columns
                    let before = oldBase + source * columns
                    var first = 0
                    while first < columns, Cell.isSame(row + first, before + first, mask) { first += 1 }
                    if first == columns { continue }
                    var last = columns
                    while Cell.isSame(row + last - 1, before + last - 1, mask) { last -= 1 }
                    while first > 0, row[first].width == 0 || before[first].width == 0 { first -= 1 }
                    while last < columns, row[last].width == 0 || before[last].width == 0 { last += 1 }
                    body(y, first..<last)
                }
            }
        }
    }
}

extension Cell {
    /// `==` by words: a frame of 120 by 40 is compared at every key, and field by field that takes longer than all else.
    /// Safe: a cell is 20 bytes without a gap (a glyph of 16, role, attributes, selection, width), which a test watches.
    @inline(__always)
    static func isSame(_ left: UnsafePointer<Cell>, _ right: UnsafePointer<Cell>, _ mask: UInt32) -> Bool {
        let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        return left.load(as: UInt64.self) == right.load(as: UInt64.self)
            && left.load(fromByteOffset: 8, as: UInt64.self) == right.load(fromByteOffset: 8, as: UInt64.self)
            && (left.load(fromByteOffset: 16, as: UInt32.self) ^ right.load(fromByteOffset: 16, as: UInt32.self))
                & mask == 0
    }

    /// What counts of the last four bytes: role, attributes, selection, width.
    static func mask(paintsSelection: Bool) -> UInt32 {
        UInt32(littleEndian: paintsSelection ? 0xFFFF_FFFF : 0xFF00_FFFF)
    }
}
