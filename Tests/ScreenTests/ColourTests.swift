import Screen
import Testing

struct ColourTests {
    @Test func contrastIsThatOfWCAG() {
        #expect(abs(RGB(0x000000).contrast(with: RGB(0xFFFFFF)) - 21) < 0.001)
        #expect(RGB(0x123456).contrast(with: RGB(0x123456)) == 1)
        // The greys on either side of the limit, as every contrast checker gives them.
        #expect(abs(RGB(0x767676).contrast(with: RGB(0xFFFFFF)) - 4.54) < 0.005)
        #expect(abs(RGB(0x777777).contrast(with: RGB(0xFFFFFF)) - 4.48) < 0.005)
    }

    @Test func theColoursOfTheCubeAndTheGreysAreTheirOwnNearest() {
        for number in UInt8(16)...255 {
            #expect(RGB(xterm: RGB(xterm: number).xterm) == RGB(xterm: number))
        }
    }

    @Test(arguments: [
        (0x5F87AF, 67), (0x000000, 16), (0xFFFFFF, 231), (0x1C1C1C, 234), (0xFE0102, 196), (0x7F7F7F, 244),
    ])
    func nearest(_ hex: Int, _ number: Int) { #expect(RGB(UInt32(hex)).xterm == UInt8(number)) }

    @Test func hexadecimalBothWays() {
        #expect(RGB(parsing: "#0a0B0c")?.hex == "#0a0b0c")
        #expect(RGB(parsing: "0a0b0c") == RGB(0x0A0B0C))
        for wrong in ["", "#12345", "#1234567", "12345g", "+12345", "#-12345"] { #expect(RGB(parsing: wrong) == nil) }
    }

    @Test func whatCannotBeReadIsMovedUntilItCan() {
        for paper: UInt32 in [0x000000, 0xFFFFFF, 0x002B36, 0xFDF6E3, 0x777777] {
            for ink: UInt32 in [0x000000, 0xFFFFFF, 0x586E75, 0xFF0000, 0x0000FF, 0x7F7F7F] {
                let mended = RGB(ink).readable(on: RGB(paper), contrast: 4.5)
                #expect(mended.contrast(with: RGB(paper)) >= 4.5, "\(RGB(ink).hex) on \(RGB(paper).hex)")
            }
        }
        #expect(RGB(0xD0D0D0).readable(on: RGB(0), contrast: 4.5) == RGB(0xD0D0D0))
    }

    @Test func depthFollowsTheTerminalAndTheWish() {
        #expect(
            [0, -1, 2, 8, 16, 88, 256, 1 << 24].map { ColourDepth(colours: $0) } == [
                .none, .none, .none, .eight, .sixteen, .sixteen, .full, .full,
            ])
        #expect(ColourDepth(colours: 256, noColour: true) == .none)
    }
}
