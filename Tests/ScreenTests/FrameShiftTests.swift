import Screen
import Testing
import Text

struct FrameShiftTests {
    /// A heading, eight rows from `first` on of which one may be marked or painted, a last line.
    private func list(_ first: Int, current: Int = -1, paints: Bool = false) -> Frame {
        var frame = Frame(size: Size(columns: 40, rows: 10))
        frame.put("heading", x: 0, y: 0)
        for row in first..<first + 8 {
            let style = Style(.text, isSelected: paints && row == current)
            let y = 1 + row - first
            if style.isSelected { frame.fill(Rect(x: 0, y: y, width: 40, height: 1), style: style) }
            if row == current { frame.put(">", x: 0, y: y, style: style) }
            frame.put("row \(row) \(row * 7919 % 1000) \(row * 104_729 % 100_000)", x: 2, y: y, style: style)
        }
        frame.put("\(first)", x: 0, y: 9)
        return frame
    }

    @Test func aListThatMovedByALine() {
        #expect(list(11).shift(from: list(10)) == Shift(region: 1..<9, rows: 1))
        #expect(list(10).shift(from: list(11)) == Shift(region: 1..<9, rows: -1))
        #expect(list(13).shift(from: list(10)) == Shift(region: 1..<9, rows: 3))
    }

    @Test func aMarkMovesAlong() {
        #expect(list(11, current: 18).shift(from: list(10, current: 17)) == Shift(region: 1..<9, rows: 1))
        #expect(list(10, current: 10).shift(from: list(11, current: 11)) == Shift(region: 1..<9, rows: -1))
    }

    @Test func aSelectionThatIsNotPaintedIsAMark() {
        let (before, after) = (list(10, current: 17, paints: true), list(11, current: 18, paints: true))
        let shift = after.shift(from: before, paintsSelection: false)
        #expect(shift == Shift(region: 1..<9, rows: 1))
        var found: [String] = []
        after.forEachDifference(from: before, moved: shift, paintsSelection: false) {
            found.append("\($0):\($1.lowerBound)-\($1.upperBound)")
        }
        #expect(found == ["7:0-1", "8:0-40", "9:1-2"])
    }

    @Test func aPaintedRowStays() {
        let (before, after) = (list(10, current: 17, paints: true), list(11, current: 18, paints: true))
        #expect(after.shift(from: before) == Shift(region: 1..<8, rows: 1))
        let (up, down) = (list(10, current: 10, paints: true), list(11, current: 11, paints: true))
        #expect(up.shift(from: down) == Shift(region: 2..<9, rows: -1))
    }

    @Test func whatDidNotMoveIsLeft() {
        #expect(list(10).shift(from: list(10)) == nil)
        #expect(list(10, current: 12).shift(from: list(10, current: 11)) == nil)
        #expect(list(20).shift(from: list(10)) == nil)
        #expect(Frame(size: .init(columns: 0, rows: 0)).shift(from: Frame(size: .init(columns: 0, rows: 0))) == nil)
        #expect(list(10).shift(from: Frame(size: Size(columns: 40, rows: 9))) == nil)
    }

    @Test func onlyWhatTheMoveLeftWrongDiffers() {
        let (before, after) = (list(10, current: 17), list(11, current: 18))
        var rows: [Int] = []
        after.forEachDifference(from: before, moved: after.shift(from: before)) { y, _ in rows.append(y) }
        #expect(rows == [7, 8, 9])
    }
}
