import Support
import Testing

@testable import Text

@Suite struct LinesTests {
    @Test(arguments: [
        ("", []),
        ("one", ["one"]),
        ("one\n", ["one"]),
        ("one\n\n", ["one", ""]),
        ("\n", [""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("a\n\rb", ["a", "", "b"]),
        ("a\u{B}b\u{C}c\u{85}d\u{2028}e\u{2029}f", ["a", "b", "c", "d", "e", "f"]),
        ("a\u{2027}b\u{202A}c", ["a\u{2027}b\u{2426}c"]),
        ("\u{C2}\u{86}\r", ["\u{C2}\u{2426}"]),
    ]) func lineEnds(text: String, expected: [String]) {
        #expect(SafeText.lines(untrusted: text).map(\.string) == expected)
    }

    /// A plain reading, scalar by scalar, to hold the fast one against.
    private func naive(_ text: String) -> [SafeText] {
        var lines: [String.UnicodeScalarView] = []
        var current: String.UnicodeScalarView?
        var previous: UInt32 = 0
        for scalar in text.unicodeScalars {
            defer { previous = scalar.value }
            if scalar.value == 0x0A, previous == 0x0D { continue }
            var line = current ?? String.UnicodeScalarView()
            if [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value) {
                lines.append(line)
                current = nil
            } else {
                line.append(scalar)
                current = line
            }
        }
        if let current { lines.append(current) }
        return lines.map { SafeText(untrusted: String($0)) }
    }

    @Test(arguments: Seeded.seeds) func linesOfSoup(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            var soup = random.soup(0...80)
            let lines = SafeText.lines(untrusted: soup)
            #expect(lines == naive(soup))
            #expect(soup.withUTF8 { LineEnds.count(in: $0) } == lines.count)
        }
    }
}
