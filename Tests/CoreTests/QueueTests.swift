import Testing

@testable import Core

@Suite struct QueueTests {
    @Test func theQueueIsWhatIsPendingUnlessSomebodyIsNamed() {
        var filter = QueueFilter()
        #expect(filter.effectiveStates == [.pending])
        filter.assessor = "alice"
        #expect(filter.effectiveStates == SubmissionState.allCases)
        filter.states = [.returned, .awarded, .claimed]
        #expect(filter.effectiveStates == [.claimed, .awarded, .returned], "in the contract's order")
    }

    @Test func aRequestSortsByDeadlineFromTheTop() {
        let request = QueueRequest(limit: 20)
        #expect(request.sort == .due && request.anchor == .first && request.filter == QueueFilter())
    }

    private func row(_ state: SubmissionState, due: Int64) -> QueueRow {
        QueueRow(
            sequence: 7, id: "s-1", microCredential: "m", version: 1, title: "M", attempt: 1, state: state,
            district: "D",
            submittedAt: Instant(seconds: 5), dueAt: Instant(seconds: due), claimedBy: nil, evidenceCount: 0)
    }

    @Test(arguments: SubmissionState.allCases) func onlyWhatIsOpenIsOverdue(state: SubmissionState) {
        let open: Set<SubmissionState> = [.pending, .claimed, .secondRead, .adjudication, .ready]
        #expect(row(state, due: 99).isOverdue(at: Instant(seconds: 100)) == open.contains(state))
        #expect(!row(state, due: 100).isOverdue(at: Instant(seconds: 100)), "the last second still counts")
    }

    @Test func cursorsHoldTheSortedKeyAndTheOrderOfArrival() {
        let row = row(.pending, due: 9)
        #expect(row.cursor(for: .due) == .time(Instant(seconds: 9), sequence: 7))
        #expect(row.cursor(for: .submitted) == .time(Instant(seconds: 5), sequence: 7))
        #expect(row.cursor(for: .id) == .id("s-1"))
    }

    @Test func theContractsWords() {
        let states = [
            "pending", "claimed", "second-read", "adjudication", "ready", "awarded", "returned", "incomplete", "denied",
        ]
        #expect(SubmissionState.allCases.map(\.rawValue) == states)
        #expect(Role.allCases.map(\.rawValue) == ["assessor", "coordinator", "approver", "author", "admin"])
        #expect(Decision.Kind.allCases.map(\.rawValue) == ["award", "return", "incomplete", "deny"])
        #expect(Decision.Kind.allCases.map(\.state) == [.awarded, .returned, .incomplete, .denied])
        #expect([Outcome.meets, .notYet, .unfinished].map(\.rawValue) == ["meets", "not-yet", "unfinished"])
    }

    @Test func aClaimLivesUntilItsLastSecond() {
        let claim = Claim(submission: "s", assessor: "a", expiresAt: Instant(seconds: 100))
        #expect(claim.isLive(at: Instant(seconds: 99)))
        #expect(!claim.isLive(at: Instant(seconds: 100)))
    }
}
