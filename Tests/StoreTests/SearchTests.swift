import Core
import Testing

@testable import Store

@Suite struct SearchTests {
    let now = Scratch.dawn

    private func found(_ scratch: Scratch, _ text: String, as id: String = "ana") throws -> [String] {
        var filter = QueueFilter()
        filter.search = text
        let page = try scratch.store.queue(
            QueueRequest(filter: filter, sort: .id, limit: 100), as: try scratch.caller(id), now: now)
        #expect(page.total == page.rows.count)
        return page.rows.map(\.id)
    }

    private func scratch() throws -> Scratch {
        let scratch = try Scratch()
        var first = Scratch.submission("eec-1", district: "Pike", text: "Exit tickets showed CAF\u{C9} math")
        first.whatChanged = "Smaller groups"
        var second = Scratch.submission("eec-2", "mindset", email: "zoe@school.org", text: "नि शिक्षा")
        second.earner.name = "Zo\u{EB} Quill"
        try scratch.add([first, second])
        let importer = try scratch.store.submissionImporter(as: try scratch.caller("root"), now: now)
        _ = try importer.add(Scratch.submission("eec-3"), searchText: "a word from a file: rubberband")
        try importer.finish()
        return scratch
    }

    @Test func everyTextOfASubmissionIsFound() throws {
        let scratch = try scratch()
        for (text, ids) in [
            ("tickets", ["eec-1"]), ("TICKETS exit", ["eec-1"]), ("cafe", ["eec-1"]), ("pike", ["eec-1"]),
            ("smaller", ["eec-1"]), ("mindset", ["eec-2"]), ("शिक्षा", ["eec-2"]), ("rubberband", ["eec-3"]),
            ("eec-2", ["eec-2"]), ("lesson plan", ["eec-1", "eec-2", "eec-3"]), ("rubber", ["eec-3"]), ("rubber ", []),
            ("tickets mindset", []), ("", ["eec-1", "eec-2", "eec-3"]), ("  ", ["eec-1", "eec-2", "eec-3"]), ("!?", []),
        ] {
            #expect(try found(scratch, text) == ids, "\(text)")
        }
    }

    @Test func noTextOfAPersonIsSyntax() throws {
        let scratch = try scratch()
        for text in [
            "\"", "\"unclosed", "a\" OR \"b", "NOT tickets", "tickets OR mindset", "text:tickets", "tick*", "^exit",
            "NEAR(exit tickets, 2)", "(", "-tickets", "{text}: x", "'", ";--", "exit\u{0}tickets", "e\u{301}xit",
            "\u{E000}dana", String(repeating: "exit ", count: 400), "\u{1F469}\u{200D}\u{1F3EB}", "\u{301}",
        ] {
            _ = try found(scratch, text)
        }
        #expect(try found(scratch, "exit\u{0}tickets") == ["eec-1"])
        #expect(try found(scratch, "e\u{301}xit") == ["eec-1"])
    }

    @Test func aBlindAssessorFindsNobodyByName() throws {
        let scratch = try scratch()
        for text in ["quill", "zoe@school.org", "Zo\u{EB}", "\u{E000}quill", "\u{E000}", "both quill"] {
            #expect(try found(scratch, text) == [], "\(text)")
        }
        // A coordinator who also scores could learn from a search whom they score.
        #expect(try found(scratch, "quill", as: "both") == [])
        #expect(try found(scratch, "quill", as: "dot") == ["eec-2"])
        #expect(try found(scratch, "zoe@school.org", as: "dot") == ["eec-2"])
        #expect(try found(scratch, "mindset qui", as: "dot") == ["eec-2"])
        var open = Policy()
        open.scoring.blind = false
        _ = try scratch.store.importPolicy(open, as: try scratch.caller("root"), now: now)
        #expect(try found(scratch, "quill") == ["eec-2"])
    }
}
