import Core
import Testing

@testable import Store

@Suite struct QueueTests {
    let now = Scratch.dawn

    /// All rows of a list, read in windows from one end.
    private func walk(
        _ store: ReviewStore, _ filter: QueueFilter, _ sort: QueueSort, backwards: Bool, window: Int, as caller: Caller
    ) throws -> [QueueRow] {
        var rows: [QueueRow] = []
        var request = QueueRequest(filter: filter, sort: sort, anchor: backwards ? .last : .first, limit: window)
        while true {
            let page = try store.queue(request, as: caller, now: now)
            rows = backwards ? page.rows + rows : rows + page.rows
            guard backwards ? page.hasMoreBefore : page.hasMoreAfter,
                let edge = backwards ? page.rows.first : page.rows.last
            else { break }
            request.anchor = backwards ? .before(edge.cursor(for: sort)) : .after(edge.cursor(for: sort))
        }
        return rows
    }

    private func filters() -> [QueueFilter] {
        var filters: [QueueFilter] = []
        for states in [[], [.pending, .claimed], SubmissionStates(SubmissionState.allCases)] as [SubmissionStates] {
            for microCredential in [nil, "checks"] {
                for district in [nil, "Pike"] {
                    for overdue in [false, true] {
                        for search in [nil, "fractions", "zeb"] {
                            var filter = QueueFilter()
                            filter.states = states
                            filter.microCredential = microCredential
                            filter.district = district
                            filter.overdue = overdue
                            filter.search = search
                            filters.append(filter)
                        }
                    }
                }
            }
        }
        return filters
    }

    @Test func everyFilterSortAndDirectionReadsTheSameList() throws {
        let scratch = try Scratch()
        let submissions = Scratch.submissions(600)
        try scratch.add(submissions)
        let ana = try scratch.caller("ana")
        let eve = try scratch.caller("eve")
        for number in stride(from: 0, to: 600, by: 40) {
            _ = try scratch.store.claim(submissions[number].id, as: ana, now: now)
            _ = try scratch.store.decide(submissions[number + 1].id, .deny, reason: "x", as: eve, now: now)
        }
        let texts = Dictionary(uniqueKeysWithValues: submissions.map { ($0.id, $0.reflection.lowercased()) })
        let all = try walk(
            scratch.store,
            {
                var all = QueueFilter(); all.states = SubmissionStates(SubmissionState.allCases); return all
            }(), .due,
            backwards: false, window: 1_000, as: ana)
        #expect(all.count == 600)
        for filter in filters() {
            let expected = all.filter { row in
                filter.effectiveStates.contains(row.state)
                    && row.microCredential == filter.microCredential ?? row.microCredential
                    && row.district == filter.district ?? row.district && (!filter.overdue || row.isOverdue(at: now))
                    && (filter.search.map { texts[row.id]?.contains($0) == true } ?? true)
            }
            let total = try scratch.store.queueTotal(filter, as: ana, now: now)
            #expect(total == expected.count, "\(filter)")
            for sort in QueueSort.allCases {
                let sorted = expected.sorted { left, right in
                    switch sort {
                    case .due: (left.dueAt, left.sequence) < (right.dueAt, right.sequence)
                    case .submitted: (left.submittedAt, left.sequence) < (right.submittedAt, right.sequence)
                    case .id: left.id < right.id
                    }
                }
                for backwards in [false, true] {
                    let read = try walk(
                        scratch.store, filter, sort, backwards: backwards, window: backwards ? 37 : 50, as: ana)
                    // Not the rows themselves: six hundred of them would drown the one that is wrong.
                    let isSame = read == sorted
                    #expect(isSame, "\(filter) \(sort) backwards: \(backwards)")
                }
            }
        }
    }

    @Test func aWindowSaysWhetherThereIsMoreOnEitherSide() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(30))
        let ana = try scratch.caller("ana")
        func page(_ anchor: QueueRequest.Anchor, _ limit: Int = 10) throws -> QueuePage {
            try scratch.store.queue(QueueRequest(sort: .id, anchor: anchor, limit: limit), as: ana, now: now)
        }
        let first = try page(.first)
        #expect(first.total == 30)
        #expect(!first.hasMoreBefore && first.hasMoreAfter)
        let last = try page(.last)
        #expect(last.hasMoreBefore && !last.hasMoreAfter)
        let edge = first.rows[9].cursor(for: .id)
        #expect(try page(.at(edge)).rows.first == first.rows[9])
        #expect(try page(.after(edge), 20).hasMoreAfter == false)
        #expect(try page(.before(edge), 9).hasMoreBefore == false)
        let beyond = try page(.after(last.rows[9].cursor(for: .id)))
        #expect(beyond.rows.isEmpty && beyond.hasMoreBefore && !beyond.hasMoreAfter)
        #expect(throws: Refusal.self) { _ = try page(.after(.time(now, sequence: 1))) }
    }

    @Test func aRowTellsWhoHoldsIt() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        let ana = try scratch.caller("ana")
        let claim = try scratch.store.claim("a", as: ana, now: now)
        var filter = QueueFilter()
        filter.assessor = "ana"
        var page = try scratch.store.queue(QueueRequest(filter: filter, limit: 10), as: ana, now: now)
        #expect(page.rows.map(\.id) == ["a"])
        #expect(page.total == 1)
        #expect(page.rows[0].claimedBy == "ana")
        #expect(page.rows[0].state == .claimed)
        #expect(page.rows[0].title == "Name of checks")
        #expect(page.rows[0].evidenceCount == 2)

        // When the lease is over it is pending again for every reader, before any writer has tidied it.
        let later = claim.expiresAt
        page = try scratch.store.queue(QueueRequest(filter: filter, limit: 10), as: ana, now: later)
        #expect(page.rows.isEmpty)
        #expect(page.total == 0)
        page = try scratch.store.queue(QueueRequest(limit: 10), as: ana, now: later)
        #expect(page.rows.map(\.id) == ["a", "b"])
        #expect(page.rows.allSatisfy { $0.claimedBy == nil && $0.state == .pending })
        #expect(page.total == 2)
        #expect(try scratch.store.summary(as: ana, now: later).pending == 2)
        #expect(try scratch.store.summary(as: ana, now: later).mine == 0)
        #expect(try scratch.store.detail("a", as: ana, now: later).claim == nil)
        var claimed = QueueFilter()
        claimed.states = [.claimed]
        #expect(try scratch.store.queue(QueueRequest(filter: claimed, limit: 10), as: ana, now: later).rows.isEmpty)
    }

    @Test func theSummaryCounts() throws {
        let scratch = try Scratch()
        try scratch.add([
            Scratch.submission("old", at: now.advanced(bySeconds: -40 * 86_400)), Scratch.submission("new"),
            Scratch.submission("mine"),
        ])
        let ana = try scratch.caller("ana")
        _ = try scratch.store.claim("mine", as: ana, now: now)
        let summary = try scratch.store.summary(as: ana, now: now)
        #expect(summary == QueueSummary(pending: 2, overdue: 1, mine: 1, programme: "Test", everything: 3))
    }

    @Test func whatTheStoreDoesNotKnowMatchesNothing() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        var filter = QueueFilter()
        filter.district = "Nowhere"
        #expect(try scratch.store.queue(QueueRequest(filter: filter, limit: 9), as: ana, now: now).total == 0)
        filter = QueueFilter()
        filter.assessor = "nobody"
        #expect(try scratch.store.queueTotal(filter, as: ana, now: now) == 0)
    }

    @Test func whoHasNoRoleSeesNothing() throws {
        let scratch = try Scratch()
        for id in ["none", "stranger"] {
            let caller = try scratch.caller(id)
            #expect(throws: Refusal.role(person: id, action: .seeQueue)) {
                _ = try scratch.store.queue(QueueRequest(limit: 1), as: caller, now: now)
            }
            #expect(throws: Refusal.role(person: id, action: .seeQueue)) {
                _ = try scratch.store.summary(as: caller, now: now)
            }
            #expect(throws: Refusal.role(person: id, action: .seeSubmission)) {
                _ = try scratch.store.detail("a", as: caller, now: now)
            }
        }
    }
}
