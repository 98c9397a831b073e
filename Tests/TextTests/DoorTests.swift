import Support
import Testing

@testable import Text

/// Promise 4: no byte from a submission reaches a terminal as a control.
@Suite struct DoorTests {
    /// Written out again here, and not taken from the door: what must never come out.
    private func isForbidden(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F, 0x1D173...0x1D17A:
            true
        default: scalar & 0xFFFE == 0xFFFE
        }
    }

    private func allScalars() -> some Sequence<Unicode.Scalar> {
        (UInt32(0)...0x10_FFFF).lazy.compactMap { Unicode.Scalar($0) }
    }

    @Test func everyScalarOfUnicodeComesOutHarmlessAndVisible() {
        var leaks: [UInt32] = []
        var vanished: [UInt32] = []
        var changes: [UInt32] = []
        for scalar in allScalars() {
            let text = SafeText(untrusted: String(scalar))
            if text.string.unicodeScalars.contains(where: { isForbidden($0.value) }) { leaks.append(scalar.value) }
            if text.width < 1 || text.string.isEmpty { vanished.append(scalar.value) }
            if SafeText(untrusted: text.string) != text { changes.append(scalar.value) }
        }
        #expect(leaks == [])
        #expect(vanished == [])
        #expect(changes == [], "the door is idempotent")
    }

    @Test(arguments: Seeded.seeds) func soupComesOutHarmless(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let soup = random.soup(0...60)
            let text = SafeText(untrusted: soup)
            #expect(!text.string.unicodeScalars.contains { isForbidden($0.value) }, "\(Array(soup.unicodeScalars))")
            #expect(SafeText(untrusted: text.string) == text)
            #expect(text.string.isEmpty == soup.isEmpty)
        }
    }

    @Test(arguments: Seeded.seeds) func bytesThatAreNoUTF8AreRepaired(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let bytes = (0..<random.number(in: 0...40)).map { _ in UInt8(random.number(in: 0...255)) }
            let text = SafeText(untrusted: bytes)
            #expect(text == SafeText(untrusted: String(decoding: bytes, as: UTF8.self)))
            #expect(!text.string.unicodeScalars.contains { isForbidden($0.value) })
        }
    }

    @Test(arguments: [
        ("plain text", "plain text"),
        ("d\u{E9}j\u{E0} vu", "d\u{E9}j\u{E0} vu"),
        ("\u{1B}[2Jgone", "\u{241B}[2Jgone"),
        ("\u{9B}31m", "\u{2426}31m"),
        ("a\tb\nc\r", "a b\u{2424}c\u{240D}"),
        ("\u{0}\u{7F}", "\u{2400}\u{2421}"),
        ("pay\u{202E}gnp.exe", "pay\u{2426}gnp.exe"),
        ("\u{2067}x\u{2069}", "\u{2426}x\u{2426}"),
        ("\u{FEFF}x", "\u{2426}x"),
        ("x\u{E0041}", "x\u{2426}"),
        ("in\u{AD}for", "in\u{2027}for"),
        ("\u{301}e", "\u{25CC}\u{301}e"),
        ("e\u{301}", "e\u{301}"),
        (
            "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}",
            "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}"
        ),
        ("\u{928}\u{93F}", "\u{928}\u{93F}"),
        ("\u{10FFFD}", "\u{10FFFD}"),
        ("\u{378}", "\u{FFFD}"),
    ]) func whatIsTakenOutLeavesAMark(given: String, expected: String) {
        #expect(Array(SafeText(untrusted: given).string.unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func interpolationGoesThroughTheDoor() {
        let name = "\u{1B}]0;title\u{7}"
        #expect(SafeText("file \(untrusted: name), \(3)").string == "file \u{241B}]0;title\u{2407}, 3")
    }
}
