import Core
import Screen
import Support
import Testing

@testable import Console

/// Random keys against a store that answers late, checked after each answer.
@Suite struct ReviewModelTests {
    private static let keys: [Key] = [
        "1", "2", "3", "4", "9", "J", "K", "j", "k", "g", "G", .pageDown, .pageUp, .tab, .backTab, "[", "]", "c", "m",
        "v",
        .enter, .escape, "u", .control("r"), "z", "o", "w", "i", "x", "D", "a", " ", .backspace, "e", .left, .up, .down,
        .character("é"), .control("w"), .paste("two\nlines"),
    ]

    @Test(arguments: 0..<30 as Range<UInt64>)
    func nothingAcknowledgedIsLost(_ seed: UInt64) {
        var random = Seeded(seed: seed)
        var desk = ReviewDesk(opening: opening(seed))
        desk.answersAtOnce = false
        for _ in 0..<150 {
            switch Int.random(in: 0..<12, using: &random) {
            case 0: desk.answer()
            case 1:
                desk.send(
                    .resized(
                        Size(columns: .random(in: 0...130, using: &random), rows: .random(in: 0...45, using: &random))))
            case 2: desk.send(.timer(Bool.random(using: &random) ? .commentIdle : .placeIdle))
            default: desk.press(ReviewModelTests.keys.randomElement(using: &random) ?? "j")
            }
            check(desk)
            guard desk.review != nil else { break }
        }
        if desk.review != nil { desk.send(.hangUp) }
        let writing = desk.review.flatMap { review -> (String, String)? in
            guard case .comment(let session) = review.mode else { return nil }
            return (session.criterion, session.editor.text)
        }
        desk.answer()
        #expect(desk.staleSaves == 0)
        if let (criterion, text) = writing { #expect((desk.card.score(criterion)?.comment ?? "") == text) }
        guard let review = desk.review else { return }
        #expect(review.card == desk.card)
        #expect(review.ledger.isQuiet)
        undoEverything(&desk)
    }

    /// Undo back to the beginning and redo to the end is the identity.
    private func undoEverything(_ desk: inout ReviewDesk) {
        while desk.review?.mode != .reading { desk.press(.escape); desk.answer() }
        let end = desk.card.scores
        var steps = 0
        while true {
            desk.press("u")
            desk.answer()
            if desk.message == "There is nothing to take back." { break }
            steps += 1
        }
        #expect(desk.card.scores.isEmpty)
        for _ in 0..<steps {
            desk.press(.control("r"))
            desk.answer()
        }
        #expect(desk.card.scores == end)
    }

    private func check(_ desk: ReviewDesk) {
        guard let review = desk.review else { return }
        #expect(review.rubric.criteria.isEmpty || review.rubric.criteria.indices.contains(review.criterion))
        #expect(review.detail.evidence.indices.contains(review.evidenceIndex))
        for reading in review.readings.values {
            #expect(reading.top >= 0 && reading.top <= max(0, reading.layout.lines.count))
        }
        #expect(review.rubricTop >= 0)
        // What is shown has been stored at some time: never ahead of the store.
        #expect(review.card.version <= desk.card.version)
        if review.ledger.isQuiet, desk.pending.isEmpty { #expect(review.card == desk.card) }
        _ = desk.picture
    }

    private func opening(_ seed: UInt64) -> Opening {
        switch seed % 3 {
        case 0: ReviewFixture.opening()
        case 1: ReviewFixture.opening(rubric: ReviewFixture.wide)
        default: ReviewFixture.opening(rubric: ReviewFixture.single)
        }
    }

    @Test(arguments: [ReviewFixture.rubric, ReviewFixture.wide, ReviewFixture.single, Rubric(criteria: [])])
    func rendersAtEverySize(_ rubric: Rubric) {
        var desk = ReviewDesk(opening: ReviewFixture.opening(rubric: rubric))
        for rows in 0...30 {
            for columns in stride(from: rows % 9, through: 130, by: 9) {
                desk.send(.resized(Size(columns: columns, rows: rows)))
                _ = desk.picture
            }
        }
        desk.press("c")
        desk.type("A comment that is longer than one line in a narrow window.")
        for rows in 0...30 {
            desk.send(.resized(Size(columns: rows * 4 % 130, rows: rows)))
            _ = desk.picture
        }
    }

    /// The current criterion, all its levels and what it requires are on the screen wherever there is room at all.
    @Test(arguments: [(80, 24), (100, 30), (120, 40), (160, 50), (200, 60)])
    func theLevelsAreInReach(_ size: (Int, Int)) {
        for rubric in [ReviewFixture.rubric, ReviewFixture.wide, ReviewFixture.single] {
            var desk = ReviewDesk(
                size: Size(columns: size.0, rows: size.1), opening: ReviewFixture.opening(rubric: rubric))
            for criterion in rubric.criteria {
                let picture = desk.picture
                for (rank, level) in criterion.levels.enumerated() {
                    #expect(picture.contains("\(rank + 1) \(level.name)"), "\(size) \(criterion.title) \(level.name)")
                }
                #expect(picture.contains(", required"))
                desk.press("J")
            }
        }
    }
}

extension ReviewFixture {
    /// Twelve criteria, of nine levels and of two, with long prose.
    static let wide = Rubric(
        criteria: (1...12).map { number in
            var criterion = criterion(
                "c\(number)", "Criterion number \(number) with rather a long title, as they are",
                number % 2 == 0 ? ["No", "Yes"] : (1...9).map { "Level \($0)" },
                required: number % 2 == 0 ? "yes" : "level-7")
            criterion.description = String(repeating: "A long description of what is looked at. ", count: 6)
            return criterion
        })
    static let single = Rubric(criteria: [criterion("c1", "The one thing", ["No", "Yes"], required: "yes")])
}
