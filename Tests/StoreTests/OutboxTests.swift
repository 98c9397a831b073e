import Core
import Testing

@testable import Store

@Suite struct OutboxTests {
    let now = Scratch.dawn

    private func decided(_ scratch: Scratch, _ ids: [String], by who: String = "ana") throws {
        for id in ids {
            _ = try scratch.store.score(
                id,
                Scratch.levels() + [
                    .citations(criterion: "c1", [Citation(evidence: "e1", from: 2, to: 3)])
                ], base: nil, submit: true, as: try scratch.caller(who), now: now)
            _ = try scratch.store.decide(id, .award, reason: "Good.", as: try scratch.caller("eve"), now: now)
        }
    }

    private func send(_ scratch: Scratch, _ id: String, as who: String = "dot") throws -> [LetterOutcome] {
        let dot = try scratch.caller(who)
        guard let (letter, decision) = try scratch.store.letter(id, again: true, as: dot, now: now) else { return [] }
        return try scratch.store.markExported(
            [SentLetter(submission: letter.submission, decision: decision, files: [("letter-\(id).md", "00")])],
            again: false, as: dot, now: now)
    }

    @Test func aLetterIsOwedOnce() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("b"), Scratch.submission("a"), Scratch.submission("c")])
        let dot = try scratch.caller("dot")
        #expect(try scratch.store.owedLetters(again: false, as: dot) == [])
        try decided(scratch, ["b", "a"])
        #expect(try scratch.store.owedLetters(again: false, as: dot) == ["b", "a"])
        let letter = try #require(try scratch.store.letter("b", again: false, as: dot, now: now)).0
        #expect(letter.judgements.count == 3)
        #expect(letter.judgements[0].passages.first?.lines == ["two", "three"])
        #expect(try send(scratch, "b") == [.sent])
        #expect(try send(scratch, "b") == [.alreadyOut], "by two at once: one of them sends it")
        #expect(try scratch.store.owedLetters(again: false, as: dot) == ["a"])
        #expect(try scratch.store.letter("b", again: false, as: dot, now: now) == nil)
        #expect(try scratch.store.owedLetters(again: true, as: dot) == ["b", "a"])
        let event = try #require(try scratch.log("b").last)
        #expect(event.what == "export-letter" && event.who == "dot")
        #expect(event.detail == #"{"decision":"award","files":[{"name":"letter-b.md","sha256":"00"}]}"#)
        #expect(throws: Refusal.rule("There is no decision on c yet.")) {
            _ = try scratch.store.letter("c", again: false, as: dot, now: now)
        }
    }

    @Test func aDecisionThatChangedMeanwhileIsNotMarked() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        try decided(scratch, ["a"])
        let dot = try scratch.caller("dot")
        var (_, decision) = try #require(try scratch.store.letter("a", again: false, as: dot, now: now))
        decision.reason = "Another."
        let letters = [SentLetter(submission: "a", decision: decision, files: [])]
        #expect(try scratch.store.markExported(letters, again: false, as: dot, now: now) == [.changed])
        #expect(try scratch.store.owedLetters(again: false, as: dot) == ["a"])
    }

    @Test func whatHasGoneOutIsNotTakenBack() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        try decided(scratch, ["a"])
        let eve = try scratch.caller("eve")
        _ = try scratch.store.undecide("a", reason: "Too soon.", as: eve, now: now)
        _ = try scratch.store.decide("a", .return, reason: "Not yet.", as: eve, now: now)
        #expect(try send(scratch, "a") == [.sent])
        #expect(
            throws: Refusal.rule("The letter about a has gone out; its decision can't be taken back any more.")
        ) { _ = try scratch.store.undecide("a", reason: "Too late.", as: eve, now: now) }
    }

    /// One whose files can't be written stops none beside it.
    @Test func aLetterThatCannotBeWrittenIsStillOwed() throws {
        let scratch = try Scratch()
        try scratch.add(["a", "b", "c"].map { Scratch.submission($0) })
        try decided(scratch, ["a", "b", "c"])
        let dot = try scratch.caller("dot")
        let letters = try ["a", "b", "c"].map { id in
            SentLetter(
                submission: id,
                decision: try #require(try scratch.store.letter(id, again: false, as: dot, now: now)).1, files: [])
        }
        let outcomes = try scratch.store.markExported(letters, again: false, as: dot, now: now) { letter in
            if letter.submission == "b" { throw Refusal.rule("No room.") }
        }
        #expect(outcomes == [.sent, .unwritten("No room."), .sent])
        #expect(try scratch.store.owedLetters(again: false, as: dot) == ["b"])
    }

    @Test func whatCannotBePublishedIsNotMarked() throws {
        struct Full: Error {}
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        try decided(scratch, ["a", "b"])
        let dot = try scratch.caller("dot")
        let letters = try ["a", "b"].map { id in
            let (_, decision) = try #require(try scratch.store.letter(id, again: false, as: dot, now: now))
            return SentLetter(submission: id, decision: decision, files: [])
        }
        #expect(throws: Full.self) {
            _ = try scratch.store.markExported(letters, again: false, as: dot, now: now) { letter in
                if letter.submission == "b" { throw Full() }
            }
        }
        #expect(throws: Full.self) {
            _ = try scratch.store.markExported(letters, again: false, as: dot, now: now, settle: { throw Full() })
        }
        #expect(try scratch.store.owedLetters(again: false, as: dot) == ["a", "b"])
        #expect(try scratch.log("a").allSatisfy { $0.what != "export-letter" })
    }

    @Test func onlyACoordinatorAndNoBlindReaderExports() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        try decided(scratch, ["a"], by: "both")
        for who in ["ana", "eve", "root", "none"] {
            let caller = try scratch.caller(who)
            let refusal = Refusal.role(person: who, action: .exportLetters)
            #expect(throws: refusal) { _ = try scratch.store.owedLetters(again: false, as: caller) }
            #expect(throws: refusal) { _ = try scratch.store.letter("a", again: false, as: caller, now: now) }
            if who == "none" { continue }
            #expect(throws: refusal) { _ = try scratch.store.markExported([], again: false, as: caller, now: now) }
        }
        #expect(throws: Refusal.rule("You have read a blind; its letter is somebody else's to export.")) {
            _ = try scratch.store.letter("a", again: false, as: try scratch.caller("both"), now: now)
        }
    }

    @Test func whatIsOwedIsFoundByItsIndex() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(300))
        let plan = try scratch.store.driver.read { database in
            try database.all(
                """
                EXPLAIN QUERY PLAN SELECT s.id FROM decision d JOIN submission s ON s.seq = d.submission
                WHERE d.exported_at IS NULL ORDER BY d.at, d.submission
                """
            ) { $0.text(3) }
        }
        #expect(
            plan.first?.contains("decision_owed") == true && !plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }
}
