import Screen
import Testing
import Text

struct FrameDifferenceTests {
    private func difference(_ change: (inout Frame) -> Void) -> [String] {
        var before = Frame(size: Size(columns: 12, rows: 3))
        before.put("one two", x: 0, y: 0)
        before.put("\u{65E5}\u{672C}\u{8A9E}", x: 2, y: 1)
        var after = before
        change(&after)
        var found: [String] = []
        after.forEachDifference(from: before) { found.append("\($0):\($1.lowerBound)-\($1.upperBound)") }
        return found
    }

    /// What the comparison by words rests on.
    @Test func aCellHasNoGap() { #expect(MemoryLayout<Cell>.size == 20) }

    @Test func equalFramesDifferNowhere() {
        #expect(difference { _ in } == [])
        #expect(difference { $0.put("one two", x: 0, y: 0) } == [])
    }

    @Test func fromTheFirstToTheLastColumn() {
        #expect(
            difference {
                $0.put("x", x: 1, y: 0); $0.put("y", x: 5, y: 0)
            } == ["0:1-6"])
        #expect(difference { $0.put("end", x: 9, y: 2) } == ["2:9-12"])
    }

    @Test func everyFieldCounts() {
        #expect(difference { $0.put("o", x: 0, y: 0, style: Style(.danger)) } == ["0:0-1"])
        #expect(difference { $0.put("o", x: 0, y: 0, style: Style(.text, .bold)) } == ["0:0-1"])
        #expect(difference { $0.put("o", x: 0, y: 0, style: Style(.text, isSelected: true)) } == ["0:0-1"])
        #expect(difference { $0.put("o\u{301}", x: 0, y: 0) } == ["0:0-1"])
    }

    @Test func wideGlyphsAreWhole() {
        #expect(difference { $0.put("\u{672C}", x: 2, y: 1) } == ["1:2-4"])
        #expect(difference { $0.put("x", x: 5, y: 1) } == ["1:4-6"])
        #expect(difference { $0.put("\u{65E5}", x: 3, y: 1) } == ["1:2-6"])
    }

    @Test func drawingASCIIAndOtherTextAgree() {
        var plain = Frame(size: Size(columns: 8, rows: 1))
        #expect(plain.put("0123456789", x: -2, y: 0) == 8)
        var frame = Frame(size: Size(columns: 8, rows: 1))
        #expect(frame.put("23456789", x: 0, y: 0) == 8)
        #expect(frame == plain)
        #expect(frame.put("ab", x: 7, y: 0) == 8)
        #expect(frame.put("ab", x: 9, y: 0) == 9)
        #expect(frame.put("abcdef", x: 2, y: 0, limit: 4) == 4)
        #expect(frame.text == "23ab678a\n")
        #expect(frame.put("abc", x: 0, y: 7) == 0)
    }

    @Test func halvesOfWideGlyphsAreNeverLeft() {
        for (x, width, expected) in [(1, 1, "a. c"), (2, 1, "a .c"), (1, 2, "a..c"), (2, 2, "a ..")] {
            var frame = Frame(size: Size(columns: 4, rows: 1))
            frame.put("a\u{65E5}c", x: 0, y: 0)
            var other = frame
            frame.fill(Rect(x: x, y: 0, width: width, height: 1), with: Glyph(0x2E))
            other.put(.repeated(".", width), x: x, y: 0)
            #expect(frame == other)
            #expect(frame.text == expected + "\n")
        }
    }
}
