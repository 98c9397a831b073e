import Core
import Support
import Testing

@testable import Store

/// Random lives of a small store beside a naive model of claims, cards and states.
@Suite struct ModelTests {
    fileprivate struct Model {
        struct Entry {
            var state = SubmissionState.pending
            var holder: String?
            var until = Instant(seconds: 0)
            var cards: [String: Scorecard] = [:]
            var adjudication: Adjudication?
        }
        var entries: [String: Entry] = [:]

        /// The state at a moment: a lease that is over is none.
        mutating func settle(_ now: Instant) {
            for (id, entry) in entries where entry.holder != nil && entry.until <= now {
                entries[id]?.holder = nil
                if entry.state == .claimed { entries[id]?.state = .pending }
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func theStoreDoesWhatTheModelDoes(seed: UInt64) throws {
        var policy = Policy()
        policy.scoring.assessors = seed.isMultiple(of: 2) ? 2 : 1
        let scratch = try Scratch(policy: policy)
        var random = Seeded(seed: seed)
        let submissions = Scratch.submissions(14, seed: seed)
        try scratch.add(submissions)
        var model = Model()
        for submission in submissions { model.entries[submission.id] = Model.Entry() }
        let people = try ["ana", "ben", "both"].map { try scratch.caller($0) }
        let eve = try scratch.caller("eve")
        let rubric = Scratch.microCredential("checks", 1).rubric
        var now = Scratch.dawn
        for step in 0..<250 {
            now = now.advanced(bySeconds: Int64.random(in: 0...400, using: &random))
            model.settle(now)
            let id = submissions[Int.random(in: 0..<submissions.count, using: &random)].id
            let person = people[Int.random(in: 0..<3, using: &random)]
            var entry = model.entries[id] ?? Model.Entry()
            let lease = now.advanced(bySeconds: 1_800)
            let mayHold =
                entry.holder == person.id
                || entry.holder == nil
                    && (entry.state == .pending
                        || entry.state == .secondRead && entry.cards[person.id]?.state != .submitted)
            var card = entry.cards[person.id] ?? Scorecard(submission: id, assessor: person.id)
            let trace = "seed \(seed), step \(step), \(person.id) on \(id)"
            switch Int.random(in: 0..<11, using: &random) {
            case 0...1:
                let worked = (try? scratch.store.claim(id, as: person, now: now)) != nil
                #expect(worked == mayHold, "claim: \(trace)")
                if mayHold { entry.hold(person.id, lease) }
            case 2:
                let worked = (try? scratch.store.release(id, as: person, now: now)) != nil
                #expect(worked == (entry.holder == person.id), "release: \(trace)")
                if worked { entry.drop() }
            case 3...6:
                let criterion = "c\(Int.random(in: 1...3, using: &random))"
                let level = ["not-met", "developing", "demonstrated"][Int.random(in: 0..<3, using: &random)]
                let change = ScoreChange.level(criterion: criterion, level)
                let base = Int.random(in: 0..<8, using: &random) == 0 ? card.version + 1 : card.version
                let fits = mayHold && card.state == .draft && base == card.version
                let saved = try? scratch.store.save([change], submission: id, base: base, as: person, now: now)
                #expect((saved != nil) == fits, "save: \(trace)")
                if fits {
                    let before = card
                    card.apply(change, rubric: rubric)
                    if card != before { card.version += 1 }
                    entry.cards[person.id] = card
                    entry.hold(person.id, lease)
                    #expect(saved == card, "save: \(trace)")
                }
            case 7...8:
                let fits = mayHold && card.state == .draft && rubric.outcome(of: card) != .unfinished
                let answer = try? scratch.store.submit(id, base: card.version, as: person, now: now)
                #expect((answer != nil) == fits, "submit: \(trace)")
                if fits {
                    card.state = .submitted
                    card.version += 1
                    let others = entry.cards.values.filter { $0.assessor != person.id && $0.state == .submitted }
                    entry.cards[person.id] = card
                    entry.holder = nil
                    entry.state =
                        others.count + 1 < policy.scoring.assessors
                        ? .secondRead
                        : others.allSatisfy { rubric.disagreements($0, card).isEmpty } ? .ready : .adjudication
                    #expect(answer?.0 == card && answer?.1 == entry.state, "submit: \(trace)")
                }
            case 9:
                // Of the three who read here two may have; the third, or eve, settles what they disagree on.
                let judge = Bool.random(using: &random) ? person : eve
                let handedIn = entry.cards.values.filter { $0.state == .submitted }
                let disputed = Verdict(handedIn, nil, rubric: rubric).disputed
                let given = disputed.map { Adjudication.Settled(criterion: $0, level: "demonstrated") }
                let fits =
                    entry.state == .adjudication && !handedIn.contains { $0.assessor == judge.id }
                let made = try? scratch.store.adjudicate(id, given, reason: "r", as: judge, now: now)
                #expect((made != nil) == fits, "adjudicate: \(trace)")
                if fits {
                    entry.adjudication = made
                    entry.state = .ready
                }
            default:
                let kind = Decision.Kind.allCases[Int.random(in: 0..<4, using: &random)]
                let handedIn = entry.cards.values.filter { $0.state == .submitted }
                let fits =
                    switch kind {
                    case .award:
                        entry.state == .ready
                            && Verdict(handedIn, entry.adjudication, rubric: rubric).outcome == .meets
                    case .return: entry.state == .ready
                    case .deny: entry.state.isOpen
                    case .incomplete: [.pending, .claimed, .secondRead].contains(entry.state)
                    }
                // Ends are rare, or nothing would be left to do.
                if entry.state != .ready, Int.random(in: 0..<6, using: &random) > 0 { continue }
                let worked = (try? scratch.store.decide(id, kind, reason: "r", as: eve, now: now)) != nil
                #expect(worked == fits, "decide \(kind): \(trace)")
                if fits {
                    entry.holder = nil
                    entry.state = kind.state
                }
            }
            model.entries[id] = entry
            if step % 10 == 0 { try compare(scratch, model, people, now, trace) }
        }
        try compare(scratch, model, people, now.advanced(bySeconds: 100_000), "at the end of \(seed)")
        #expect(scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    private func compare(_ scratch: Scratch, _ model: Model, _ people: [Caller], _ now: Instant, _ trace: String) throws
    {
        var model = model
        model.settle(now)
        var filter = QueueFilter()
        filter.states = SubmissionStates(SubmissionState.allCases)
        let page = try scratch.again().queue(QueueRequest(filter: filter, limit: 100), as: people[0], now: now)
        #expect(page.total == model.entries.count, "\(trace)")
        for row in page.rows {
            let entry = model.entries[row.id] ?? Model.Entry()
            #expect(row.state == entry.state && row.claimedBy == entry.holder, "\(row.id): \(trace)")
            for person in people {
                let card = try scratch.store.detail(row.id, as: person, now: now).scorecard(of: person.id)
                #expect(card == entry.cards[person.id], "\(row.id): \(trace)")
            }
        }
        for state in SubmissionState.allCases {
            filter.states = [state]
            let total = try scratch.store.queueTotal(filter, as: people[0], now: now)
            #expect(total == model.entries.values.count { $0.state == state }, "\(state): \(trace)")
        }
    }
}

extension ModelTests.Model.Entry {
    fileprivate mutating func hold(_ person: String, _ until: Instant) {
        holder = person
        self.until = until
        if state == .pending { state = .claimed }
    }

    fileprivate mutating func drop() {
        holder = nil
        if state == .claimed { state = .pending }
    }
}
