import CNcurses
import Screen

/// The words that move a block of rows: a scrolling region (DECSTBM), and line feeds at its edge.
struct RowMover {
    /// Only where the terminal speaks as a VT100 does, which all but museum pieces do.
    init?() {
        guard RowMover.has("csr", "\u{1B}[%i%p1%d;%p2%dr"), RowMover.has("ind", "\n"), RowMover.has("ri", "\u{1B}M")
        else {
            return nil
        }
    }

    private static func has(_ name: String, _ words: String) -> Bool {
        guard let text = assay_capability(name) else { return false }
        let own = String(cString: text)
        return own == words || own.hasPrefix(words + "$<")  // padding, for terminals that needed time
    }

    /// Leaves the cursor at home, where the end of a region puts it. The lines that come in are blank in the style of the
    /// moment, which after a frame is none.
    func bytes(_ shift: Shift, rows: Int) -> String {
        let edge = shift.rows > 0 ? shift.region.upperBound : shift.region.lowerBound + 1
        let isWhole = shift.region == 0..<rows
        let feeds = String(repeating: shift.rows > 0 ? "\n" : "\u{1B}M", count: abs(shift.rows))
        let region = isWhole ? "" : "\u{1B}[\(shift.region.lowerBound + 1);\(shift.region.upperBound)r"
        return region + "\u{1B}[\(edge)H" + feeds + (isWhole ? "\u{1B}[H" : "\u{1B}[r")
    }
}
