import Testing

@testable import Core

@Suite struct CitedLinesTests {
    @Test func linesAreThoseThatCitationsCount() {
        let text = "\u{FEFF}one\r\ntwo\rthree\u{2028}four\n\nsix"
        #expect(CitedLines.of(text, 1, 3) == ["one", "two", "three"])
        #expect(CitedLines.of(text, 4, 99) == ["four", "", "six"])
        #expect(CitedLines.of(text, 7, 9) == [])
        #expect(CitedLines.of("", 1, 1) == [])
        #expect(CitedLines.of("a\n", 1, 5) == ["a"])
    }

    @Test func theOverviewsLinesAreItsAnswersOneAfterTheOther() {
        let answers = ["a\nb", "", "c\nd\n"]
        #expect(CitedLines.of(answers: answers, 1, 5) == ["a", "b", "", "c", "d"])
        #expect(CitedLines.of(answers: answers, 2, 4) == ["b", "", "c"])
        #expect(CitedLines.of(answers: answers, 5, 5) == ["d"])
        #expect(CitedLines.of(answers: answers, 6, 9) == [])
    }
}
