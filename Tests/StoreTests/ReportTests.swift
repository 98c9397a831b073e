import Core
import Testing

@testable import Store

@Suite struct ReportTests {
    let now = Scratch.dawn

    @Test func sumsAreThoseOfWhatWasDecided() throws {
        var policy = Policy()
        policy.scoring.assessors = 2
        let scratch = try Scratch(policy: policy)
        try scratch.add((1...6).map { Scratch.submission("s\($0)", district: $0 < 4 ? "Pike" : "Knott") })
        let (ana, ben, eve, dot) = (
            try scratch.caller("ana"), try scratch.caller("ben"), try scratch.caller("eve"), try scratch.caller("dot")
        )
        func read(_ id: String, _ level: String, _ who: Caller) throws {
            _ = try scratch.store.score(id, Scratch.levels(level), base: nil, submit: true, as: who, now: now)
        }
        for id in ["s1", "s2", "s3", "s4"] {
            try read(id, id == "s3" ? "developing" : "demonstrated", ana)
            try read(id, id == "s3" ? "developing" : "demonstrated", ben)
            _ = try scratch.store.decide(id, id == "s3" ? .return : .award, reason: "So.", as: eve, now: now)
        }
        // Sealed for good: read once, then denied. Counts as decided, never as a double read.
        try read("s5", "demonstrated", ana)
        _ = try scratch.store.decide("s5", .deny, reason: "So.", as: eve, now: now)
        let figures = try scratch.store.report(as: dot, now: now)
        #expect(figures.total.all == 5 && figures.total[.award] == 3 && figures.total[.deny] == 1)
        #expect(figures.districts["Pike"]?[.award] == 2 && figures.districts["Knott"]?[.award] == 1)
        #expect(figures.turnaround == [0: 5] && figures.shareInTime == 1)
        #expect(figures.agreement.submissions == 4 && figures.agreement.percent == 1)
        #expect(figures.agreement.cohenKappa == 1)
        #expect(figures.names == ["checks": "Name of checks"])
    }

    @Test func onlyACoordinatorReports() throws {
        let scratch = try Scratch()
        for who in ["ana", "eve", "root", "none"] {
            #expect(throws: Refusal.role(person: who, action: .report)) {
                _ = try scratch.store.report(as: try scratch.caller(who), now: now)
            }
        }
        #expect(try scratch.store.report(as: try scratch.caller("dot"), now: now).total.all == 0)
    }
}
