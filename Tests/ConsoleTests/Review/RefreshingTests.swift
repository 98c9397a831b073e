import Core
import Screen
import Testing
import Text

@testable import Console

/// What others do to the submission on the screen shows without a key.
@Suite struct RefreshingTests {
    private let id = "eec-2026-000123"

    private func standing(
        _ desk: ReviewDesk, by holder: String? = "alice", change: (inout Scorecard) -> Void = { _ in }
    )
        -> Message
    {
        var card = desk.card
        change(&card)
        return .refreshed(
            LiveDetail(
                state: .claimed, scorecard: card,
                claim: holder.map {
                    Claim(
                        submission: id, assessor: $0, expiresAt: ReviewFixture.now.advanced(bySeconds: 1800))
                }))
    }

    private func other(_ level: String) -> (inout Scorecard) -> Void {
        { card in
            card.apply(.level(criterion: "c1", level), rubric: ReviewFixture.rubric)
            card.version += 1
        }
    }

    @Test func aCommitOfSomebodyElseIsLookedAt() {
        var desk = ReviewDesk()
        desk.effects = []
        desk.send(.storeChanged)
        #expect(desk.effects == [.refresh(id)])
    }

    @Test func nothingNewSaysNothing() {
        var desk = ReviewDesk()
        desk.press("2")
        let before = desk.state
        desk.send(standing(desk))
        desk.state.review?.detail.claim = before.review?.detail.claim
        #expect(desk.state == before)
    }

    @Test func aLevelSetElsewhereShows() {
        var desk = ReviewDesk()
        desk.press("2")
        desk.send(standing(desk, change: other("not-met")))
        #expect(desk.review?.card.score("c1")?.level == "not-met")
        #expect(desk.message == "This scorecard was changed elsewhere: what you see is what is stored now.")
    }

    @Test func isAlreadyIsHeldAgainstTheStore() {
        var desk = ReviewDesk()
        desk.press("2")
        desk.effects = []
        desk.press("2")
        #expect(desk.effects == [.refresh(id)])
        desk.send(standing(desk, change: other("not-met")))
        #expect(desk.message.hasPrefix("This scorecard was changed elsewhere"))
    }

    @Test func aLostClaimShowsAtOnce() {
        var desk = ReviewDesk()
        desk.press("S", "R")
        desk.send(standing(desk, by: "ben"))
        #expect(desk.message == "! ben holds the claim now. Your draft is kept.")
        #expect(desk.review?.isMine == false)
        #expect(desk.review?.mode == .reading)
        desk.press("3")
        #expect(desk.message == "! You are only reading: ben holds the claim.")
        desk.send(standing(desk, by: "alice"))
        #expect(desk.message == "You hold the claim now.")
        desk.send(standing(desk, by: nil))
        #expect(desk.message == "! You no longer hold the claim. Your draft is kept.")
    }

    @Test func aCommentBeingWrittenGoesOn() {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type("Half a th")
        desk.send(
            standing(desk) {
                $0.apply(.comment(criterion: "c1", "Something else"), rubric: ReviewFixture.rubric)
                $0.version += 1
            })
        desk.type("ought")
        guard case .comment(let session)? = desk.review?.mode else {
            Issue.record("the editor was closed")
            return
        }
        #expect(session.editor.text == "Half a thought")
        #expect(session.isDirty)
    }

    @Test func anUnderwaySaveAnswersForItself() {
        var desk = ReviewDesk()
        desk.answersAtOnce = false
        desk.press("2")
        desk.send(standing(desk, change: other("demonstrated")))
        #expect(desk.review?.card.scores.isEmpty == true)
        desk.answer()
        #expect(desk.review?.card.score("c1")?.level == "developing")
    }

    @Test func ofAnotherSubmissionNothingIsTaken() {
        var desk = ReviewDesk()
        let before = desk.state
        desk.send(
            .refreshed(LiveDetail(state: .ready, scorecard: Scorecard(submission: "x", assessor: "alice"), claim: nil)))
        #expect(desk.state == before)
    }
}
