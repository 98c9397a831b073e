import Screen
import Testing
import Text

struct FrameWriterTests {
    private func frame() -> Frame {
        var frame = Frame(size: Size(columns: 20, rows: 3))
        frame.put("due", x: 0, y: 0, style: Style(.heading))
        frame.put("late & <b>", x: 5, y: 0, style: Style(.danger))
        frame.put("\u{65E5}\u{672C} caf\u{0065}\u{0301}\u{2026}", x: 1, y: 1)
        frame.fill(Rect(x: 0, y: 2, width: 20, height: 1), style: Style(.text, isSelected: true))
        frame.put(">\u{2502}", x: 0, y: 2, style: Style(.text, isSelected: true))
        return frame
    }

    @Test func textIsTheRowsWithoutTheirEnds() {
        #expect(frame().text == "due  late & <b>\n \u{65E5}\u{672C} caf\u{0065}\u{0301}\u{2026}\n>\u{2502}\n")
        #expect(Frame(size: Size(columns: 0, rows: 0)).text == "")
        #expect(Frame(size: Size(columns: 3, rows: 2)).text == "\n\n")
    }

    @Test func asciiKeepsTheColumns() {
        #expect(frame().inASCII.text == "due  late & <b>\n ? ?  cafe.\n>|\n")
    }

    @Test func ansiStylesTheRuns() {
        let text = frame().ansi(theme: .standard, depth: .sixteen)
        #expect(text.hasPrefix("\u{1B}[0;1mdue\u{1B}[0m  \u{1B}[0;31mlate & <b>\u{1B}[0m\n"))
        #expect(text.hasSuffix("\u{1B}[0;7m>\u{2502}" + String(repeating: " ", count: 18) + "\u{1B}[0m\n"))
    }

    @Test func ansiOfNoDepthHasNoColour() {
        let text = frame().ansi(theme: Theme(.dark), depth: .none)
        #expect(!text.contains("38;5") && !text.contains("\u{1B}[0;3"))
    }

    @Test func controlsNeverLeaveAFrame() {
        var frame = Frame(size: Size(columns: 4, rows: 1))
        frame.fill(Rect(x: 0, y: 0, width: 1, height: 1), with: Glyph(0x1B))
        frame.fill(Rect(x: 1, y: 0, width: 1, height: 1), with: Glyph(0x9B))
        for text in [frame.text, frame.ansi(theme: .standard, depth: .none), frame.svg(theme: .standard)] {
            #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B })
        }
    }

    @Test func aPictureHoldsEveryRunToItsColumns() {
        var frame = frame()
        frame.cursor = Frame.Point(x: 3, y: 1)
        let picture = frame.svg(theme: Theme(.dark))
        #expect(
            picture.contains(
                "textLength=\"84\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#ff8787\">late &amp; &lt;b&gt;</text>"))
        #expect(
            picture.contains("textLength=\"16.8\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#d0d0d0\">\u{65E5}</text>"))
        #expect(picture.contains("font-weight=\"bold\">due</text>"))
        #expect(picture.contains("fill=\"#444444\""))
        #expect(picture.hasPrefix("<svg ") && picture.hasSuffix("</svg>\n"))
    }
}
