import CWidth
import Support
import Testing

@testable import Text

@Suite struct WidthTests {
    /// What the terminal library will believe, so what we must.
    @Test func scalarsAreAsWideAsTheLibrarySays() {
        useUnicodeWidths()
        var wrong: [UInt32] = []
        for value in UInt32(0x20)...0x10_FFFF where !(0x7F...0x9F).contains(value) && value != 0xAD {
            let library = assay_scalar_width(value)
            if library >= 0, scalarWidth(value) != Int(library) { wrong.append(value) }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("d\u{E9}j\u{E0}", 4), ("\u{6F22}\u{5B57}", 4), ("e\u{301}", 1), ("\u{301}", 1),
        ("\u{1F600}", 2), ("\u{928}\u{93F}", 2), ("\u{939}\u{94D}", 1), ("a\u{200D}b", 2), ("\u{1B}[0m", 4),
        ("\u{7F}", 1),
    ]) func widths(text: String, width: Int) {
        #expect(SafeText(untrusted: text).width == width)
    }

    private func glyphs(_ text: SafeText) -> (widths: [Int], strings: [String]) {
        var widths: [Int] = []
        var strings: [String] = []
        text.forEachGlyph { glyph, width in
            widths.append(width)
            strings.append(glyph.string)
            return true
        }
        return (widths, strings)
    }

    @Test(arguments: Seeded.seeds) func widthsAddUp(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let first = SafeText(untrusted: random.soup(0...20))
            let second = SafeText(untrusted: random.soup(0...20))
            #expect((first + second).width == first.width + second.width)
            #expect(glyphs(first).widths.reduce(0, +) == first.width)
            #expect(glyphs(first).widths.allSatisfy { $0 == 1 || $0 == 2 })
        }
    }

    @Test(arguments: Seeded.seeds) func cutsLoseNothingAndNeverExceed(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let text = SafeText(untrusted: random.soup(0...30))
            let columns = random.number(in: -1...40)
            let (head, tail) = text.split(atColumn: columns)
            #expect(head + tail == text)
            #expect(head.width <= max(0, columns))
            #expect(head.width + tail.width == text.width)
            if let next = glyphs(tail).widths.first {
                #expect(head.width + next > columns, "the head is the longest that fits")
            }
            #expect(text.prefix(columns: columns) == head)
            #expect(text.padded(to: columns).width == max(0, columns))
            #expect(text.padded(to: columns, right: true).width == max(0, columns))
            let short = text.shortened(to: columns)
            #expect(short.width <= max(0, columns))
            #expect(text.width > columns || short == text)
        }
    }

    @Test func anEmojiIsNotJoinedToTheNext() {
        #expect(glyphs(SafeText(untrusted: "\u{1F469}\u{200D}\u{1F4BB}")).strings == ["\u{1F469}", "\u{1F4BB}"])
    }

    @Test func aFloodOfMarksIsCutToWhatACellHolds() {
        let text = SafeText(untrusted: "a" + String(repeating: "\u{301}", count: 1_000))
        #expect(text.width == 1)
        #expect(glyphs(text).strings.map(\.unicodeScalars.count) == [Glyph.maximumScalars])
    }

    @Test func glyphsKeepTheirScalars() {
        var glyph = Glyph(0x61)
        for follower in [0x301, 0x302, 0x1D167, 0xE0100, 0x303] as [UInt32] { glyph.append(follower: follower) }
        #expect(glyph.scalars == [0x61, 0x301, 0x302, 0x1D167, 0xE0100])
        #expect(glyph.base == 0x61 && glyph.hasFollowers)
    }

    @Test(arguments: Seeded.seeds) func wrappedLinesNeverExceed(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            var soup = String.UnicodeScalarView()
            for scalar in random.soup(0...60).unicodeScalars { soup.append(random.once(in: 4) ? " " : scalar) }
            let text = SafeText(untrusted: String(soup))
            let columns = random.number(in: 2...20)
            let lines = text.wrapped(columns: columns)
            #expect(lines.allSatisfy { $0.width <= columns }, "\(Array(text.string.unicodeScalars)) in \(columns)")
            let kept = Array(lines.map(\.string).joined().unicodeScalars).filter { $0 != " " }
            #expect(kept == Array(text.string.unicodeScalars).filter { $0 != " " }, "only spaces are dropped")
        }
    }
}
