extension Frame {
    /// Calls `body` with each row that differs from `previous`, a frame of the same size, and the columns from the first to the last
    /// that do, wide glyphs whole.
    package func forEachDifference(from previous: Frame, _ body: (Int, Range<Int>) -> Void) {
        guard size == previous.size, size.columns > 0 else { return }
        let columns = size.columns
        cells.withUnsafeBufferPointer { new in
            previous.cells.withUnsafeBufferPointer { old in
                guard let newBase = new.baseAddress, let oldBase = old.baseAddress, newBase != oldBase else { return }
                for y in 0..<size.rows {
                    let start = y * columns
                    var first = 0
                    while first < columns, Cell.isSame(newBase + start + first, oldBase + start + first) { first += 1 }
                    if first == columns { continue }
                    var last = columns
                    while Cell.isSame(newBase + start + last - 1, oldBase + start + last - 1) { last -= 1 }
                    while first > 0, new[start + first].width == 0 || old[start + first].width == 0 { first -= 1 }
                    while last < columns, new[start + last].width == 0 || old[start + last].width == 0 { last += 1 }
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
    static func isSame(_ left: UnsafePointer<Cell>, _ right: UnsafePointer<Cell>) -> Bool {
        let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        return left.load(as: UInt64.self) == right.load(as: UInt64.self)
            && left.load(fromByteOffset: 8, as: UInt64.self) == right.load(fromByteOffset: 8, as: UInt64.self)
            && left.load(fromByteOffset: 16, as: UInt32.self) == right.load(fromByteOffset: 16, as: UInt32.self)
    }
}
