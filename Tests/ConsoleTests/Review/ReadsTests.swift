import Core
import Screen
import Support
import Testing
import Text

@testable import Console

/// Who only reads sees the scorecards that are there, and never an empty one of their own.
@Suite struct ReadsTests {
    private static func read(_ reader: String, _ levels: [String], comment: String = "") -> Scorecard {
        Scorecard(
            submission: "eec-2026-000123", assessor: reader, state: .submitted, version: 3,
            scores: zip(ReviewFixture.rubric.criteria, levels).enumerated().map { number, pair in
                Score(
                    criterion: pair.0.id, level: pair.1, comment: number == 0 ? comment : "",
                    citations: number == 0 ? [Citation(evidence: "e1", from: 3, to: 5)] : [])
            })
    }
    private static let ines = read(
        "ines", ["demonstrated", "demonstrated", "developing", "passing"],
        comment: "Both checks name their goal.\nThe second one asks for something that was not in the lesson.")
    private static let jody = read(
        "jody", ["demonstrated", "developing", "developing", "passing"], comment: "Planned.")

    private func desk(
        _ columns: Int = 80, _ rows: Int = 24, state: SubmissionState = .ready, reads: [Scorecard],
        own: Scorecard? = nil
    ) -> ReviewDesk {
        var opening = ReviewFixture.opening(card: own, isMine: false)
        opening.detail.claim = nil
        opening.detail.row.state = state
        opening.detail.scorecards = reads
        return ReviewDesk(size: Size(columns: columns, rows: rows), opening: opening)
    }

    private func frame(_ desk: ReviewDesk) -> Frame {
        var frame = Frame(size: desk.state.size)
        render(desk.state, into: &frame)
        return frame
    }

    @Test(arguments: [(80, 24), (120, 40), (59, 14)])
    func twoReaders(_ size: (Int, Int)) {
        var desk = desk(size.0, size.1, state: .adjudication, reads: [Self.ines, Self.jody])
        if size.0 < 60 { desk.press(.tab, .tab) }
        expectSnapshot(frame(desk), "review-two-readers-\(size.0)x\(size.1)")
        desk.press("J")
        #expect(desk.picture.contains("differ"))
        #expect(desk.picture.contains("differ on 1"), "not by colour alone")
    }

    @Test func oneReader() {
        let desk = desk(reads: [Self.ines])
        expectSnapshot(frame(desk), "review-one-reader-80x24")
        let picture = desk.picture
        #expect(picture.contains("ines  *** Demonstrated  met"))
        #expect(picture.contains("something that was not in the lesson."))
        #expect(picture.contains("cites evidence 1 lines 3-5"))
        #expect(picture.contains("ines: not yet 3 of 4 met"))
        #expect(!picture.contains("open"))
    }

    @Test func aReaderSeesTheirOwnBesideTheOther() {
        var own = Self.jody
        own.assessor = "alice"
        let desk = desk(state: .adjudication, reads: [Self.ines, own], own: own)
        #expect(desk.picture.contains("RUBRIC, read by you and ines"))
        #expect(desk.picture.contains("you: not yet 2 of 4"))
    }

    @Test(arguments: SubmissionState.allCases)
    func withoutAScorecardNothingIsMadeUp(_ state: SubmissionState) {
        let picture = desk(state: state, reads: []).picture
        #expect(!picture.contains(" met"))
        #expect(!picture.contains("unfinished"))
        if state == .pending { #expect(picture.contains("No scorecard is submitted yet.")) }
        if state == .secondRead {
            #expect(picture.contains("The first read is in and sealed until the second is in."))
        }
    }

    @Test func nothingOfThemCanBeChanged() {
        var desk = desk(reads: [Self.ines])
        desk.effects = []
        desk.press("1", "c", "m", "v", "S", "u")
        #expect(!desk.effects.contains { if case .save = $0 { true } else { false } })
        #expect(desk.review?.mode == .reading)
    }

    @Test func whoMayNotScoreIsToldWho() {
        var desk = desk(reads: [Self.ines])
        desk.state.caller = Caller(person: Person(id: "olu", name: "Olu", roles: [.approver]))
        desk.press("1")
        #expect(desk.message == "! You are only reading: scorecards are written by assessors.")
    }

    @Test func whatComesInMeanwhileIsReadAnew() {
        var desk = desk(state: .secondRead, reads: [])
        desk.effects = []
        desk.answersAtOnce = false
        desk.send(
            .refreshed(
                LiveDetail(
                    state: .ready, scorecard: Scorecard(submission: "eec-2026-000123", assessor: "alice"), claim: nil)))
        #expect(desk.effects == [.open("eec-2026-000123", claiming: false)])
    }
}
