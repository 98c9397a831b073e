import Support
import Testing

/// The list: filters, orders, cursors, totals.
@Suite struct QueueListTests {
    private func ids(_ list: Tree) -> [String] { list["rows"].list.map { $0["id"].text ?? "?" } }

    @Test(arguments: ["due", "submitted", "id"])
    func cursorsWalkTheWholeListOnce(sort: String) throws {
        let office = try Office(.staffed)
        let all = try office.data("queue", "--sort", sort, "--limit", "100", as: "ruth")
        #expect(all["rows"].list.count == 33)
        let key = sort == "due" ? "dueAt" : sort == "submitted" ? "submittedAt" : "id"
        let keys = all["rows"].list.map { $0[key].text ?? "" }
        #expect(keys == keys.sorted())
        var walked: [String] = []
        var cursor: String?
        repeat {
            let after = cursor.map { ["--after", $0] } ?? []
            let answer = try office.assay(["queue", "--sort", sort, "--limit", "7", "--json"] + after, as: "ruth")
            let page = try Tree(answer.output)
            #expect(page["total"] == 33)
            walked += ids(page)
            cursor = page["next"].text
        } while cursor != nil && walked.count < 100
        #expect(walked == ids(all))
    }

    @Test func filters() throws {
        let office = try Office(.staffed)
        let all = try office.data("queue", "--limit", "100", as: "ruth")["rows"].list
        for (option, key, value) in [
            ("--district", "district", "Duskridge"), ("--micro-credential", "microCredential", "growth-feedback"),
        ] {
            let found = try office.data("queue", option, value, "--limit", "100", as: "ruth")
            let expected = all.filter { $0[key] == .string(value) }
            #expect(!expected.isEmpty && found["rows"].list == expected)
            #expect(found["total"].int == expected.count)
        }
        let late = try office.data("queue", "--overdue", "--limit", "100", as: "ruth")
        #expect(late["rows"].list == all.filter { $0["overdue"] == true })
        #expect(late["total"].int == late["rows"].list.count)
        #expect(try office.data("queue", "--district", "Nowhere", as: "ruth")["total"] == 0)
        #expect(
            try office.data(
                "queue", "--district", "Duskridge", "--micro-credential", "growth-feedback", "--overdue", as: "ruth")[
                    "total"
                ].int != nil)
    }

    @Test func statesAndAssessor() throws {
        let office = try Office(.staffed)
        _ = try office.data("claim", "ehc-2026-000101", as: "ines")
        _ = try office.data("claim", "ehc-2026-000102", as: "jody")
        let claimed = try office.data("queue", "--state", "claimed", as: "ruth")
        #expect(Set(ids(claimed)) == ["ehc-2026-000101", "ehc-2026-000102"])
        #expect(try office.data("queue", as: "ruth")["total"] == 31)
        #expect(try office.data("queue", "--state", "claimed", "--state", "pending", as: "ruth")["total"] == 33)
        let hers = try office.data("queue", "--assessor", "ines", as: "ruth")
        #expect(ids(hers) == ["ehc-2026-000101"] && hers["rows"][0]["claimedBy"] == "ines")
    }

    @Test func searchFindsWordsOfTheSubmission() throws {
        let office = try Office(.staffed)
        let found = try office.data("queue", "--search", "rain gauge", as: "ines")
        #expect(ids(found).contains("ehc-2026-000101"), "\(found.line)")
        #expect(found["total"].int == found["rows"].list.count)
        #expect(try office.data("queue", "--search", "zzyzx", as: "ines")["total"] == 0)
        for hostile in ["\"", "a OR", "NEAR(", "*", "'; DROP TABLE submission; --", "a\" OR \"b", "-", "   "] {
            let answer = try office.assay(["queue", "--json", "--search", hostile], as: "ines")
            #expect(answer.status == 0, "\(hostile): \(answer)")
        }
    }

    @Test func searchDoesNotTellAnAssessorWhoTheEarnerIs() throws {
        let office = try Office(.staffed)
        let paper = Papers.submission("eec-1")
        let file = try office.scratch.write("in.jsonl", Papers.lines([paper]))
        _ = try office.data("import", file, as: "ruth")
        for word in ["Whitaker", "dana@example.org", "dana"] {
            #expect(try office.data("queue", "--search", word, as: "ines")["total"] == 0, "\(word)")
        }
    }

    @Test func overdueIsAgainstTheClock() throws {
        let office = try Office(.staffed)
        let file = try office.scratch.write(
            "in.jsonl",
            Papers.lines([
                Papers.submission("old", submittedAt: "2025-01-06T15:00:00Z"),
                Papers.submission("new", submittedAt: "2099-01-05T15:00:00Z"),
            ]))
        _ = try office.data("import", file, as: "ruth")
        let old = try office.data("show", "old", as: "ruth")
        // 14 business days after Monday 6 January, at the end of the day in New York.
        #expect(old["dueAt"] == "2025-01-25T04:59:59Z")
        #expect(old["overdue"] == true)
        #expect(try office.data("show", "new", as: "ruth")["overdue"] == false)
        #expect(ids(try office.data("queue", "--overdue", as: "ruth")).first == "old")
        _ = try office.data("decide", "old", "deny", "--reason", "Test.", as: "olu")
        #expect(try office.data("show", "old", as: "ruth")["overdue"] == false)
    }
}
