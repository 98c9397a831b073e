import Testing
import Text

struct SafeTextWrapTests {
    private func lines(_ text: SafeText, _ columns: Int) -> [String] { text.wrapped(columns: columns).map(\.string) }

    @Test func breaksAtSpaces() {
        #expect(lines("the quick brown fox", 10) == ["the quick", "brown fox"])
        #expect(lines("the quick  brown", 9) == ["the quick", "brown"])
        #expect(lines("fits", 4) == ["fits"])
        #expect(lines("", 4) == [""])
    }

    @Test func cutsWhatIsLongerThanALine() {
        #expect(lines("abcdefghij", 4) == ["abcd", "efgh", "ij"])
        #expect(lines("ab cdefghij kl", 4) == ["ab", "cdef", "ghij", "kl"])
    }

    @Test func keepsAnIndent() {
        #expect(lines("  ab cd", 5) == ["  ab", "cd"])
        #expect(lines("       ab", 4) == ["ab"])
        #expect(lines("ab       ", 4) == ["ab"])
    }

    @Test func countsColumnsNotScalars() {
        #expect(lines("\u{65E5}\u{672C}\u{8A9E}", 4) == ["\u{65E5}\u{672C}", "\u{8A9E}"])
        #expect(lines("\u{65E5}\u{672C}\u{8A9E}", 3) == ["\u{65E5}", "\u{672C}", "\u{8A9E}"])
        #expect(lines("\u{65E5}\u{672C}", 1) == ["\u{65E5}", "\u{672C}"])
        // A mark stays with its letter.
        #expect(lines("abe\u{0301}cd", 3) == ["abe\u{0301}", "cd"])
    }

    @Test func nothingIsLostAndNothingIsTooWide() {
        let words: [SafeText] = ["a", "bb", "ccc", "\u{65E5}\u{672C}", "e\u{0301}t", "dddddddd", ""]
        for seed in 0..<400 {
            var hash = UInt64(seed) &+ 0x9E37_79B9_7F4A_7C15
            let text = (0..<12).map { _ -> SafeText in
                hash = hash &* 6_364_136_223_846_793_005 &+ 1
                return words[Int(hash >> 33) % words.count]
            }.joined(separator: " ")
            for columns in 1...12 {
                let lines = text.wrapped(columns: columns)
                let kept = lines.map(\.string).joined().filter { $0 != " " }
                #expect(kept == text.string.filter { $0 != " " })
                #expect(lines.allSatisfy { $0.width <= max(2, columns) })
            }
        }
    }
}
