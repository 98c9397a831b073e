import Core
import Screen
import Testing

@testable import Console

/// What each key does.
@Suite struct ReviewKeyTests {
    @Test func aDigitSetsTheLevelAndSaysFromWhatToWhat() {
        var desk = ReviewDesk()
        desk.press("2")
        #expect(desk.message == "Checks are planned: no level -> Developing   saved   u undo")
        desk.press("3")
        #expect(desk.message == "Checks are planned: Developing -> Demonstrated   saved   u undo")
        #expect(desk.card.score("c1")?.level == "demonstrated")
        #expect(desk.review?.card == desk.card)
        #expect(desk.review?.criterion == 0)
    }

    @Test func aDigitBeyondTheLevelsSaysSo() {
        var desk = ReviewDesk()
        desk.press("4")
        #expect(desk.message == "! Checks are planned has 3 levels: there is no level 4.")
        #expect(desk.card.scores.isEmpty)
    }

    @Test func theSameLevelIsNotSavedAgain() {
        var desk = ReviewDesk()
        desk.press("2", "2")
        #expect(desk.message == "Checks are planned: is Developing already")
        #expect(desk.card.version == 1)
    }

    @Test func digitsWorkFromEveryPane() {
        for tabs in 0..<3 {
            var desk = ReviewDesk()
            for _ in 0..<tabs { desk.press(.tab) }
            desk.press("1")
            #expect(desk.card.score("c1")?.level == "not-met")
        }
    }

    @Test func theScreenShowsALevelOnlyWhenItIsStored() {
        var desk = ReviewDesk()
        desk.answersAtOnce = false
        desk.press("3")
        #expect(desk.review?.card.scores.isEmpty == true)
        #expect(desk.message.isEmpty)
        desk.answer()
        #expect(desk.review?.card.score("c1")?.level == "demonstrated")
    }

    @Test func keysBeforeTheAnswersWaitTheirTurn() {
        var desk = ReviewDesk()
        desk.answersAtOnce = false
        desk.press("3", "J", "2", "J", "1", "u", "q")
        let saves = desk.effects.filter { if case .save = $0 { true } else { false } }
        #expect(saves.count == 1)
        #expect(desk.review != nil)
        desk.answersAtOnce = true
        desk.answer()
        #expect(desk.card.scores.map(\.level) == ["demonstrated", "developing"])
        #expect(desk.staleSaves == 0)
        #expect(desk.review == nil)
    }

    @Test func undoAndRedoGoAcrossLevelsCommentsAndCitations() {
        var desk = ReviewDesk()
        desk.press("3")
        let one = desk.card.scores
        desk.press("J", "c")
        desk.type("Fine.")
        desk.press(.escape)
        let two = desk.card.scores
        desk.press("v", .enter)
        let three = desk.card.scores
        #expect(desk.message == "Checks are run: nothing cited -> 1 line cited   saved   u undo")
        desk.press("u")
        #expect(desk.card.scores == two)
        desk.press("u")
        #expect(desk.card.scores == one)
        #expect(desk.message == "Taken back: Checks are run: comment 1 word -> none   saved   C-r redo")
        desk.press("u")
        #expect(desk.card.scores.isEmpty)
        #expect(desk.review?.criterion == 0)
        desk.press("u")
        #expect(desk.message == "There is nothing to take back.")
        desk.press(.control("r"), .control("r"), .control("r"))
        #expect(desk.card.scores == three)
    }

    @Test func aCommentIsOneStepHoweverOftenItIsSaved() {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type("One.")
        #expect(desk.effects.contains(.startTimer(.commentIdle, milliseconds: 700)))
        desk.send(.timer(.commentIdle))
        #expect(desk.card.score("c1")?.comment == "One.")
        desk.type(" Two.")
        desk.send(.timer(.commentIdle))
        desk.press(.escape)
        #expect(desk.card.score("c1")?.comment == "One. Two.")
        #expect(desk.message == "Checks are planned: comment none -> 2 words   saved   u undo")
        desk.press("u")
        #expect(desk.card.scores.isEmpty)
        desk.press(.control("r"))
        #expect(desk.card.score("c1")?.comment == "One. Two.")
    }

    @Test func aSavedCommentSaysFromWhatToWhat() {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type("Well planned.")
        desk.press(.escape)
        #expect(desk.message == "Checks are planned: comment none -> 2 words   saved   u undo")
        desk.press("c")
        desk.type(" And run.")
        // Saved in passing first: what is said counts from where the writing began.
        desk.send(.timer(.commentIdle))
        desk.type(" Twice.")
        desk.press(.escape)
        #expect(desk.message == "Checks are planned: comment 2 words -> 5 words   saved   u undo")
    }

    @Test func theHintsNameTheLevelsThatThereAre() {
        var desk = ReviewDesk()
        #expect(desk.picture.contains("1-3 level "))
        desk.press("J", "J", "J")
        #expect(desk.picture.contains("1-2 level "))
        let looking = ReviewDesk(opening: ReviewFixture.opening(isMine: false))
        #expect(!looking.picture.contains("1-3 level"))
    }

    @Test func theTimerOfACommentIsNotStartedAnewWhileItRuns() {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type("One and two and three")
        let timers = desk.effects.filter { $0 == .startTimer(.commentIdle, milliseconds: 700) }
        #expect(timers.count == 1)
        desk.send(.timer(.commentIdle))
        desk.type("!")
        #expect(desk.effects.filter { $0 == .startTimer(.commentIdle, milliseconds: 700) }.count == 2)
    }

    @Test func phrasesGoIntoTheComment() {
        var desk = ReviewDesk()
        desk.press("2", "m")
        #expect(desk.picture.contains("PHRASES"))
        desk.press(.enter, "m", "j", .enter)
        #expect(
            desk.card.score("c1")?.comment
                == "A phrase for Developing.\nAnother for Developing, a little longer than the first.")
        desk.press("m", "9")
        #expect(desk.message == "There are 6 phrases.")
        desk.press(.escape)
        #expect(desk.review?.mode == .reading)
    }

    @Test func marksCiteAndUncite() {
        var desk = ReviewDesk()
        desk.press("v", "j", .enter)
        #expect(desk.card.score("c1")?.citations == [Citation(evidence: "e1", from: 1, to: 3)])
        #expect(desk.picture.contains("3 lines cited"))
        desk.press("v", "j", "v", "j", .enter)
        #expect(desk.card.score("c1")?.citations == [Citation(evidence: "e1", from: 1, to: 5)])
        desk.press("v", .enter)
        #expect(desk.message == "Checks are planned: nothing new to cite")
        desk.press(.tab, "v", .enter)
        #expect(desk.card.score("c1")?.citations.last == Citation(evidence: "reflection", from: 1, to: 1))
        desk.press(.backTab, "v", "x")
        #expect(
            desk.card.score("c1")?.citations.first == Citation(evidence: "e1", from: 2, to: 5), "only what is marked")
        desk.press("v", "G", "x")
        #expect(desk.card.score("c1")?.citations == [Citation(evidence: "reflection", from: 1, to: 1)])
    }

    @Test func evidenceIsLoadedWhenItIsTurnedTo() {
        var desk = ReviewDesk()
        desk.press("]")
        #expect(
            desk.effects.last == .loadDocument(.evidence("e2"), submission: "eec-2026-000123")
                || desk.effects.contains(.loadDocument(.evidence("e2"), submission: "eec-2026-000123")))
        #expect(desk.picture.contains("EVIDENCE 2/2  Exit tickets"))
        desk.press("]")
        #expect(desk.message == "This is the last evidence item.")
        desk.press("[")
        #expect(desk.picture.contains("Goal."))
    }

    @Test func sideTextsStandInTheRightPaneAndGoAway() {
        var desk = ReviewDesk()
        desk.press("o")
        #expect(desk.picture.contains("OVERVIEW"))
        desk.press("o")
        #expect(!desk.picture.contains("OVERVIEW"))
        desk.press("o", .escape)
        #expect(desk.picture.contains("REFLECTION"))
        desk.press("w")
        #expect(desk.message == "The earner does not say what has changed.")
    }

    @Test func zoomGivesTheFocusedPaneTheWidth() {
        var desk = ReviewDesk()
        desk.press("z")
        #expect(!desk.picture.contains("REFLECTION"))
        desk.press(.tab)
        #expect(desk.picture.contains("REFLECTION"))
        desk.press("z")
        #expect(desk.picture.contains("EVIDENCE"))
    }

    @Test func theOutsideEditorIsAskedForAndListenedTo() {
        var desk = ReviewDesk()
        desk.press("e")
        #expect(desk.effects.contains(.edit("")))
        desk.send(.editorReturned("From outside.\u{1B}\n"))
        #expect(desk.card.score("c1")?.comment == "From outside.\u{241B}")
        desk.press("e")
        desk.send(.editorReturned(nil))
        #expect(desk.message == "The comment is as it was.")
    }

    @Test func noOtherProgramInARestrictedSession() {
        var desk = ReviewDesk(isRestricted: true)
        desk.press("e")
        #expect(!desk.effects.contains { if case .edit = $0 { true } else { false } })
        #expect(desk.message == "! No other program can be run in a restricted session.")
    }

    @Test func readOnlySaysWhy() {
        for key: Key in ["1", "c", "m", "v", "u", .control("r"), "S", "R", "e"] {
            var desk = ReviewDesk(opening: ReviewFixture.opening(isMine: false))
            desk.press(key)
            #expect(desk.message == "! You are only reading: ben holds the claim.", "\(key)")
        }
        var card = ReviewFixture.opening().scorecard
        card.state = .submitted
        var desk = ReviewDesk(opening: ReviewFixture.opening(card: card))
        desk.press("1")
        #expect(desk.message == "! This scorecard is submitted: it can't be changed any more.")
    }

    @Test func activityRenewsTheClaimOnceAMinute() {
        var desk = ReviewDesk()
        let renew = Effect.renewClaim("eec-2026-000123")
        desk.press("j", "j")
        #expect(!desk.effects.contains(renew))
        desk.send(.clock(ReviewFixture.now.advanced(bySeconds: 60)))
        desk.press("j", "j", "j")
        #expect(desk.effects.filter { $0 == renew }.count == 1)
        desk.send(.refused(.rule("ben holds this submission."), .claim))
        #expect(desk.message == "! ben holds this submission.")
        desk.press("1")
        #expect(desk.message.hasPrefix("! You are only reading"))
    }
}
