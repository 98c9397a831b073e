import Core
import Screen
import Testing

@testable import Console

@Suite struct ReviewSubmitTests {
    @Test func refusesWhileUnfinishedAndNamesWhatIsOpen() {
        var desk = ReviewDesk()
        desk.press("3", "J", "3", "S")
        #expect(desk.message == "! Not finished: 2 criteria are open: Teaching is adjusted, Change is recorded.")
    }

    @Test func showsTheWholeCardAsksAndSubmits() {
        var desk = ReviewDesk()
        desk.press("3", "c")
        desk.type("Well planned.")
        desk.press(.escape, "J", "2", "J", "3", "v", "j", .enter, "J", "2", "S")
        #expect(
            desk.picture.hasPrefix(
                """
                Submit this scorecard? It can't be changed afterwards.
                not yet   3 of 4 met   below what is required: 2
                 1 Checks are planned
                   *** Demonstrated  met    required: Demonstrated
                   " Well planned.
                 2 Checks are run
                   **. Developing    BELOW  required: Demonstrated
                 3 Teaching is adjusted
                   *** Demonstrated  met    required: Demonstrated
                     3 lines cited
                 4 Change is recorded
                   **  Passing       met    required: Passing
                """))
        desk.press(.escape)
        #expect(desk.message == "Not submitted.")
        desk.press("S", .enter)
        #expect(desk.message == "y submits it, n goes back.")
        #expect(desk.card.state == .draft, "Enter is no answer")
        desk.press("Y", "n")
        #expect(desk.message == "Not submitted.")
        desk.press("S", "y")
        #expect(desk.card.state == .submitted)
        #expect(desk.review == nil)
        #expect(desk.message == "Submitted eec-2026-000123: not yet. It is ready now.")
    }

    @Test func aLongCardScrollsAndSaysThatThereIsMore() {
        var desk = ReviewDesk(size: Size(columns: 60, rows: 12))
        for number in 1...4 {
            desk.press("2", "c")
            desk.type(
                "Comment \(number), which is long enough to take more than two lines of what is asked, so it is cut and ends."
            )
            desk.type(" And on it goes, for whoever reads it later.")
            desk.press(.escape, "J")
        }
        desk.press("S")
        #expect(desk.picture.contains("-- 8 more lines below --"))
        #expect(desk.picture.contains("\u{2026}"))
        desk.press(.pageDown)
        #expect(desk.picture.contains("above --"))
        #expect(desk.picture.contains(" 4 Change is recorded"))
        desk.press("g", "j")
        #expect(desk.picture.contains("-- 7 more lines below, 1 above --"))
        desk.press("G", "n")
        #expect(desk.message == "Not submitted.")
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 10), Size(columns: 20, rows: 5)])
    func releaseShowsItsQuestionAtEverySize(size: Size) {
        var desk = ReviewDesk(size: size)
        desk.press("R")
        #expect(desk.picture.contains("Enter "))
    }

    @Test func releaseAsks() {
        var desk = ReviewDesk()
        desk.press("R", .escape)
        #expect(desk.review != nil)
        desk.press("R", "y")
        #expect(desk.effects.contains(.release("eec-2026-000123")))
        #expect(desk.review == nil)
    }

    @Test func aStaleCardIsReadAnewAndNothingIsOverwritten() {
        var desk = ReviewDesk()
        desk.press("3")
        // Another window of the same person.
        desk.card.apply(.level(criterion: "c2", "not-met"), rubric: desk.rubric)
        desk.card.version += 1
        desk.press("2")
        #expect(desk.message.hasPrefix("! This scorecard was changed elsewhere"))
        #expect(desk.card.score("c1")?.level == "demonstrated")
        #expect(desk.review?.card == desk.card)
        desk.press("2")
        #expect(desk.card.score("c1")?.level == "developing")
    }

    @Test func aCommentThatCouldNotBeSavedIsKept() {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type("Precious.")
        desk.refusal = .store("The disk is full.")
        desk.press(.escape)
        #expect(desk.message == "! The disk is full. What you wrote is still here, not saved: c shows it.")
        desk.press("q")
        #expect(desk.message.hasPrefix("! A comment is not saved"))
        desk.press("c")
        #expect(desk.picture.contains("Precious."))
        desk.press(.escape)
        #expect(desk.card.score("c1")?.comment == "Precious.")
        #expect(desk.review?.unsaved.isEmpty == true)
    }

    @Test func whatIsTypedGoesOnWhileASaveFails() {
        var desk = ReviewDesk()
        desk.press("c")
        desk.type("One.")
        desk.refusal = .store("The disk is full.")
        desk.send(.timer(.commentIdle))
        desk.type(" Two.")
        desk.send(.timer(.commentIdle))
        #expect(desk.card.score("c1")?.comment == "One. Two.")
    }

    @Test func hangUpSavesTheCommentAndThePlaceAtOnce() {
        var desk = ReviewDesk()
        desk.answersAtOnce = false
        desk.press("3", "J", "2", "c")
        desk.type("Half a sen")
        desk.send(.hangUp)
        desk.answer()
        #expect(desk.staleSaves == 0)
        #expect(desk.card.score("c1")?.level == "demonstrated")
        #expect(desk.card.score("c2")?.level == "developing")
        #expect(desk.card.score("c2")?.comment == "Half a sen")
        #expect(desk.places.last?.criterion == "c2")
        #expect(desk.places.last?.commentCursor == 10)
        // And the next opening stands where this one stood.
        var next = ReviewDesk(opening: ReviewFixture.opening(card: desk.card, place: desk.places.last))
        next.type("tence.")
        next.press(.escape)
        #expect(next.card.score("c2")?.comment == "Half a sentence.")
    }

    @Test func movingSavesThePlaceOnceABurst() {
        var desk = ReviewDesk()
        desk.press("j", "j", "J", .tab)
        #expect(desk.effects.filter { $0 == .startTimer(.placeIdle, milliseconds: 500) }.count == 1)
        desk.send(.timer(.placeIdle))
        #expect(desk.places.count == 1)
        #expect(desk.places.last?.focus == "reflection")
        desk.send(.timer(.placeIdle))
        #expect(desk.places.count == 1)
    }

    @Test func aPlaceIsRestored() {
        let place = ReviewPlace(
            submission: "eec-2026-000123", evidence: "e1", criterion: "c3", focus: "reflection",
            scrolls: [.init(source: "evidence:e1", line: 5)])
        let desk = ReviewDesk(opening: ReviewFixture.opening(place: place))
        #expect(desk.review?.criterion == 2)
        #expect(desk.review?.focus == .reflection)
        #expect(desk.review?.readings[.evidence("e1")]?.line == 5)
    }

    @Test func comparesWithTheAttemptBefore() {
        var desk = ReviewDesk()
        desk.press("D")
        #expect(desk.effects.contains(.loadPrevious("eec-2026-000101")))
        var previous = ReviewFixture.opening(attempt: 1, previous: nil).detail
        previous.row.id = "eec-2026-000101"
        previous.scorecards = [
            Scorecard(
                submission: "eec-2026-000101", assessor: "carol", state: .submitted,
                scores: [Score(criterion: "c1", level: "not-met")])
        ]
        desk.send(
            .previousLoaded(previous, documents: [.reflection: ReviewFixture.document(["What I wrote at first."])]))
        #expect(desk.picture.contains("NOW REFLECTION"))
        #expect(desk.picture.contains("What I wrote at first."))
        #expect(desk.picture.contains("was *.."))
        desk.press("D")
        #expect(!desk.picture.contains("BEFORE"))
        var first = ReviewDesk(opening: ReviewFixture.opening(attempt: 1, previous: nil))
        first.press("D")
        #expect(first.message == "This is the first attempt: there is none before it.")
        var blind = ReviewDesk(opening: ReviewFixture.opening(attempt: 2, previous: nil))
        blind.press("D")
        #expect(blind.message == "The attempt before is not open to who assesses this one.")
    }
}
