import Text

extension Frame {
    /// The rows as plain text, spaces at their ends left out, each ended by a line feed.
    package var text: String {
        var out = ""
        out.reserveCapacity(cells.count + size.rows)
        for y in 0..<size.rows {
            let row = self.row(y)
            let end = row.lastIndex { $0.glyph != .space && $0.width > 0 } ?? row.startIndex - 1
            for cell in row[row.startIndex..<end + 1] where cell.width > 0 { cell.glyph.append(to: &out) }
            out += "\n"
        }
        return out
    }

    /// The same picture for who can show ASCII only.
    package var inASCII: Frame {
        var frame = self
        frame.replaceGlyphs { Glyph(UInt32($0.asciiStandIn)) }
        return frame
    }
}
