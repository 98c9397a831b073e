import Core
import Screen
import Testing
import Text

@testable import Console

/// What was typed and can't be saved is neither lost nor put over what somebody else has stored.
@Suite struct KeepingTests {
    private func live(_ desk: ReviewDesk, by holder: String, comment: String? = nil) -> Message {
        var card = desk.card
        if let comment {
            card.apply(.comment(criterion: "c1", comment), rubric: ReviewFixture.rubric)
            card.version += 1
        }
        return .refreshed(
            LiveDetail(
                state: .claimed, scorecard: card,
                claim: Claim(
                    submission: card.submission, assessor: holder,
                    expiresAt: ReviewFixture.now.advanced(bySeconds: 1800))))
    }

    private func writing(_ text: String) -> ReviewDesk {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type(text)
        return desk
    }

    private func editorText(_ desk: ReviewDesk) -> String? {
        guard case .comment(let session)? = desk.review?.mode else { return nil }
        return session.editor.text
    }

    @Test func aClaimThatIsTakenOverTakesNoText() {
        var desk = writing("Half a th")
        desk.send(live(desk, by: "ben"))
        #expect(desk.message == "! ben holds the claim now. What you write stays here; Esc puts it into a file.")
        desk.type("ought")
        #expect(desk.picture.contains("not saved"))
        desk.send(.timer(.commentIdle))
        #expect(editorText(desk) == "Half a thought")
        desk.press(.escape)
        #expect(desk.kept.map(\.text) == ["Half a thought"])
        #expect(
            desk.message
                == "! Not saved: You are only reading: ben holds the claim. What you wrote is kept in /state/kept-1.md."
        )
        #expect(desk.card.scores.isEmpty)
        // It can still be looked at, and what lies in a file needs no warning.
        desk.press("c")
        #expect(editorText(desk) == "Half a thought")
        desk.press(.escape, "q")
        #expect(desk.review == nil)
        #expect(desk.kept.count == 1)
    }

    @Test func aRefusalWhileWritingLeavesTheEditorOpen() {
        var desk = writing("Mine")
        desk.refusal = .rule("x is claimed by ben.")
        desk.send(.timer(.commentIdle))
        #expect(editorText(desk) == "Mine")
        #expect(desk.message == "! x is claimed by ben. What you write stays here, not saved.")
    }

    @Test func aSecondConsoleIsNotOverwrittenInSilence() {
        var desk = writing("From here")
        let message = live(desk, by: "alice", comment: "From there")
        desk.card.apply(.comment(criterion: "c1", "From there"), rubric: ReviewFixture.rubric)
        desk.card.version += 1
        desk.send(message)
        desk.type("!")
        desk.send(.timer(.commentIdle))
        #expect(desk.card.score("c1")?.comment == "From there")
        desk.press(.escape)
        #expect(desk.card.score("c1")?.comment == "From there")
        #expect(desk.kept.map(\.text) == ["From here!"])
        #expect(desk.message.contains("changed elsewhere") && desk.message.contains("/state/kept-1.md"))
        // Whoever opens it again and closes it has seen that, and can go back to the other.
        desk.press("c", .escape)
        #expect(desk.card.score("c1")?.comment == "From here!")
        desk.press("u")
        #expect(desk.card.score("c1")?.comment == "From there")
    }

    /// The other's change is not heard of before the save is refused for its version.
    @Test func aStaleSaveKeepsTheText() {
        var desk = writing("From here")
        desk.card.apply(.comment(criterion: "c1", "From there"), rubric: ReviewFixture.rubric)
        desk.card.version += 1
        desk.send(.timer(.commentIdle))
        #expect(desk.staleSaves == 1)
        #expect(editorText(desk) == "From here")
        desk.type("!")
        desk.send(.timer(.commentIdle))
        desk.press(.escape)
        #expect(desk.card.score("c1")?.comment == "From there")
        #expect(desk.kept.map(\.text) == ["From here!"])
    }

    @Test func theOutsideEditorOverwritesNothing() {
        var desk = ReviewDesk()
        desk.press("e")
        let message = live(desk, by: "alice", comment: "From there")
        desk.card.apply(.comment(criterion: "c1", "From there"), rubric: ReviewFixture.rubric)
        desk.card.version += 1
        desk.send(message)
        desk.send(.editorReturned("From here"))
        #expect(desk.card.score("c1")?.comment == "From there")
        #expect(desk.kept.map(\.text) == ["From here"])
    }

    @Test func leavingKeepsWhatAStoreDidNotTake() {
        var desk = writing("Mine")
        desk.refusal = .store("The store is gone.")
        desk.press(.escape)
        #expect(desk.kept.isEmpty)
        desk.press("q")
        #expect(desk.message == "! A comment is not saved: c shows it, q again leaves and keeps it in a file.")
        desk.press("q")
        #expect(desk.review == nil)
        #expect(desk.kept.map(\.text) == ["Mine"])
        #expect(desk.message == "! Not saved. What you wrote is kept in /state/kept-1.md.")
    }

    @Test func aLostLinkKeepsIt() {
        var desk = writing("Mine")
        desk.send(live(desk, by: "ben"))
        desk.send(.hangUp)
        #expect(desk.kept.map(\.text) == ["Mine"])
        var refused = writing("Mine too")
        refused.refusal = .store("The store is gone.")
        refused.send(.hangUp)
        #expect(refused.kept.map(\.text) == ["Mine too"])
    }
}
