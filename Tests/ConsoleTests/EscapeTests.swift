import Core
import Screen
import Testing

@testable import Console

/// Esc and a key in one packet, and Ctrl-Z.
@Suite struct EscapeTests {
    @Test func escAndAKeyAreTwoWhereTheirAltIsNotBound() {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type("Fine.")
        desk.press(.alt("J"))
        #expect(desk.card.score("c1")?.comment == "Fine.")
        #expect(desk.review?.mode == .reading)
        #expect(desk.review?.criterion == 1)
        desk.press("z", .alt("J"))
        #expect(desk.review?.isZoomed == false)
        #expect(desk.review?.criterion == 2)
    }

    @Test func altIsAltWhereItIsBound() throws {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type("one two")
        desk.press(.alt("b"))
        desk.type("X")
        desk.press(.escape)
        #expect(desk.card.score("c1")?.comment == "one Xtwo")
        desk.state.keymap = try Keymap(rebinding: ["zoom": ["<A-j>"]])
        desk.press(.alt("j"))
        #expect(desk.review?.isZoomed == true)
    }

    @Test func controlZSuspendsWhereItMay() {
        var desk = ReviewDesk()
        desk.effects = []
        desk.press(.control("z"))
        #expect(desk.effects.contains(.suspend))
        var restricted = ReviewDesk(isRestricted: true)
        restricted.effects = []
        restricted.press(.control("z"))
        #expect(!restricted.effects.contains(.suspend))
        #expect(restricted.message == "! A restricted session can't be suspended.")
    }

    /// There the hint says that it takes back.
    @Test func controlZTakesBackInAComment() {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type("word")
        desk.effects = []
        desk.press(.control("z"), .escape)
        #expect(!desk.effects.contains(.suspend))
        #expect(desk.card.scores.isEmpty)
    }
}
