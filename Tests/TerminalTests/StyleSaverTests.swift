import Testing

@testable import Terminal

struct StyleSaverTests {
    /// `^` stands for Esc.
    private func saved(_ text: String, _ saver: inout StyleSaver) -> String {
        var out: [UInt8] = []
        Array(text.replacing("^", with: "\u{1B}").utf8).withUnsafeBytes { saver.rewrite($0, into: &out) }
        return String(decoding: out, as: UTF8.self).replacing("\u{1B}", with: "^")
    }

    private func saved(_ text: String) -> String {
        var saver = StyleSaver()
        saver.track.movesAlong = true
        _ = saved("^[m.", &saver)
        return saved(text, &saver)
    }

    @Test(arguments: [
        ("plain", "plain"),
        ("^[m^[ma", "a"),
        ("^[0;7ma", "^[7ma"),
        ("^[31mred^[39m^[mtext", "^[31mred^[mtext"),
        ("^[38;5;252m^[48;5;234ma^[38;5;100m^[48;5;234mb", "^[38;5;252;48;5;234ma^[38;5;100mb"),
        ("^[1m^[31ma^[0;1mb", "^[1;31ma^[39mb"),
        ("^[7ma^[0;1mb", "^[7ma^[0;1mb"),
        ("^[31m^[Hb", "^[H^[31mb"),
        ("^[1ma^[m^[5;1H^[7mb", "^[1ma^[5;1H^[0;7mb"),
        ("^[7ma^[m\r^[4d^[7mb", "^[7ma\r^[4db"),
        ("^[41m\n", "^[41m\n"),
        ("^[31m^[32m^[K", "^[32m^[K"),
        ("^[31ma^[m", "^[31ma"),
        ("^[91;104ma^[22mb", "^[91;104mab"),
        ("^[53ma^[?25lb^[12;3Hc", "^[53ma^[?25lb^[12;3Hc"),
        ("^[38;2;1;2;3ma", "^[38;2;1;2;3ma"),
        ("^[4;9Ha^[4;50Hb", "^[4;9Ha^[50Gb"), ("^[4;9Ha^[5;50Hb", "^[4;9Ha^[5;50Hb"),
        ("^[4;9Ha^[4;1Hb", "^[4;9Ha\rb"), ("^[4;9Ha^[5;1Hb", "^[4;9Ha\r\nb"), ("^[4;9Ha\r^[5db", "^[4;9Ha\r\nb"),
        ("^[4;9Ha^[5db", "^[4;9Ha\nb"), ("^[4;9Ha^[6db", "^[4;9Ha^[6db"),
        ("^[4;9Ha^[K^[9Xb^[4;50Hb", "^[4;9Ha^[K^[9Xb^[50Gb"),
        ("^[4;9H\n^[4;50Hb", "^[4;9H\n^[4;50Hb"), ("^[4;9H^[r^[4;50Hb", "^[4;9H^[r^[4;50Hb"),
        ("^[4;9H^[2A^[4;50Hb", "^[4;9H^[2A^[4;50Hb"), ("^[4;9H^[?25l^[4;50Hb", "^[4;9H^[?25l^[4;50Hb"),
        ("^[", "^["), ("^[3", "^[3"), ("a^", "a^"),
    ])
    func theShortestThatHasTheSameEffect(_ text: String, _ expected: String) { #expect(saved(text) == expected) }

    @Test func aStyleIsKeptFromOneFrameToTheNext() {
        var saver = StyleSaver()
        #expect(saved("^[31ma", &saver) == "^[0;31ma")
        #expect(saved("^[31mb", &saver) == "b")
        #expect(saved("c^[m", &saver) == "c")
        #expect(saved("d", &saver) == "^[md")
    }

    @Test func whatIsNotKnownIsSetWhole() {
        var saver = StyleSaver()
        #expect(saved("a", &saver) == "^[ma")
        #expect(saved("^[1mb", &saver) == "^[1mb")
        saver.forget()
        #expect(saved("c", &saver) == "^[0;1mc")
    }

    @Test func withoutAXColoursGoAllAtOnce() {
        var saver = StyleSaver()
        saver.resetsColours = false
        #expect(saved("^[1;31ma^[0;1mb", &saver) == "^[0;1;31ma^[0;1mb")
    }
}
